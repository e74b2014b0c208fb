// The page of the first run: what Bonton promises, how it works, its keys, and the way on. background/welcome.ts says when.
import { render, type VNode } from "preact";
import { type StringKey, t } from "../strings.ts";
import { Shortcuts } from "./shortcuts.tsx";
import { useStored } from "./stored.ts";

const PARTS = [
  ["welcome_promises", ["welcome_private", "welcome_hands", "welcome_judge"]],
  ["welcome_how", ["welcome_underline", "welcome_hold", "welcome_chip"]],
] as const satisfies [StringKey, StringKey[]][];

function Welcome(): VNode | null {
  const stored = useStored();
  if (!stored) return null;
  const { locale } = stored;
  document.documentElement.lang = locale;
  document.title = t(locale, "welcome_title");
  return (
    <main class="welcome">
      <header>
        <img src="../icons/48.png" alt="" width="40" height="40" />
        <h1>{t(locale, "welcome_title")}</h1>
      </header>
      <p class="lead">{t(locale, "welcome_lead")}</p>
      {PARTS.map(([title, lines]) => (
        <section key={title}>
          <h2>{t(locale, title)}</h2>
          <ul>
            {lines.map((line) => (
              <li key={line}>{t(locale, line)}</li>
            ))}
          </ul>
        </section>
      ))}
      <section>
        <h2>{t(locale, "shortcuts_title")}</h2>
        <Shortcuts locale={locale} />
      </section>
      <p class="small">{t(locale, "welcome_reload")}</p>
      <p class="ways">
        <a class="button primary" href="https://web.whatsapp.com/">
          {t(locale, "welcome_open")}
        </a>
        <button type="button" data-act="options" onClick={() => chrome.runtime.openOptionsPage()}>
          {t(locale, "open_options")}
        </button>
      </p>
    </main>
  );
}

render(<Welcome />, document.body);
