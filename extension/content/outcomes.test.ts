import assert from "node:assert/strict";
import { test } from "node:test";
import type { Action, Finding } from "../../wasm/linter/engine.d.ts";
import { Outcomes } from "./outcomes.ts";
import type { Cause, Held } from "./send.ts";

function finding(action: Action, rule = `test/${action}`): Finding {
  return { rule, category: "tone", action, start: 0, end: 3, message: "", confidence: 5, fixes: [] };
}

function held(cause: Cause, more: Partial<Held> = {}): Held {
  const key = { text: "abc", chat: "Camille", surface: "composer", files: "" } as const;
  return { key, cause, since: 0, cleared: false, untrusted: false, ...more };
}

/** What is told, as "rule outcome reason". */
function telling(): { outcomes: Outcomes; told: string[] } {
  const told: string[] = [];
  const outcomes = new Outcomes((findings, outcome, reason) => {
    for (const { rule } of findings) told.push([rule, outcome, reason].filter(Boolean).join(" "));
  });
  return { outcomes, told };
}

const [note, warn, justify, block] = (["note", "warn", "justify", "block"] as const).map((each) =>
  finding(each),
) as [Finding, Finding, Finding, Finding];

test("a hold that begins or goes on tells nothing; its release tells all that was sent anyway", () => {
  const { outcomes, told } = telling();
  outcomes.decided(undefined, [note, warn], "hold");
  outcomes.decided(held("warn"), [note, warn], "swallow");
  assert.deepEqual(told, []);
  outcomes.decided(held("warn"), [note, warn], "release");
  assert.deepEqual(told, ["test/note sent-anyway", "test/warn sent-anyway"]);
});

test("a reason goes with what it justifies, and with nothing else", () => {
  const { outcomes, told } = telling();
  outcomes.decided(held("justify", { reason: "asked" }), [warn, justify], "release");
  assert.deepEqual(told, ["test/justify justified asked", "test/warn sent-anyway"]);
});

test("a fix tells of its finding alone, an edit of all that held, another chat of giving up", () => {
  const { outcomes, told } = telling();
  outcomes.changed(held("warn"), [note, warn, block], warn, true);
  outcomes.changed(held("block"), [note, warn, block], undefined, true);
  outcomes.changed(held("warn"), [warn], undefined, false);
  outcomes.ended(held("warn"), [warn], "cancelled");
  assert.deepEqual(told, [
    "test/warn fixed",
    "test/warn edited",
    "test/block edited",
    "test/warn cancelled",
    "test/warn cancelled",
  ]);
});

test("what was reported as wrong is told once, whatever else becomes of it", () => {
  const { outcomes, told } = telling();
  outcomes.wrong(block);
  outcomes.wrong(block);
  outcomes.changed(held("block"), [warn, block], undefined, true);
  outcomes.ended(held("block"), [block], "cancelled");
  assert.deepEqual(told, ["test/block false-positive", "test/warn edited", "test/block cancelled"]);
});

test("what a script tried, and what was not held, is not told", () => {
  const { outcomes, told } = telling();
  outcomes.changed(held("warn", { untrusted: true }), [warn], undefined, true);
  outcomes.ended(undefined, [warn], "cancelled");
  outcomes.changed(held("checking"), [], undefined, true);
  assert.deepEqual(told, []);
});
