// What the employee switched off and marked, each to be taken back; chats have no names here, since none are kept.
import type { VNode } from "preact";
import { isIgnorable, type ListedRule } from "../engine/rules-file.ts";
import type { ChatNote } from "../store/chats.ts";
import type { Ignored } from "../store/ignored.ts";
import { type Locale, t, writtenLocale } from "../strings.ts";
import { keep, type Stored } from "./stored.ts";

interface Props {
  stored: Stored;
  rules: readonly ListedRule[];
}

/** Rules ignored everywhere. */
export function IgnoredRules({ stored, rules }: Props): VNode {
  const { locale, kept, corrupt } = stored;
  return (
    <>
      {corrupt.includes("ignored") && <p class="bad">{t(locale, "corrupt_ignored")}</p>}
      <RuleList locale={locale} ignored={kept.ignored} rules={rules} />
    </>
  );
}

/** Chats that something is kept of. */
export function Chats({ stored, rules }: Props): VNode {
  const { locale, kept, corrupt } = stored;
  const all = Object.entries(kept.chats).sort(([, a], [, b]) => b.used.localeCompare(a.used));
  return (
    <>
      {corrupt.includes("chats") && <p class="bad">{t(locale, "corrupt_chats")}</p>}
      <p class="small">{t(locale, "chats_privacy")}</p>
      {all.length === 0 && <p>{t(locale, "nothing_yet")}</p>}
      <ul class="cards">
        {all.map(([id, note]) => (
          <Chat key={id} locale={locale} id={id} note={note} rules={rules} />
        ))}
      </ul>
    </>
  );
}

function Chat(props: { locale: Locale; id: string; note: ChatNote; rules: readonly ListedRule[] }): VNode {
  const { locale, id, note, rules } = props;
  return (
    <li data-chat={id}>
      <div class="row">
        <span>
          <strong>{t(locale, note.mark ? `mark_${note.mark}` : "chat_unmarked")}</strong>
          <small>{t(locale, "chat_days", dateOf(note.since, locale), dateOf(note.used, locale))}</small>
        </span>
        <button type="button" data-act="forget-chat" onClick={() => keep({ do: "forget", chat: id })}>
          {t(locale, "forget")}
        </button>
      </div>
      {Object.keys(note.ignored ?? {}).length > 0 && (
        <RuleList locale={locale} ignored={note.ignored ?? {}} rules={rules} chat={id} />
      )}
    </li>
  );
}

function RuleList(props: {
  locale: Locale;
  ignored: Ignored;
  rules: readonly ListedRule[];
  chat?: string;
}): VNode {
  const { locale, ignored, rules, chat } = props;
  const all = Object.entries(ignored);
  if (all.length === 0) return <p>{t(locale, "nothing_yet")}</p>;
  const heed = (rule: string) => () => keep({ do: "heed", rule, ...(chat ? { chat } : {}) });
  return (
    <ul class="cards">
      {all.map(([id, day]) => {
        const rule = rules.find((each) => each.id === id);
        const idle = rule && !isIgnorable(rule);
        return (
          <li key={id} class="row" data-ignored={id}>
            <span>
              <strong lang={writtenLocale(locale)}>{rule?.message[writtenLocale(locale)] ?? id}</strong>
              <small>
                {id} · {dateOf(day, locale)}
                {idle && ` · ${t(locale, "ignored_no_more")}`}
              </small>
            </span>
            <button type="button" data-act="heed" onClick={heed(id)}>
              {t(locale, "heed")}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** A day as people write it. */
export function dateOf(day: string, locale: Locale): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" }).format(Date.parse(day));
}
