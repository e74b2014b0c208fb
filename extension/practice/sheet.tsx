// What is printed after a session: what was learnt, and that somebody was there.
import type { VNode } from "preact";
import type { WrittenLocale as Locale } from "../strings.ts";
import { Reason } from "../ui/reason.tsx";
import { scoreOf } from "./lessons.ts";
import type { Round } from "./session.tsx";
import { quoted, say } from "./words.ts";

interface Props {
  locale: Locale;
  rounds: readonly Round[];
}

export function Sheet({ locale, rounds }: Props): VNode {
  return (
    <article class="sheet" data-part="sheet">
      <h1>{say(locale, "sheet")}</h1>
      <p class="small">{today(locale)}</p>
      {rounds.length === 0 && <p>{say(locale, "rounds_none")}</p>}
      {rounds.map((round, i) => (
        <Learnt key={`${i} ${round.lesson.id}`} round={round} locale={locale} />
      ))}
    </article>
  );
}

function Learnt({ round: { lesson, sent }, locale }: { round: Round; locale: Locale }): VNode {
  return (
    <section>
      <h2>{lesson.title[locale]}</h2>
      <h3>
        {say(locale, "your_message")} ·{" "}
        {sent.settled ? say(locale, "score", scoreOf(sent.findings)) : say(locale, "not_checked")}
      </h3>
      <blockquote>{sent.text}</blockquote>
      <ul>
        {sent.findings.map(({ rule, start, end, message }) => (
          <li key={`${rule} ${start}`}>
            {message} – {quoted(locale, sent.text.slice(start, end))}
          </li>
        ))}
      </ul>
      <h3>{say(locale, "model")}</h3>
      <blockquote>{lesson.model[locale]}</blockquote>
      <h3>{say(locale, "learnt")}</h3>
      <Reason html={lesson.reason[locale]} />
    </section>
  );
}

interface CertificateProps extends Props {
  /** Whose it is. */
  name: string;
  rename: (name: string) => void;
}

export function Certificate({ locale, rounds, name, rename }: CertificateProps): VNode {
  const titles = [...new Set(rounds.map(({ lesson }) => lesson.title[locale]))];
  return (
    <article class="sheet certificate" data-part="certificate">
      <label class="screen-only pick">
        {say(locale, "certificate_name")}
        <input
          type="text"
          autocomplete="off"
          maxLength={80}
          value={name}
          onInput={({ currentTarget }) => rename(currentTarget.value)}
        />
      </label>
      <h1>{say(locale, "certificate_title")}</h1>
      <p class="who" dir="auto">
        {name || "…"}
      </p>
      <p>{say(locale, "certificate_text", today(locale))}</p>
      <ul>
        {titles.map((title) => (
          <li key={title}>{title}</li>
        ))}
      </ul>
      <p class="small">{say(locale, "certificate_note")}</p>
      <p class="signature">{say(locale, "trainer")}</p>
    </article>
  );
}

function today(locale: Locale): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "long" }).format(new Date());
}
