import assert from "node:assert/strict";
import { test } from "node:test";
import type { Finding } from "../../wasm/linter/engine.d.ts";
import { type Attempted, Holding } from "./holding.ts";
import type { DraftKey } from "./send.ts";

const RUDE: DraftKey = { text: "connard", chat: "Camille", surface: "composer", files: "" };
const EMPTY: DraftKey = { ...RUDE, text: "" };
const finding: Finding = {
  rule: "tone/insult",
  category: "tone",
  action: "warn",
  start: 0,
  end: 7,
  message: "",
  confidence: 5,
  fixes: [],
};

/** A hold of a rude draft at 1,000 ms, and what is told of it. */
function heldDraft() {
  const told: string[] = [];
  let now = 0;
  const holding = new Holding({
    clock: () => now,
    onEngineFailure: () => "allow",
    answer: () => ({ kind: "report", verdict: "warn" }),
    findings: () => [finding],
    verdict: () => "warn",
    checking: () => false,
    attempted: (_, outcome) => told.push(outcome),
  });
  const at = (time: number) => {
    now = time;
  };
  const send = (time: number, kind: Attempted = "send", isTrusted = true) => {
    at(time);
    return holding.attempt(RUDE, { isTrusted, timeStamp: time } as Event, false, kind);
  };
  assert.equal(send(1_000), "hold");
  return { holding, told, at, send };
}

test("a press that is let go is a send at its click, and only then", () => {
  const { holding, told, send } = heldDraft();
  assert.equal(send(2_000, "press"), "release");
  assert.deepEqual([holding.hold?.cause, told], ["warn", []]);
  assert.equal(send(3_000, "press"), "release");
  holding.complete();
  holding.complete();
  holding.changed(EMPTY, RUDE, undefined);
  assert.deepEqual([holding.hold, told], [undefined, ["sent-anyway"]]);
});

test("a press that is given up leaves the hold to be given up, once", () => {
  const { holding, told, send } = heldDraft();
  send(2_000, "press");
  holding.end(false);
  holding.changed({ ...RUDE, text: "connards" }, RUDE, undefined);
  assert.deepEqual(told, ["cancelled"]);
});

const ends: [name: string, key: DraftKey, wait: number, want: string[]][] = [
  ["the draft is gone at once: it was a send", EMPTY, 20, ["sent-anyway"]],
  ["the draft goes later: it was deleted", EMPTY, 1_500, ["edited"]],
  ["the draft goes on in the next line", { ...RUDE, text: "connard\n!" }, 20, ["edited"]],
  ["another chat was opened", { ...EMPTY, chat: "Groupe" }, 20, ["cancelled"]],
];

for (const [name, key, wait, want] of ends) {
  test(`an Enter that perhaps sends: ${name}`, () => {
    const { holding, told, at, send } = heldDraft();
    assert.equal(send(2_000, "perhaps"), "release");
    assert.deepEqual([holding.hold, told], [undefined, []]);
    at(2_000 + wait);
    holding.changed(key, RUDE, undefined);
    assert.deepEqual(told, want);
  });
}

test("a script's event during the user's press takes nothing from it", () => {
  const { holding, told, send } = heldDraft();
  assert.equal(send(2_000, "press"), "release");
  assert.equal(send(2_010, "send", false), "hold");
  holding.complete();
  holding.changed(EMPTY, RUDE, undefined);
  assert.deepEqual(told, ["sent-anyway"]);
});

const leaves: [name: string, kind: Attempted, wait: number, want: string[]][] = [
  ["at once after an Enter that perhaps sends: it was a send", "perhaps", 20, ["sent-anyway"]],
  ["later: it was given up", "perhaps", 1_500, []],
  ["during a press that has no click: it was given up", "press", 20, ["cancelled"]],
];

for (const [name, kind, wait, want] of leaves) {
  test(`the composer goes ${name}`, () => {
    const { holding, told, at, send } = heldDraft();
    assert.equal(send(2_000, kind), "release");
    at(2_000 + wait);
    holding.leave();
    assert.deepEqual(told, want);
  });
}
