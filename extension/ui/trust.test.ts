import assert from "node:assert/strict";
import { test } from "node:test";
import { type Probe, SHOWN_MS, Trust } from "./trust.ts";
import type { Rect } from "./view.ts";

const home: Rect = { left: 10, top: 20, right: 110, bottom: 60 };
const part = {} as Element;
const click = { isTrusted: true, detail: 1, clientX: 50, clientY: 40 };
const key = { isTrusted: true, detail: 0 };

/** A guard on a clock and a screen that the test moves. */
function stage() {
  const world = { time: 0, rect: home, top: true };
  const probe: Probe = { now: () => world.time, rect: () => world.rect, topmost: () => world.top };
  const trust = new Trust(probe);
  trust.shown(part, "hold");
  return { world, trust };
}

test("a choice counts once the part has been shown long enough", () => {
  const { world, trust } = stage();
  world.time = SHOWN_MS - 1;
  assert.equal(trust.accepts(click, part), false);
  world.time = SHOWN_MS;
  assert.equal(trust.accepts(click, part), true);
  assert.equal(trust.accepts(key, part), true);
});

test("what the page dispatches never counts", () => {
  const { world, trust } = stage();
  world.time = 5000;
  assert.equal(trust.accepts({ ...click, isTrusted: false }, part), false);
  assert.equal(trust.accepts({ ...key, isTrusted: false }, part), false);
});

test("a part that was never shown has no say", () => {
  const { world, trust } = stage();
  world.time = 5000;
  assert.equal(trust.accepts(click, {} as Element), false);
});

test("another meaning starts the time again, the same one does not", () => {
  const { world, trust } = stage();
  world.time = 300;
  trust.shown(part, "hold");
  world.time = 400;
  assert.equal(trust.accepts(click, part), true);
  trust.shown(part, "another finding");
  assert.equal(trust.accepts(click, part), false);
  world.time = 800;
  assert.equal(trust.accepts(click, part), true);
});

test("a part that moved is refused until it has stood still", () => {
  const { world, trust } = stage();
  world.time = 5000;
  world.rect = { ...home, left: 40, right: 140 };
  assert.equal(trust.accepts(click, part), false);
  world.time += SHOWN_MS - 1;
  assert.equal(trust.accepts(click, part), false);
  world.time += 1;
  assert.equal(trust.accepts(click, part), true);
});

test("rounding by less than a pixel is no move", () => {
  const { world, trust } = stage();
  world.time = 5000;
  world.rect = { ...home, top: 20.4, bottom: 60.4 };
  assert.equal(trust.accepts(click, part), true);
});

test("a pointer must point at the part; a key need not", () => {
  const { world, trust } = stage();
  world.time = 5000;
  world.top = false;
  assert.equal(trust.accepts(click, part), false);
  assert.equal(trust.accepts(key, part), true);
});

test("a covered part is refused, and for a while after it is uncovered", () => {
  const { world, trust } = stage();
  world.time = 5000;
  trust.covered(part, true);
  assert.equal(trust.accepts(key, part), false);
  trust.covered(part, false);
  assert.equal(trust.accepts(key, part), false);
  world.time += SHOWN_MS;
  assert.equal(trust.accepts(key, part), true);
});

test("a cover stays noticed when the meaning changes", () => {
  const { world, trust } = stage();
  trust.covered(part, true);
  trust.shown(part, "another finding");
  world.time = 5000;
  assert.equal(trust.accepts(click, part), false);
});
