import assert from "node:assert/strict";
import { test } from "node:test";
import type { ComponentChild, VNode } from "preact";
import type { Locale } from "../strings.ts";
import { Quoted } from "./quoted.tsx";

/** What a sentence is made of: its own words as they are, those of a rule as [language, words]. */
function pieces(locale: Locale, quoted?: string): unknown[] {
  const sentence = `Vor ${quoted ?? ""} nach`;
  const { children } = Quoted({ locale, sentence, quoted }).props as { children: ComponentChild[] | string };
  return [children].flat().map((child) => {
    if (typeof child === "string") return child;
    const { props } = child as VNode<{ lang: string; children: string }>;
    return [props.lang, props.children];
  });
}

test("a rule's words in another language than the sentence's say so", () => {
  assert.deepEqual(pieces("de", "Please"), ["Vor ", ["en", "Please"], " nach"]);
  assert.deepEqual(pieces("fr", "Merci"), ["Vor Merci nach"]);
  assert.deepEqual(pieces("de"), ["Vor  nach"]);
});
