import assert from "node:assert/strict";
import { test } from "node:test";
import { quoteOf, resultOf } from "./fixes.tsx";

const fix = (...edits: [start: number, end: number, text: string][]) => ({
  title: "",
  edits: edits.map(([start, end, text]) => ({ start, end, text })),
});

test("the result of a fix is what it writes", () => {
  assert.equal(resultOf(fix([0, 3, "Bonjour"])), "Bonjour");
  assert.equal(resultOf(fix([0, 3, "a"], [5, 6, ""], [8, 9, " b "])), "a … b");
  assert.equal(resultOf(fix([0, 3, " "])), "");
});

test("a fix of many places is called by its title", () => {
  const shouted = fix(
    ...Array.from({ length: 20 }, (_, i): [number, number, string] => [i * 5, i * 5 + 4, "mots"]),
  );
  assert.equal(resultOf(shouted), "");
  assert.equal(resultOf(fix([0, 60, "x".repeat(60)])), "x".repeat(60));
});

test("the words replaced are quoted from the draft, by UTF-16 offset", () => {
  assert.equal(quoteOf(fix([3, 6, "Bonjour"]), "👍 Bjr Paul"), "Bjr");
});

test("nothing is quoted without a draft, for several places, blanks or long words", () => {
  assert.equal(quoteOf(fix([0, 3, ""]), undefined), undefined);
  assert.equal(quoteOf(fix([0, 1, ""], [2, 3, ""]), "a b"), undefined);
  assert.equal(quoteOf(fix([0, 2, ""]), "  "), undefined);
  assert.equal(quoteOf(fix([0, 41, ""]), "x".repeat(41)), undefined);
});
