// The keys that Bonton knows, as the options page and the first-run page list them.
import type { VNode } from "preact";
import { type Locale, t } from "../strings.ts";

const SHORTCUTS = ["f8", "escape", "digits", "enter"] as const;

export function Shortcuts({ locale }: { locale: Locale }): VNode {
  return (
    <dl>
      {SHORTCUTS.map((name) => (
        <>
          <dt>
            <kbd>{t(locale, `key_${name}`)}</kbd>
          </dt>
          <dd>{t(locale, `shortcut_${name}`)}</dd>
        </>
      ))}
    </dl>
  );
}
