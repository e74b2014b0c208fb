// Opens the card of a finding when the pointer rests on its words, and closes it when the pointer leaves both.
import type { Guard } from "./guard.ts";
import type { Screen } from "./screen.ts";

/** How long the pointer rests before a card opens, and is away before it closes, in milliseconds. */
const OPEN_MS = 250;
const CLOSE_MS = 400;

/** Watches the pointer. `host` is our own element, over which a card stays open. */
export function watchHover(screen: Screen, host: HTMLElement, signal: AbortSignal): void {
  let over = -1;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frame = 0;

  const settle = (finding: number) => {
    if (finding === over) return;
    over = finding;
    clearTimeout(timer);
    if (finding >= 0) timer = setTimeout(() => screen.open(finding, true), OPEN_MS);
    else if (screen.card?.byPointer) timer = setTimeout(() => screen.open(-1), CLOSE_MS);
  };
  const moved = (event: PointerEvent) => {
    if (event.target === host) {
      clearTimeout(timer); // on the card itself: keep it
      over = -2;
    } else if (!frame) {
      frame = requestAnimationFrame(() => {
        frame = 0;
        settle(findingAt(screen.guard, event));
      });
    }
  };
  addEventListener("pointermove", moved, { capture: true, passive: true, signal });
}

/** The index of the finding drawn at the pointer, -1 where there is none. */
export function findingAt(guard: Guard | undefined, { target, clientX: x, clientY: y }: MouseEvent): number {
  if (!guard || guard.findings.length === 0 || !(target instanceof Node) || !guard.composer.contains(target))
    return -1;
  const map = guard.map();
  return guard.findings.findIndex(({ start, end }) => {
    const rects = Array.from(map.range(start, end)?.getClientRects() ?? []);
    return rects.some((rect) => x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom);
  });
}
