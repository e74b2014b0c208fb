// Opens the card of a finding when the pointer rests on its words, and closes it when the pointer leaves both or
// presses elsewhere.
import type { Finding } from "../../wasm/linter/engine.d.ts";
import type { Guard } from "./guard.ts";
import type { Screen } from "./screen.ts";

/** How long the pointer rests before a card opens, and is away before it closes, in milliseconds. */
const OPEN_MS = 250;
const CLOSE_MS = 400;

/** Watches the pointer. `host` is our own element, over which a card stays open. */
export function watchHover(screen: Screen, host: HTMLElement, signal: AbortSignal): void {
  /** What the pointer is on: a finding (findings are made anew with each report), our own parts, or anything else. */
  let over: Finding | "ours" | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frame = 0;

  const settle = (now: typeof over) => {
    if (now === over) return;
    over = now;
    clearTimeout(timer);
    if (now === "ours") return; // on the card itself: keep it
    timer = now ? setTimeout(() => open(now), OPEN_MS) : setTimeout(close, CLOSE_MS);
  };
  const open = (finding: Finding) => {
    const index = screen.guard?.findings.indexOf(finding) ?? -1; // the draft may have changed meanwhile
    if (index >= 0 && (!screen.panels.card || screen.panels.card.byPointer)) screen.open(index, true);
  };
  const close = () => {
    if (screen.panels.card?.byPointer) screen.open(-1);
  };
  const moved = (event: PointerEvent) => {
    cancelAnimationFrame(frame);
    if (event.target === host) settle("ours");
    else frame = requestAnimationFrame(() => settle(findingAt(screen.guard, event)));
  };
  const pressed = (event: PointerEvent) => {
    if (event.isTrusted && event.target !== host && !findingAt(screen.guard, event)) screen.closePanels();
  };
  const options = { capture: true, passive: true, signal };
  addEventListener("pointermove", moved, options);
  addEventListener("pointerdown", pressed, options);
}

/** The finding drawn at the pointer. */
function findingAt(
  guard: Guard | undefined,
  { target, clientX: x, clientY: y }: MouseEvent,
): Finding | undefined {
  if (!guard || guard.findings.length === 0 || !(target instanceof Node) || !guard.draws(target))
    return undefined;
  const rangeOf = guard.ranges();
  return guard.findings.find((finding) => {
    const rects = Array.from(rangeOf(finding)?.getClientRects() ?? []);
    return rects.some((rect) => x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom);
  });
}
