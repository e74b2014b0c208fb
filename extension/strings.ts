// The interface's words, from _locales/*/messages.json, in the locale the interface runs in. The files are bundled
// rather than read through the browser's own i18n, which cannot follow a locale set by the company or the employee.
import en from "./_locales/en/messages.json" with { type: "json" };
import fr from "./_locales/fr/messages.json" with { type: "json" };

/** French first, English its equal. */
export type Locale = "fr" | "en";

/** A message's name; every locale has every one (a test holds it). */
export type StringKey = keyof typeof fr;

const catalogues: Record<Locale, Record<StringKey, { message: string }>> = { fr, en };

/** The locale to use for a BCP 47 tag of the browser: its language if we speak it, else French. */
export function localeOf(tag: string): Locale {
  return tag.toLowerCase().startsWith("en") ? "en" : "fr";
}

/** A message with $1, $2… replaced in order, as chrome.i18n does. */
export function t(locale: Locale, key: StringKey, ...values: (string | number)[]): string {
  return catalogues[locale][key].message.replace(/\$(\d)/g, (_, n) => String(values[Number(n) - 1] ?? ""));
}

/** The form of a counted message: `key_one` or `key_other` by the locale's plural rule (CLDR). */
export function plural(locale: Locale, key: string, count: number): string {
  const form = new Intl.PluralRules(locale).select(count) === "one" ? "one" : "other";
  return t(locale, `${key}_${form}` as StringKey, count);
}
