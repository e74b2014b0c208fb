import assert from "node:assert/strict";
import { test } from "node:test";
import de from "./_locales/de/messages.json" with { type: "json" };
import en from "./_locales/en/messages.json" with { type: "json" };
import es from "./_locales/es/messages.json" with { type: "json" };
import fr from "./_locales/fr/messages.json" with { type: "json" };
import it from "./_locales/it/messages.json" with { type: "json" };
import pt from "./_locales/pt/messages.json" with { type: "json" };
import { roomWords } from "./practice/words.ts";
import { type Locale, localeOf, locales, plural, type StringKey, t, writtenLocale } from "./strings.ts";

type Catalogue = Record<StringKey, { message: string }>;
const catalogues: Record<Locale, Catalogue> = { fr, en, de, es, it, pt };
const keys = Object.keys(fr) as StringKey[];

/** All that a locale says, the practice room's words with it, by name. */
function said(locale: Locale): [name: string, text: string][] {
  const own = keys.map((key): [string, string] => [key, catalogues[locale][key].message]);
  const room = locale === "fr" || locale === "en" ? Object.entries(roomWords[locale]) : [];
  return [...own, ...room.filter(([name]) => name !== "language")]; // which is in the other language
}

test("every locale has every key and no other", () => {
  for (const [locale, catalogue] of Object.entries(catalogues)) {
    assert.deepEqual(Object.keys(catalogue).sort(), [...keys].sort(), locale);
  }
});

test("placeholders are the same in every locale", () => {
  const placeholders = (text = "") => [...text.matchAll(/\$\d/g)].map(String).sort();
  for (const key of keys) {
    for (const catalogue of Object.values(catalogues)) {
      assert.deepEqual(placeholders(catalogue[key].message), placeholders(fr[key].message), key);
    }
  }
});

test("a chat that only something was noted of is not said to be marked", () => {
  for (const locale of locales)
    assert.doesNotMatch(t(locale, "chat_days"), /^(marqu|mark|marcad|contrassegn)/i, locale);
});

test("counted messages have both forms", () => {
  for (const key of keys) {
    const twin = key.replace(/_(one|other)$/, (_, form) => (form === "one" ? "_other" : "_one"));
    assert.ok(twin in fr, twin);
  }
});

test("what is kept for one day is not kept for one days", () => {
  for (const locale of locales)
    assert.doesNotMatch(
      plural(locale, "record_privacy", 1),
      /\b1 (jours|days|Tage|días|giorni|dias)/,
      locale,
    );
});

test("French uses a narrow no-break space before high punctuation and within « », and typographic apostrophes", () => {
  for (const [name, text] of said("fr")) {
    assert.doesNotMatch(text, /[ \u00a0][:;?!»]|«[ \u00a0]|[^\s\u202f][:;?!](\s|$)|'/, name);
  }
});

test("each language has its own quotation marks, and nothing of a typewriter", () => {
  const wrong: Record<Locale, RegExp> = {
    fr: /["“”„]/,
    en: /["«»„]/,
    de: /["«»”]/,
    es: /["“”„]|^[^¿]*\?/,
    it: /["“”„]/,
    pt: /["«»„]/,
  };
  for (const locale of locales) {
    for (const [name, text] of said(locale)) {
      assert.doesNotMatch(text, wrong[locale], `${locale} ${name}`);
      assert.doesNotMatch(text, /'|\.\.\.|^\s|\s$| {2}/, `${locale} ${name}`);
    }
  }
});

test("no language was left in English or French by mistake", () => {
  const shared = /^(Bonton|F8|Esc|Enter|OK|[\d\W]|\$)/;
  for (const locale of locales.filter((each) => writtenLocale(each) !== each)) {
    const copied = keys.filter((key) => {
      const { message } = catalogues[locale][key];
      const sentence = message.split(" ").length > 3;
      return sentence && !shared.test(message) && [en[key].message, fr[key].message].includes(message);
    });
    assert.deepEqual(copied, [], locale);
  }
});

test("the practice room calls the actions what the card calls them", () => {
  for (const action of ["note", "warn", "justify", "block"] as const) {
    assert.equal(roomWords.fr[`action_${action}`], fr[`action_${action}`].message);
    assert.equal(roomWords.en[`action_${action}`], en[`action_${action}`].message);
  }
});

test("messages fill their places, and count by the locale's rule", () => {
  assert.equal(t("en", "card_position", 2, 5), "2 of 5");
  assert.equal(plural("fr", "findings", 0), "0 remarque");
  assert.equal(plural("en", "findings", 0), "0 remarks");
  assert.equal(plural("fr", "findings", 2), "2 remarques");
  assert.equal(plural("de", "findings", 0), "0 Hinweise");
  assert.equal(plural("es", "findings", 1), "1 observación");
  assert.equal(plural("it", "findings", 1), "1 osservazione");
  assert.equal(plural("pt", "findings", 2), "2 observações");
  assert.equal(plural("fr", "hold_justify_keys", 1), "La touche 1 choisit le motif, Échap revient au texte.");
  assert.equal(plural("es", "rules", 1_000_000), "1000000 reglas"); // CLDR calls it "many"
});

test("rules are read in French, or in English by everyone else", () => {
  assert.deepEqual(locales.map(writtenLocale), ["fr", "en", "en", "en", "en", "en"]);
});

test("a browser in a language we do not speak gets French", () => {
  assert.equal(localeOf("en-GB"), "en");
  assert.equal(localeOf("fr-CA"), "fr");
  assert.equal(localeOf("de-AT"), "de");
  assert.equal(localeOf("pt_BR"), "pt");
  assert.equal(localeOf("nl"), "fr");
  assert.equal(localeOf("constructor"), "fr");
});

test("the stores' limits on the name and the description hold", () => {
  for (const { extensionName, extensionDescription } of Object.values(catalogues)) {
    assert.ok(extensionName.message.length <= 45);
    assert.ok(extensionDescription.message.length <= 132);
  }
});
