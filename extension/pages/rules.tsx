// The rules in force, to be searched, each with its reason when asked, and to be switched off where that is allowed.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { askReason } from "../engine/ask-reason.ts";
import { isIgnorable, type ListedRule } from "../engine/rules-file.ts";
import { type Locale, plural, t, writtenLocale } from "../strings.ts";
import { Reason } from "../ui/reason.tsx";
import { keep, type Stored } from "./stored.ts";

/** All rules whose name or words hold the search's words. */
export function Rules({ stored, rules }: { stored: Stored; rules: readonly ListedRule[] }): VNode {
  const { locale, kept } = stored;
  const [search, setSearch] = useState("");
  const found = rules.filter((rule) => matches(rule, search, locale));
  return (
    <>
      <label class="field">
        {t(locale, "rules_search")}
        <input type="search" value={search} onInput={({ currentTarget }) => setSearch(currentTarget.value)} />
      </label>
      <p class="small" role="status">
        {plural(locale, "rules", found.length)}
      </p>
      <ul class="cards scroll">
        {found.map((rule) => (
          <Rule key={rule.id} locale={locale} rule={rule} ignored={Object.hasOwn(kept.ignored, rule.id)} />
        ))}
      </ul>
    </>
  );
}

interface RuleProps {
  locale: Locale;
  rule: ListedRule;
  /** Switched off everywhere. */
  ignored: boolean;
}

function Rule(props: RuleProps): VNode {
  const { locale, rule, ignored } = props;
  const [html, setHtml] = useState<string>();
  const ask = ({ currentTarget }: Event) => {
    if ((currentTarget as HTMLDetailsElement).open && html === undefined)
      void askReason(rule.id, locale).then((answer) => setHtml(answer ?? ""));
  };
  return (
    <li>
      <details data-listed={rule.id} onToggle={ask}>
        <summary>
          <span lang={writtenLocale(locale)}>{rule.message[writtenLocale(locale)]}</span>
          <small>
            {t(locale, `action_${rule.action}`)} · {rule.id}
            {rule.languages && ` · ${rule.languages.join(", ")}`}
            {ignored && ` · ${t(locale, "rule_ignored")}`}
          </small>
        </summary>
        {html && <Reason html={html} lang={writtenLocale(locale)} />}
        {html === "" && <p class="small">{t(locale, "rules_no_reason")}</p>}
        <IgnoreButton {...props} />
      </details>
    </li>
  );
}

/** Switches a rule off everywhere, or on again. */
function IgnoreButton({ locale, rule, ignored }: RuleProps): VNode {
  if (!isIgnorable(rule)) return <p class="small">{t(locale, "rule_fixed")}</p>;
  const change = ignored ? "heed" : "ignore";
  return (
    <button type="button" data-act={change} onClick={() => keep({ do: change, rule: rule.id })}>
      {t(locale, ignored ? "heed" : "rule_ignore")}
    </button>
  );
}

/** Whether every word of the search is in the rule; accents and capitals make no difference. */
export function matches({ id, message, category }: ListedRule, search: string, locale: Locale): boolean {
  const words = plain(search).split(/\s+/);
  const text = plain([id, category, message[writtenLocale(locale)]].join(" "));
  return words.every((word) => text.includes(word));
}

function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
}
