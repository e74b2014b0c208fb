// The rule tour: every rule in force with its own examples, linted as they are opened.
import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Action } from "../../wasm/linter/engine.d.ts";
import { type ListedRule, readRules } from "../engine/rules-file.ts";
import { type WrittenLocale as Locale, pluralForm } from "../strings.ts";
import { Examples } from "./examples.tsx";
import type { ViewProps } from "./room.tsx";
import { hasWord, say } from "./words.ts";

interface Filter {
  category: string;
  language: string;
  action: string;
}

export function Tour(props: ViewProps): VNode {
  const { locale, lessons, checking } = props;
  const [rules, setRules] = useState<ListedRule[]>([]);
  const [filter, setFilter] = useState<Filter>({ category: "", language: "", action: "" });
  useEffect(() => void readRules().then((file) => setRules(file.rules)), [lessons]); // they come together
  const shown = rules.filter((rule) => fits(rule, filter));
  return (
    <div class="page">
      <h1>{say(locale, "tour")}</h1>
      <Filters locale={locale} rules={rules} filter={filter} change={setFilter} />
      <p role="status" data-part="count" data-count={shown.length}>
        {say(locale, `rules_shown_${pluralForm(locale, shown.length)}`, shown.length)}
      </p>
      <ul class="rules">
        {shown.map((rule) => (
          <Rule key={rule.id} rule={rule} locale={locale}>
            <Examples rule={rule} locale={locale} checking={checking} examples={lessons.examples[rule.id]} />
          </Rule>
        ))}
      </ul>
    </div>
  );
}

function categoryName(locale: Locale, category: string): string {
  const key = `category_${category}`;
  return hasWord(key) ? say(locale, key) : category;
}

function languageName(locale: Locale, code: string): string {
  return new Intl.DisplayNames(locale, { type: "language" }).of(code) ?? code;
}

function fits({ category, languages, action }: ListedRule, filter: Filter): boolean {
  const spoken = filter.language === "" || !languages || languages.includes(filter.language);
  const matches = (wanted: string, is: string) => wanted === "" || wanted === is;
  return spoken && matches(filter.category, category) && matches(filter.action, action);
}

interface FiltersProps {
  locale: Locale;
  rules: ListedRule[];
  filter: Filter;
  change: (filter: Filter) => void;
}

function Filters({ locale, rules, filter, change }: FiltersProps): VNode {
  const unique = (names: string[]) => [...new Set(names)].sort();
  const options = {
    category: unique(rules.map(({ category }) => category)),
    language: unique(rules.flatMap(({ languages = [] }) => languages)),
    action: ["note", "warn", "justify", "block"].filter((name) =>
      rules.some(({ action }) => action === name),
    ),
  };
  const titles = { category: "category", language: "languages", action: "action" } as const;
  const words = (field: keyof Filter, option: string) => {
    if (field === "action") return say(locale, `action_${option as Action}`);
    return field === "language" ? languageName(locale, option) : categoryName(locale, option);
  };
  return (
    <div class="filters">
      {(["category", "language", "action"] as const).map((field) => (
        <label key={field}>
          {say(locale, titles[field])}
          <select
            name={field}
            value={filter[field]}
            onChange={({ currentTarget }) => change({ ...filter, [field]: currentTarget.value })}
          >
            <option value="">{say(locale, "all")}</option>
            {options[field].map((option) => (
              <option key={option} value={option}>
                {words(field, option)}
              </option>
            ))}
          </select>
        </label>
      ))}
    </div>
  );
}

function Rule({ rule, locale, children }: { rule: ListedRule; locale: Locale; children: VNode }): VNode {
  const [open, setOpen] = useState(false);
  return (
    <li data-rule={rule.id} data-action={rule.action}>
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>
          <span class="badge">{say(locale, `action_${rule.action}`)}</span>
          <strong>{rule.message[locale]}</strong>
          <span class="small">
            {rule.id} · {categoryName(locale, rule.category)} ·{" "}
            {rule.languages?.map((code) => languageName(locale, code)).join(", ") ??
              say(locale, "every_language")}
          </span>
        </summary>
        {open && children}
      </details>
    </li>
  );
}
