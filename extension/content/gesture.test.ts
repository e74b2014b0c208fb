import assert from "node:assert/strict";
import { test } from "node:test";
import { Gesture } from "./gesture.ts";

const button = {} as Element;

/** A draft whose text and decisions are set by the test; counts its attempts, and the clicks that complete one. */
function draft(decisions: boolean[], text = "bonjour") {
  const attempts: { repeat: boolean; begins: boolean }[] = [];
  return {
    attempts,
    clicks: 0,
    words: text,
    free: true,
    attempt(repeat: boolean, begins: boolean) {
      attempts.push({ repeat, begins });
      return decisions.shift() ?? false;
    },
    complete() {
      this.clicks += 1;
    },
    isFree() {
      return this.free;
    },
    text() {
      return this.words;
    },
  };
}

const event = (type: string, isTrusted = true, detail = 1, button = 0) =>
  ({ type, isTrusted, detail, button }) as unknown as Event;

const press = ["pointerdown", "mousedown", "pointerup", "mouseup", "click"];
const touch = ["pointerdown", "touchstart", "pointerup", "touchend", "mousedown", "mouseup", "click"];

for (const [name, events] of Object.entries({ mouse: press, touch })) {
  for (const allowed of [true, false]) {
    test(`${name}: one decision for the whole press (${allowed ? "passes" : "held"})`, () => {
      const gesture = new Gesture();
      const d = draft([allowed]);
      for (const type of events) assert.equal(gesture.passes(event(type), button, d), allowed, type);
      assert.deepEqual(d.attempts, [{ repeat: false, begins: true }]);
      assert.equal(d.clicks, allowed ? 1 : 0);
    });
  }
}

test("a press that is given up is no click, and the next one is decided anew", () => {
  const gesture = new Gesture();
  const d = draft([true, true]);
  for (const type of ["pointerdown", "mousedown"]) assert.equal(gesture.passes(event(type), button, d), true);
  assert.equal(d.clicks, 0);
  for (const type of press) assert.equal(gesture.passes(event(type), button, d), true);
  assert.deepEqual([d.attempts.length, d.clicks], [2, 1]);
});

test("another button of the mouse decides nothing, and gets nothing that is held", () => {
  const gesture = new Gesture();
  const d = draft([]);
  for (const free of [true, false]) {
    d.free = free;
    for (const type of press) assert.equal(gesture.passes(event(type, true, 1, 2), button, d), free, type);
  }
  assert.deepEqual([d.attempts.length, d.clicks], [0, 0]);
});

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
  assert.deepEqual(d.attempts, [{ repeat: true, begins: false }]);
});

test("a script's click does not ride on the user's press", () => {
  const gesture = new Gesture();
  const d = draft([true, false]);
  assert.equal(gesture.passes(event("pointerdown"), button, d), true);
  assert.equal(gesture.passes(event("click", false), button, d), false);
  assert.deepEqual(d.attempts[1], { repeat: false, begins: false });
});

test("the user's click does not ride on a script's press", () => {
  const gesture = new Gesture();
  const d = draft([true, false]);
  assert.equal(gesture.passes(event("pointerdown", false), button, d), true);
  assert.equal(gesture.passes(event("click"), button, d), false);
});
