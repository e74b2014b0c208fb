// The options page: the employee's settings, all that is kept of them, and what the company set.
import { type ComponentChildren, render, type VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import { type RulesFile, readRules, readTexts, type TextsFile } from "../engine/rules-file.ts";
import { isLocale, localeNames, locales, type StringKey, t, writtenLocale } from "../strings.ts";
import { Notice, PolicyText } from "./company.tsx";
import { EffectiveSettings } from "./effective.tsx";
import { Chats, IgnoredRules } from "./own.tsx";
import { Recorded } from "./record.tsx";
import { Rules } from "./rules.tsx";
import { Shortcuts } from "./shortcuts.tsx";
import { keep, type Stored, useStored } from "./stored.ts";
import { Pause, Switch } from "./switches.tsx";
import { Unkept } from "./unkept.tsx";

function Options(): VNode | null {
  const stored = useStored();
  const [rules, setRules] = useState<RulesFile>();
  const [texts, setTexts] = useState<TextsFile>();
  useEffect(() => {
    readRules().then(setRules, () => undefined);
    readTexts().then(setTexts, () => undefined);
  }, []);
  if (!stored) return null;
  const { locale } = stored;
  document.documentElement.lang = locale;
  const listed = rules?.rules ?? [];
  const parts: Part[] = [
    ["settings_title", <Settings key="settings" stored={stored} />],
    ["policy_title", <PolicyText key="policy" stored={stored} texts={texts} />],
    ["ignored_title", <IgnoredRules key="ignored" stored={stored} rules={listed} />],
    ["chats_title", <Chats key="chats" stored={stored} rules={listed} />],
    ["rules_title", <Rules key="rules" stored={stored} rules={listed} />],
    ["record_title", <Recorded key="record" stored={stored} />],
    ["notice_title", <Notice key="notice" stored={stored} texts={texts} />],
    ["shortcuts_title", <Shortcuts key="shortcuts" locale={locale} />],
    ["effective_title", <EffectiveSettings key="effective" stored={stored} />],
  ];
  return <Page stored={stored} version={rules?.version} parts={parts} />;
}

type Part = [title: StringKey, body: VNode];

function Page(props: { stored: Stored; version: string | undefined; parts: Part[] }): VNode {
  const { stored, version, parts } = props;
  const { locale } = stored;
  const { version: own } = chrome.runtime.getManifest();
  return (
    <div class="page">
      <header>
        <img src="../icons/48.png" alt="" width="32" height="32" />
        <h1>Bonton</h1>
        <span>{t(locale, "version", own, version ?? "–")}</span>
      </header>
      <nav aria-label={t(locale, "contents")}>
        {parts.map(([title]) => (
          <a key={title} href={`#${title}`}>
            {t(locale, title)}
          </a>
        ))}
      </nav>
      <main>
        <Unkept stored={stored} />
        {parts.map(([title, body]) => (
          <Section key={title} id={title} title={t(locale, title)}>
            {body}
          </Section>
        ))}
      </main>
    </div>
  );
}

function Section({ id, title, children }: { id: string; title: string; children: ComponentChildren }): VNode {
  return (
    <section id={id} aria-labelledby={`${id}-name`}>
      <h2 id={`${id}-name`}>{title}</h2>
      {children}
    </section>
  );
}

function Settings({ stored }: { stored: Stored }): VNode {
  const { locale, settings, corrupt } = stored;
  const choose = ({ currentTarget }: Event) => {
    const { value } = currentTarget as HTMLSelectElement;
    void keep({ do: "choose", choices: { locale: isLocale(value) ? value : null } });
  };
  const own = settings.origins.locale === "you" ? settings.values.locale : "";
  return (
    <>
      {corrupt.includes("choices") && <p class="bad">{t(locale, "corrupt_choices")}</p>}
      <Switch stored={stored} setting="checking" label="set_checking" />
      <Pause stored={stored} />
      <Switch stored={stored} setting="chip" label="set_chip" />
      <Switch stored={stored} setting="underlines" label="set_underlines" />
      <label class="field">
        {t(locale, "set_locale")}
        <select
          name="locale"
          value={settings.origins.locale === "locked" ? settings.values.locale : own}
          disabled={settings.origins.locale === "locked"}
          onChange={choose}
        >
          <option value="">{t(locale, "locale_browser")}</option>
          {locales.map((each) => (
            <option key={each} value={each} lang={each}>
              {localeNames[each]}
            </option>
          ))}
        </select>
      </label>
      {writtenLocale(locale) !== locale && <p class="small">{t(locale, "rule_texts")}</p>}
    </>
  );
}

render(<Options />, document.body);
