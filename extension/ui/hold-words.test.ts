import assert from "node:assert/strict";
import { test } from "node:test";
import { textOf, titleOf } from "./hold-words.ts";
import type { HoldView } from "./view.ts";

const hold = (changes: Partial<HoldView>): HoldView => ({
  phase: "held",
  action: "block",
  finding: 0,
  enterUnknown: false,
  reasons: [],
  ...changes,
});

const texts: [name: string, changes: Partial<HoldView>, reports: boolean, text: string | undefined][] = [
  ["a block asks for a report", {}, true, "hold_block_text"],
  ["a block asks for none where there is no button for it", {}, false, "hold_block_alone"],
  ["a warning says how to go on", { action: "warn" }, false, "hold_warn_text"],
  ["what would only be noted reads as a warning", { action: "note" }, true, "hold_warn_text"],
  ["an engine that is gone", { phase: "unchecked", action: "warn" }, true, "hold_unchecked_text"],
  [
    "an engine that is not there yet",
    { phase: "unchecked", action: "warn", starting: true },
    true,
    "hold_starting_text",
  ],
  ["a clean draft has its title alone", { phase: "clean" }, true, undefined],
];

for (const [name, changes, reports, text] of texts)
  test(name, () => assert.equal(textOf(hold(changes), reports), text));

test("a title says the action while it holds, else the phase", () => {
  assert.equal(titleOf(hold({})), "hold_block_title");
  assert.equal(titleOf(hold({ phase: "armed" })), "hold_armed_title");
});
