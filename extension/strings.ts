// The interface's words, from _locales/*/messages.json, in the locale the interface runs in. The files are bundled
// rather than read through the browser's own i18n, which cannot follow a locale set by the company or the employee.
import de from "./_locales/de/messages.json" with { type: "json" };
import en from "./_locales/en/messages.json" with { type: "json" };
import es from "./_locales/es/messages.json" with { type: "json" };
import fr from "./_locales/fr/messages.json" with { type: "json" };
import it from "./_locales/it/messages.json" with { type: "json" };
import pt from "./_locales/pt/messages.json" with { type: "json" };

/** The locales of the interface, by their own names: French first, English its equal, then the others by name. */
export const localeNames = {
  fr: "Français",
  en: "English",
  de: "Deutsch",
  es: "Español",
  it: "Italiano",
  pt: "Português",
} as const;

/** A language of the interface, ISO 639-1. */
export type Locale = keyof typeof localeNames;

export const locales = Object.keys(localeNames) as Locale[];

/** A language that rules, reasons and a company's texts are written in. */
export type WrittenLocale = "fr" | "en";

/** A message's name; every locale has every one (a test holds it). */
export type StringKey = keyof typeof fr;

const catalogues: Record<Locale, Record<StringKey, { message: string }>> = { fr, en, de, es, it, pt };

/** Whether a value, of storage or a message, is a language of the interface. */
export function isLocale(value: unknown): value is Locale {
  return typeof value === "string" && Object.hasOwn(localeNames, value);
}

/** The locale to use for a BCP 47 tag of the browser: its language if we speak it, else French. */
export function localeOf(tag: string): Locale {
  const [language] = tag.toLowerCase().split(/[-_]/);
  return isLocale(language) ? language : "fr";
}

/** The language that an interface shows the rules' texts in, as the engine chooses it (lint/ruleset, LocaleFor). */
export function writtenLocale(locale: Locale): WrittenLocale {
  return locale === "fr" ? "fr" : "en";
}

/** A message with $1, $2… replaced in order, as chrome.i18n does. */
export function t(locale: Locale, key: StringKey, ...values: (string | number)[]): string {
  return catalogues[locale][key].message.replace(/\$(\d)/g, (_, n) => String(values[Number(n) - 1] ?? ""));
}

/** The form of a counted message: `key_one` or `key_other` by the locale's plural rule. */
export function plural(locale: Locale, key: string, count: number): string {
  return t(locale, `${key}_${pluralForm(locale, count)}` as StringKey, count);
}

/** Plural rules by locale (CLDR): to make one takes longer than all else that a chip's words take. */
const pluralRules = new Map<Locale, Intl.PluralRules>();

/** Which form of a message a count takes; what CLDR has beside "one" counts as "other". */
export function pluralForm(locale: Locale, count: number): "one" | "other" {
  const rules = pluralRules.get(locale) ?? new Intl.PluralRules(locale);
  pluralRules.set(locale, rules);
  return rules.select(count) === "one" ? "one" : "other";
}
