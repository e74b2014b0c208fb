import assert from "node:assert/strict";
import { test } from "node:test";
import { KeyPress } from "./key-press.ts";

const SEND = { contains: (node: unknown) => node === SEND } as unknown as Element;
const OTHER = { contains: () => false } as unknown as Element;

/** A key of the user's on Send; a phase of 0 is an event that is over. */
const key = (eventPhase: number, more: object = {}) =>
  ({ isTrusted: true, eventPhase, target: SEND, ...more }) as unknown as KeyboardEvent;
const click = (more: object = {}) => ({ isTrusted: false, type: "click", ...more }) as Event;

function pressed(eventPhase: number): KeyPress {
  const press = new KeyPress();
  press.begin({ key: key(eventPhase), control: SEND, text: "connard" });
  return press;
}

test("one click made inside the key's own event is the key's", () => {
  const press = pressed(2);
  assert.equal(press.take(click(), SEND)?.text, "connard");
  assert.equal(press.take(click(), SEND), undefined);
});

const strangers: [name: string, phase: number, made: Event, control: Element][] = [
  ["one made after it", 0, click(), SEND],
  ["one on another control", 2, click(), OTHER],
  ["the user's", 2, click({ isTrusted: true }), SEND],
  ["a press of another kind", 2, click({ type: "mousedown" }), SEND],
];
for (const [name, phase, made, control] of strangers) {
  test(`a click is not the key's: ${name}`, () =>
    assert.equal(pressed(phase).take(made, control), undefined));
}

test("a click made as the key is typed is the key's; a script's typing, and that of another control, give none", () => {
  const press = pressed(0);
  press.typed(key(3, { isTrusted: false }));
  assert.equal(press.take(click(), SEND), undefined);
  press.typed(key(3));
  assert.equal(press.take(click(), SEND)?.text, "connard");
  const elsewhere = pressed(0);
  elsewhere.typed(key(3, { target: OTHER }));
  elsewhere.typed(key(3));
  assert.equal(elsewhere.take(click(), SEND), undefined);
});
