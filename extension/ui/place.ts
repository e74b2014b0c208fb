// Where panels go. Pure geometry: CSS pixels of the layout viewport in, styles of a fixed box out.
import type { Rect, View } from "./view.ts";

/** Width and height of the viewport in CSS pixels. */
export interface Size {
  width: number;
  height: number;
}

/** Inline styles of a fixed box; it grows away from the edge it is tied to. */
export type Place = Partial<Record<"left" | "top" | "bottom" | "width" | "maxHeight", string>>;

/** Widest panel, least distance from the viewport's edge and from what a panel belongs to, in CSS pixels. */
const WIDTH = 360;
const EDGE = 8;
const GAP = 8;
/** Room that a chip with a count may take, in CSS pixels. */
const CHIP_WIDTH = 56;
/** A card usually fits in this height, in CSS pixels; less room below sends it above. */
const CARD_HEIGHT = 240;
/** No panel is made lower than this, in CSS pixels: two lines and a button, scrolled. */
const LEAST_HEIGHT = 96;

/** The hold: above the composer, at its end, where the send button is. */
export function placeHold(view: View, viewport: Size): Place {
  const composer = view.composer ?? whole(viewport);
  const width = panelWidth(viewport);
  const left = view.dir === "rtl" ? composer.left : composer.right - width;
  return above(roof(view, viewport, left, width), left, width, viewport, view.ceiling);
}

/** The list: above the composer, over the chip that opened it. */
export function placeList(view: View, viewport: Size): Place {
  const width = panelWidth(viewport);
  const chip = view.chip?.left ?? viewport.width;
  const left = view.dir === "rtl" ? chip : chip + 24 - width;
  return above(roof(view, viewport, left, width), left, width, viewport, view.ceiling);
}

/** The card: below its finding where that leaves the composer free, else above. */
export function placeCard(view: View, anchor: Rect, viewport: Size): Place {
  const width = panelWidth(viewport);
  const left = view.dir === "rtl" ? anchor.right - width : anchor.left;
  const ceiling = Math.min(anchor.top, roof(view, viewport, left, width));
  const floor = view.composer && view.composer.bottom > anchor.bottom ? view.composer.top : viewport.height;
  const top = Math.max(anchor.bottom + GAP, (view.ceiling ?? 0) + EDGE);
  const below = floor - top - EDGE;
  if (below < CARD_HEIGHT && below <= ceiling - GAP - EDGE)
    return above(ceiling, left, width, viewport, view.ceiling);
  return { left: px(inside(left, width, viewport)), top: px(top), width: px(width), maxHeight: px(below) };
}

/** The highest line a panel must stay above: the composer's top, and the chip's where the chip stands above it. */
function roof(view: View, viewport: Size, left: number, width: number): number {
  const composer = view.composer?.top ?? viewport.height;
  const { chip } = view;
  const from = inside(left, width, viewport);
  const overChip = chip && chip.left + CHIP_WIDTH > from && chip.left < from + width;
  return overChip && chip.top < composer ? chip.top : composer;
}

/** A box that ends above `line` and, where it can, begins below `ceiling`; both in CSS pixels from the top. */
function above(line: number, left: number, width: number, viewport: Size, ceiling = 0): Place {
  const maxHeight = Math.max(LEAST_HEIGHT, line - GAP - EDGE - ceiling);
  const bottom = Math.min(viewport.height - line + GAP, viewport.height - EDGE - LEAST_HEIGHT);
  return {
    left: px(inside(left, width, viewport)),
    bottom: px(Math.max(EDGE, bottom)),
    width: px(width),
    maxHeight: px(maxHeight),
  };
}

function panelWidth(viewport: Size): number {
  return Math.min(WIDTH, viewport.width - 2 * EDGE);
}

function inside(left: number, width: number, viewport: Size): number {
  return Math.max(EDGE, Math.min(left, viewport.width - width - EDGE));
}

/** The first of some boxes of which anything shows inside the frames, cut to what shows; undefined when nothing does. */
export function firstInside(boxes: readonly Rect[], frames: readonly Rect[]): Rect | undefined {
  const cut = boxes.map((box) => frames.reduce(overlap, box));
  return cut.find(({ left, top, right, bottom }) => left < right && top < bottom);
}

function overlap(a: Rect, b: Rect): Rect {
  return {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  };
}

function whole({ width, height }: Size): Rect {
  return { left: 0, top: height, right: width, bottom: height };
}

function px(value: number): string {
  return `${Math.round(value)}px`;
}
