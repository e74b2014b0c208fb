import assert from "node:assert/strict";
import { test } from "node:test";
import en from "./_locales/en/messages.json" with { type: "json" };
import fr from "./_locales/fr/messages.json" with { type: "json" };
import { localeOf, plural, type StringKey, t } from "./strings.ts";

const catalogues: Record<string, Record<string, { message: string }>> = { fr, en };
const keys = Object.keys(fr) as StringKey[];

test("every locale has every key and no other", () => {
  for (const [locale, catalogue] of Object.entries(catalogues)) {
    assert.deepEqual(Object.keys(catalogue).sort(), [...keys].sort(), locale);
  }
});

test("placeholders are the same in every locale", () => {
  const placeholders = (text = "") => [...text.matchAll(/\$\d/g)].map(String).sort();
  for (const key of keys) {
    for (const catalogue of Object.values(catalogues)) {
      assert.deepEqual(placeholders(catalogue[key]?.message), placeholders(fr[key].message), key);
    }
  }
});

test("counted messages have both forms", () => {
  for (const key of keys) {
    const twin = key.replace(/_(one|other)$/, (_, form) => (form === "one" ? "_other" : "_one"));
    assert.ok(twin in fr, twin);
  }
});

test("French uses a narrow no-break space before high punctuation, and typographic apostrophes", () => {
  for (const key of keys) {
    const { message } = fr[key];
    assert.doesNotMatch(message, /[ \u00a0][:;?!]|[^\s\u202f][:;?!](\s|$)|'/, key);
  }
});

test("messages fill their places, and count by the locale's rule", () => {
  assert.equal(t("en", "card_position", 2, 5), "2 of 5");
  assert.equal(plural("fr", "findings", 0), "0 remarque");
  assert.equal(plural("en", "findings", 0), "0 remarks");
  assert.equal(plural("fr", "findings", 2), "2 remarques");
});

test("a browser in another language gets French", () => {
  assert.equal(localeOf("en-GB"), "en");
  assert.equal(localeOf("fr-CA"), "fr");
  assert.equal(localeOf("de"), "fr");
});

test("the stores' limits on the name and the description hold", () => {
  for (const { extensionName, extensionDescription } of [fr, en]) {
    assert.ok(extensionName.message.length <= 45);
    assert.ok(extensionDescription.message.length <= 132);
  }
});
