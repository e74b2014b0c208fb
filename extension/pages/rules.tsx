// The rules in force, to be searched, each with its reason when asked.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { askReason } from "../engine/ask-reason.ts";
import type { ListedRule } from "../engine/rules-file.ts";
import { type Locale, plural, t, writtenLocale } from "../strings.ts";
import { Reason } from "../ui/reason.tsx";

/** All rules whose name or words hold the search's words. */
export function Rules({ locale, rules }: { locale: Locale; rules: readonly ListedRule[] }): VNode {
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
          <Rule key={rule.id} locale={locale} rule={rule} />
        ))}
      </ul>
    </>
  );
}

function Rule({ locale, rule }: { locale: Locale; rule: ListedRule }): VNode {
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
          </small>
        </summary>
        {html !== undefined && <Reason html={html || t(locale, "rules_no_reason")} />}
      </details>
    </li>
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
