import assert from "node:assert/strict";
import { test } from "node:test";
import type { Finding } from "../../wasm/linter/engine.d.ts";
import { Panels } from "./panels.ts";

const at = (rule: string, start: number) => ({ rule, start, end: start + 3 }) as Finding;

test("a card goes where its finding went, and with it", () => {
  const panels = new Panels();
  panels.openCard(1, false);
  const shown = [at("a/a", 0), at("b/b", 5)];
  panels.follow(shown, [at("b/b", 5), at("c/c", 9)]);
  assert.equal(panels.card?.finding, 0);
  panels.follow([at("b/b", 5)], [at("b/b", 6)]);
  assert.equal(panels.card, undefined);
});

test("a notice takes the card's place, a card the notice's; closing says whether anything was open", () => {
  const panels = new Panels();
  assert.equal(panels.close(), false);
  panels.openCard(0, true);
  panels.tell("Annulé");
  assert.deepEqual([panels.card, panels.notice], [undefined, { words: "Annulé" }]);
  panels.openCard(0, true);
  assert.equal(panels.notice, undefined);
  assert.equal(panels.close(), true);
  assert.equal(panels.card, undefined);
});

test("another draft closes what spoke of the last one, not the list", () => {
  const panels = new Panels();
  panels.toggleList();
  panels.tell("Annulé");
  panels.draftChanged();
  assert.deepEqual([panels.list, panels.notice], [true, undefined]);
});

test("what could not be done before a hold is not said in it, what can be undone still is after it", () => {
  const panels = new Panels();
  const words = () => panels.notice?.words;
  panels.tell("Impossible");
  panels.held(false);
  assert.equal(words(), "Impossible");
  panels.held(true);
  assert.equal(words(), undefined);
  panels.tell("Impossible");
  panels.held(true);
  assert.equal(words(), "Impossible", "said in the hold it was refused in");
  panels.held(false);
  panels.tell("Ignoré", () => undefined);
  panels.held(true);
  assert.equal(words(), "Ignoré");
});
