// The switches that the popup and the options page share: checking on and off, and a pause.
import type { VNode } from "preact";
import { LONGEST_PAUSE_MS } from "../store/choices.ts";
import { checksAt } from "../store/settings.ts";
import { type StringKey, t } from "../strings.ts";
import { keep, type Stored } from "./stored.ts";

const QUARTER_MS = 15 * 60_000;
const HOUR_MS = 60 * 60_000;

/** A setting that is on or off; one that the company locked cannot be changed and says so. */
export function Switch(props: {
  stored: Stored;
  setting: "checking" | "chip" | "underlines";
  label: StringKey;
}): VNode {
  const { stored, setting, label } = props;
  const { values, origins } = stored.settings;
  const locked = origins[setting] === "locked";
  const set = ({ currentTarget }: Event) =>
    keep({ do: "choose", choices: { [setting]: (currentTarget as HTMLInputElement).checked } });
  return (
    <label class="switch">
      <input type="checkbox" name={setting} checked={values[setting]} disabled={locked} onChange={set} />
      <span>{t(stored.locale, label)}</span>
      {locked && <small>{t(stored.locale, "set_by_company")}</small>}
    </label>
  );
}

/** Ways to pause while checking is on, or the end of a pause. */
export function Pause({ stored }: { stored: Stored }): VNode | null {
  const { locale, settings, kept } = stored;
  const now = Date.now();
  const state = checksAt(settings, kept.choices, now);
  if (state === "off" || settings.origins.checking === "locked") return null;
  const until = (pausedUntil: number | null) => () => keep({ do: "choose", choices: { pausedUntil } });
  if (state === "paused")
    return (
      <p class="row">
        <span>{t(locale, "paused_until", timeOf(kept.choices.pausedUntil ?? now, locale))}</span>
        <button type="button" data-act="resume" onClick={until(null)}>
          {t(locale, "resume")}
        </button>
      </p>
    );
  return (
    <div class="row">
      <span>{t(locale, "pause")}</span>
      <button type="button" data-act="pause" onClick={() => until(Date.now() + QUARTER_MS)()}>
        {t(locale, "pause_quarter")}
      </button>
      <button type="button" onClick={() => until(Date.now() + HOUR_MS)()}>
        {t(locale, "pause_hour")}
      </button>
      <button type="button" onClick={() => until(tomorrow())()}>
        {t(locale, "pause_day")}
      </button>
    </div>
  );
}

/** The next midnight, in milliseconds since 1970. */
function tomorrow(): number {
  const midnight = new Date();
  midnight.setHours(24, 0, 0, 0);
  return Math.min(midnight.getTime(), Date.now() + LONGEST_PAUSE_MS);
}

function timeOf(at: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { hour: "numeric", minute: "2-digit" }).format(at);
}
