import assert from "node:assert/strict";
import { test } from "node:test";
import { firstInside, type Place, placeCard, placeHold, placeList, type Size } from "./place.ts";
import type { Rect, View } from "./view.ts";

const wide: Size = { width: 1000, height: 700 };
const composer: Rect = { left: 400, top: 620, right: 900, bottom: 680 };
const words: Rect = { left: 450, top: 640, right: 500, bottom: 660 };

function view(changes: Partial<View> = {}): View {
  return {
    locale: "fr",
    theme: "light",
    dir: "ltr",
    findings: [],
    list: false,
    announcement: "",
    composer,
    chip: { state: "ready", verdict: "note", left: 850, top: 640 },
    ...changes,
  };
}

/** The box a place can fill, in CSS pixels. */
function reach(place: Place, viewport: Size): Rect {
  const n = (value: string | undefined) => Number.parseFloat(value ?? "NaN");
  const left = n(place.left);
  const bottom =
    place.bottom === undefined ? n(place.top) + n(place.maxHeight) : viewport.height - n(place.bottom);
  return { left, right: left + n(place.width), bottom, top: bottom - n(place.maxHeight) };
}

test("the hold stands above the composer, at its end", () => {
  const box = reach(placeHold(view(), wide), wide);
  assert.equal(box.right, composer.right);
  assert.ok(box.bottom < composer.top);
  assert.ok(box.top >= 0);
});

test("right to left, the hold stands at the composer's other end", () => {
  assert.equal(reach(placeHold(view({ dir: "rtl" }), wide), wide).left, composer.left);
});

test("no panel leaves a narrow viewport or comes over the composer", () => {
  const small: Size = { width: 320, height: 480 };
  const low: Rect = { left: 8, top: 400, right: 312, bottom: 470 };
  const chip = { state: "ready", verdict: "note", left: 270, top: 430 } as const;
  const anchor: Rect = { left: 250, top: 420, right: 300, bottom: 440 };
  for (const dir of ["ltr", "rtl"] as const) {
    const narrow = view({ composer: low, chip, dir });
    for (const place of [
      placeHold(narrow, small),
      placeList(narrow, small),
      placeCard(narrow, anchor, small),
    ]) {
      const box = reach(place, small);
      assert.ok(box.left >= 8 && box.right <= 312, `${dir}: ${JSON.stringify(box)}`);
      assert.ok(box.top >= 0 && box.bottom <= low.top, `${dir}: ${JSON.stringify(box)}`);
    }
  }
});

test("the card of words in the composer stands above the composer", () => {
  assert.ok(reach(placeCard(view(), words, wide), wide).bottom < composer.top);
});

test("a card stands below its words where the composer leaves room, and above where not", () => {
  const high = { ...words, top: 100, bottom: 120 };
  assert.equal(placeCard(view(), high, wide).top, "128px");
  const { composer: _none, ...free } = view();
  const low = { ...words, top: 600, bottom: 620 };
  assert.ok(reach(placeCard(free, low, wide), wide).bottom < low.top);
});

test("a card stays in sight of the window, wherever its words are", () => {
  const gone = { ...words, top: -600, bottom: -580 };
  const box = reach(placeCard(view({ ceiling: 64 }), gone, wide), wide);
  assert.ok(box.top >= 64 && box.bottom <= composer.top, JSON.stringify(box));
});

test("what is scrolled away is no anchor: the first line that shows is, cut to what shows", () => {
  const line = (top: number): Rect => ({ left: 450, top, right: 500, bottom: top + 20 });
  const footer = { ...composer, left: 0, right: 1000 };
  assert.equal(firstInside([line(560), line(600)], [composer, footer]), undefined);
  assert.deepEqual(firstInside([line(560), line(610), line(640)], [composer, footer]), {
    ...line(610),
    top: 620,
  });
});

test("panels stay clear of a chip that stands above the composer", () => {
  const chip = { state: "ready", verdict: "note", left: 860, top: 590 } as const;
  assert.ok(reach(placeHold(view({ chip }), wide), wide).bottom < chip.top);
  assert.ok(reach(placeList(view({ chip }), wide), wide).bottom < chip.top);
});

test("without a composer the hold stands at the bottom", () => {
  const { composer: _none, chip: _chip, ...free } = view();
  assert.equal(placeHold(free, wide).bottom, "8px");
});

test("a hold stays below the ceiling, and keeps its least height where there is no room", () => {
  const low = reach(placeHold(view({ ceiling: 64 }), wide), wide);
  assert.ok(low.top >= 64);
  const cramped = reach(placeHold(view({ ceiling: 600 }), wide), wide);
  assert.equal(cramped.bottom - cramped.top, 96);
});
