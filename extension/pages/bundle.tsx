// The rules in force, as the popup tells them: version, age, channel, signer, and whether they are old or something was
// refused. The button has the background look for newer ones at once.
import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { BundleState } from "../../wasm/linter/engine.d.ts";
import { NOTE, type Note, readNote, staleSince, stateOf } from "../bundle/note.ts";
import type { PollRequest } from "../protocol.ts";
import { type Locale, type StringKey, t } from "../strings.ts";

/** Follows the note of the rules in force; shows nothing while there is none. */
export function RulesInForce({ locale }: { locale: Locale }): VNode | null {
  const [note, setNote] = useState<Note>();
  const [looking, setLooking] = useState(false);
  useEffect(() => {
    const read = () => void chrome.storage.local.get(NOTE).then((all) => setNote(readNote(all[NOTE])));
    read();
    chrome.storage.onChanged.addListener(read);
    return () => chrome.storage.onChanged.removeListener(read);
  }, []);
  if (!note) return null;
  const look = () => {
    setLooking(true);
    void lookNow().then(() => setLooking(false));
  };
  return (
    <section data-part="bundle" data-state={stateOf(note, Date.now())} aria-busy={looking}>
      <Facts locale={locale} note={note} now={Date.now()} />
      {note.looked && (
        <button type="button" data-act="look" disabled={looking} onClick={look}>
          {t(locale, looking ? "inforce_looking" : "inforce_look")}
        </button>
      )}
    </section>
  );
}

function lookNow(): Promise<unknown> {
  const request: PollRequest = { kind: "poll", now: true };
  return chrome.runtime.sendMessage(request).catch(() => undefined);
}

function Facts({ locale, note, now }: { locale: Locale; note: Note; now: number }): VNode {
  const age = ago(locale, Date.parse(note.created), now);
  const signer = note.dev
    ? t(locale, "inforce_signer_dev")
    : t(locale, "inforce_signer", note.root.slice(0, 8));
  return (
    <>
      <h2>{t(locale, "inforce_version", note.version)}</h2>
      <p role="status">{standing(locale, note, now)}</p>
      <dl>
        <dt>{t(locale, "inforce_age")}</dt>
        <dd>{age}</dd>
        <dt>{t(locale, "inforce_channel")}</dt>
        <dd>{t(locale, `inforce_channel_${note.channel}` as StringKey)}</dd>
        <dt>{t(locale, "inforce_signed")}</dt>
        <dd data-dev={note.dev}>{signer}</dd>
      </dl>
    </>
  );
}

const STATES = {
  packaged: "inforce_packaged",
  current: "inforce_current",
  stale: "inforce_revoked",
  refused: "inforce_refused",
} as const satisfies Record<BundleState, StringKey>;

/** How the rules stand, in a sentence. */
function standing(locale: Locale, note: Note, now: number): string {
  const since = staleSince(note, now);
  if (since !== undefined) return t(locale, "inforce_stale", day(locale, since));
  const state = t(locale, STATES[stateOf(note, now)]);
  const missing = note.problem?.class === "unavailable" ? ` ${t(locale, "inforce_unavailable")}` : "";
  return state + missing;
}

function day(locale: Locale, at: number): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "long" }).format(at);
}

const UNITS = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
] as const;

/** How long ago something was, in its largest unit. */
function ago(locale: Locale, at: number, now: number): string {
  const words = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  const [unit, size] = UNITS.find(([, size]) => now - at >= size) ?? UNITS[2];
  return words.format(-Math.floor(Math.max(0, now - at) / size), unit);
}
