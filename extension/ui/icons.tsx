// Our own drawings, 16 by 16, in the current colour. Each state and action has a shape of its own, so that none is
// told by its colour alone.
import type { ComponentChildren, VNode } from "preact";
import type { Action } from "../../wasm/linter/engine.d.ts";
import type { ChipState } from "./view.ts";

/** Every glyph's name. */
export type Glyph = Action | ChipState | "clean" | "close" | "previous" | "next" | "pencil";

const ring = <circle cx="8" cy="8" r="6.25" />;

const glyphs: Record<Glyph, ComponentChildren> = {
  note: [ring, <path d="M8 7.5v3.75M8 4.9v.1" />],
  warn: [<path d="M8 2.1 14.4 13.4H1.6Z" />, <path d="M8 6.4v3.2M8 11.5v.1" />],
  justify: [<path d="M2 3h12v8H8.2L5 13.8V11H2Z" />, <path d="M5 7h.1M8 7h.1M11 7h.1" />],
  block: [<path d="M5.4 1.75h5.2l3.65 3.65v5.2l-3.65 3.65H5.4L1.75 10.6V5.4Z" />, <path d="M5 8h6" />],
  clean: [ring, <path d="m5.2 8.2 2 2 3.7-4.1" />],
  ready: [ring, <path d="m5.2 8.2 2 2 3.7-4.1" />],
  starting: <circle cx="8" cy="8" r="6.25" stroke-dasharray="2.2 2.7" />,
  checking: <path class="turn" d="M8 1.75A6.25 6.25 0 1 1 1.75 8" />,
  off: [ring, <path d="m3.6 12.4 8.8-8.8" />],
  paused: [ring, <path d="M6.4 5.6v4.8M9.6 5.6v4.8" />],
  exempt: [<circle cx="8" cy="5.2" r="2.7" />, <path d="M2.6 14a5.4 5.4 0 0 1 10.8 0" />],
  stale: [ring, <path d="M8 4.4V8l2.4 1.7" />],
  failed: [ring, <path d="m5.7 5.7 4.6 4.6m0-4.6-4.6 4.6" />],
  close: <path d="m4 4 8 8m0-8-8 8" />,
  previous: <path d="M10 3.5 5.5 8l4.5 4.5" />,
  next: <path d="M6 3.5 10.5 8 6 12.5" />,
  pencil: <path d="M2.5 13.5 3.3 10l7.5-7.5 2.7 2.7L6 12.7Z" />,
};

/** A drawing; it says nothing to assistive technology, the words beside it do. */
export function Icon({ glyph, size = 16 }: { glyph: Glyph; size?: number }): VNode {
  return (
    <svg class={`icon ${glyph}`} viewBox="0 0 16 16" width={size} height={size} aria-hidden="true">
      {glyphs[glyph]}
    </svg>
  );
}
