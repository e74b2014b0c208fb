import assert from "node:assert/strict";
import { test } from "node:test";
import { Gesture } from "./gesture.ts";

const button = {} as Element;

/** A draft whose text and decisions are set by the test; counts its attempts. */
function draft(decisions: boolean[], text = "bonjour") {
  const attempts: { repeat: boolean }[] = [];
  return {
    attempts,
    words: text,
    attempt(repeat: boolean) {
      attempts.push({ repeat });
      return decisions.shift() ?? false;
    },
    text() {
      return this.words;
    },
  };
}

const event = (type: string, isTrusted = true, detail = 1) =>
  ({ type, isTrusted, detail }) as unknown as Event;

const press = ["pointerdown", "mousedown", "pointerup", "mouseup", "click"];
const touch = ["pointerdown", "touchstart", "pointerup", "touchend", "mousedown", "mouseup", "click"];

for (const [name, events] of Object.entries({ mouse: press, touch })) {
  for (const allowed of [true, false]) {
    test(`${name}: one decision for the whole press (${allowed ? "passes" : "held"})`, () => {
      const gesture = new Gesture();
      const d = draft([allowed]);
      for (const type of events) assert.equal(gesture.passes(event(type), button, d), allowed, type);
      assert.equal(d.attempts.length, 1);
    });
  }
}

test("a second press is a second decision", () => {
  const gesture = new Gesture();
  const d = draft([false, true]);
  for (const type of press) assert.equal(gesture.passes(event(type), button, d), false);
  for (const type of press) assert.equal(gesture.passes(event(type), button, d), true);
});

test("a text that changes during the press is decided again", () => {
  const gesture = new Gesture();
  const d = draft([true, false]);
  assert.equal(gesture.passes(event("pointerdown"), button, d), true);
  d.words = "autre";
  assert.equal(gesture.passes(event("click"), button, d), false);
});

test("a click by key is decided alone, with its key's repeat", () => {
  const gesture = new Gesture();
  gesture.keyRepeats = true;
  const d = draft([false]);
  assert.equal(gesture.passes(event("click", true, 0), button, d), false);
  assert.deepEqual(d.attempts, [{ repeat: true }]);
});

test("a script's click does not ride on the user's press", () => {
  const gesture = new Gesture();
  const d = draft([true, false]);
  assert.equal(gesture.passes(event("pointerdown"), button, d), true);
  assert.equal(gesture.passes(event("click", false), button, d), false);
  assert.deepEqual(d.attempts[1], { repeat: false });
});

test("the user's click does not ride on a script's press", () => {
  const gesture = new Gesture();
  const d = draft([true, false]);
  assert.equal(gesture.passes(event("pointerdown", false), button, d), true);
  assert.equal(gesture.passes(event("click"), button, d), false);
});
