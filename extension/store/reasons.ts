// The reasons to choose from where a message has to be justified: the company's, as they came with the rules, else our own.
// A reason is kept by its id alone.
import { type Locale, t } from "../strings.ts";
import { isObject } from "./values.ts";

/** A reason in the languages that its author wrote it in. */
export interface Phrase {
  id: string;
  fr: string;
  en: string;
}

/** A reason as it is shown. */
export interface ShownReason {
  id: string;
  text: string;
}

const OURS = ["requested", "authorised", "mistake"] as const;

/** Each is chosen by its digit. */
const MOST = 9;

export function isReasonId(value: unknown): value is string {
  return typeof value === "string" && /^[a-z0-9-]{1,40}$/.test(value);
}

/** What storage holds as the reasons of the rules; none when it is corrupt. */
export function readReasons(value: unknown): readonly Phrase[] {
  return Array.isArray(value) && value.length <= MOST && value.every(isPhrase) ? value : [];
}

/** What is offered. A reason in none of the interface's languages is read in English. */
export function shownReasons(phrases: readonly Phrase[], locale: Locale): ShownReason[] {
  if (phrases.length === 0) return OURS.map((id) => ({ id, text: t(locale, `reason_${id}`) }));
  return phrases.map((phrase) => ({
    id: phrase.id,
    text: (phrase as unknown as Record<string, string>)[locale] ?? phrase.en,
  }));
}

/** The words of a reason that was chosen once; its id where nobody knows them any more. */
export function reasonText(phrases: readonly Phrase[], id: string, locale: Locale): string {
  const all = [...shownReasons(phrases, locale), ...shownReasons([], locale)];
  return all.find((each) => each.id === id)?.text ?? id;
}

function isPhrase(value: unknown): value is Phrase {
  return (
    isObject(value) && isReasonId(value.id) && typeof value.fr === "string" && typeof value.en === "string"
  );
}
