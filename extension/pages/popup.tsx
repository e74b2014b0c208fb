// The popup of the toolbar button: the switch, a pause, the page check, and the way to everything else.
import { render, type VNode } from "preact";
import { t } from "../strings.ts";
import { RulesInForce } from "./bundle.tsx";
import { Check } from "./check.tsx";
import { useStored } from "./stored.ts";
import { Pause, Switch } from "./switches.tsx";
import { Unkept } from "./unkept.tsx";

function Popup(): VNode | null {
  const stored = useStored();
  if (!stored) return null;
  const { locale } = stored;
  document.documentElement.lang = locale;
  return (
    <main class="popup">
      <header>
        <img src="../icons/48.png" alt="" width="24" height="24" />
        <h1>Bonton</h1>
        <span>{chrome.runtime.getManifest().version}</span>
      </header>
      <Unkept stored={stored} />
      <Switch stored={stored} setting="checking" label="set_checking" />
      <Pause stored={stored} />
      <RulesInForce locale={locale} />
      <Check locale={locale} />
      <a class="button" data-act="practice" href="../practice/index.html" target="_blank" rel="noreferrer">
        {t(locale, "open_practice")}
      </a>
      <button type="button" data-act="options" onClick={() => chrome.runtime.openOptionsPage()}>
        {t(locale, "open_options")}
      </button>
    </main>
  );
}

render(<Popup />, document.body);
