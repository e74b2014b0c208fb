// Where the chip goes: near the send button, and never over a control of the page's own. Only geometry is read.
import type { Rect } from "../ui/view.ts";

/** What the chip may take, in CSS pixels. */
export const CHIP = { width: 56, height: 24 };

const GAP = 6;

/** Steps tried along the composer's edge, in CSS pixels. */
const STEP = 8;

/** The chip's top-left corner: above the box that holds the composer, from its end inwards, at the first free spot. */
export function chipPlace(
  box: Rect,
  dir: "ltr" | "rtl",
  controls: readonly Rect[],
): { left: number; top: number } {
  const top = Math.max(0, box.top - CHIP.height - GAP);
  const last = Math.max(0, Math.floor((box.right - box.left - CHIP.width) / STEP));
  for (let i = 0; i <= last; i++) {
    const left = dir === "ltr" ? box.right - CHIP.width - GAP - i * STEP : box.left + GAP + i * STEP;
    const spot = { left, top, right: left + CHIP.width, bottom: top + CHIP.height };
    if (!controls.some((control) => overlaps(control, spot))) return { left, top };
  }
  return { left: dir === "ltr" ? box.left : box.right - CHIP.width, top };
}

function overlaps(a: Rect, b: Rect): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
