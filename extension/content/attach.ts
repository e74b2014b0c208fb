// Puts guards on the composers of a page and shows what they say: what the content script and the practice room share.

import { Composers } from "./composers.ts";
import { watchComposition } from "./composition.ts";
import type { EnterModeMemory } from "./enter-mode.ts";
import { Guard } from "./guard.ts";
import type { GuardWorld } from "./guard-world.ts";
import type { Host } from "./host.ts";
import { watchHover } from "./hover.ts";
import { listen } from "./listen.ts";
import type { Screen } from "./screen.ts";
import { fateOf, Underlines } from "./underlines.ts";
import { containerOf, onThemeChange } from "./whatsapp.ts";

export interface Attachment {
  host: Host;
  screen: Screen;
  enterMode: EnterModeMemory;
  world: Omit<GuardWorld, "updated">;
  /** Whether findings are underlined. */
  underlines(): boolean;
  /** Draft, report or hold of a guard changed, and it is shown. */
  updated?(guard: Guard): void;
}

/** Listens and shows until the signal aborts, which leaves the page as it was. */
export function attach(parts: Attachment, signal: AbortSignal): Composers {
  const { host, screen, enterMode } = parts;
  const underlines = new Underlines();
  const texts = new WeakMap<Guard, string>();
  const world: GuardWorld = { ...parts.world, updated: onUpdate };
  const sizes = new ResizeObserver(() => screen.update()); // a drawer beside the chat, or a quote above the draft, moves it without a key
  const boxes = new WeakMap<Guard, Element>();
  const composers: Composers = new Composers(
    (composer) => {
      const guard = new Guard(composer, world);
      const box = containerOf(composer);
      boxes.set(guard, box);
      for (const part of [composer, box]) sizes.observe(part);
      return guard;
    },
    (guard) => {
      for (const part of [guard.composer, boxes.get(guard)]) if (part) sizes.unobserve(part);
      underlines.clear(guard);
      if (screen.guard === guard) screen.guard = composers.all()[0];
      screen.update();
    },
    () => screen.update(),
  );

  listen(
    {
      composers,
      enterMode,
      host: host.element,
      use: (guard, trusted) => {
        if (!trusted && screen.guard?.hold) return; // a script does not take the user's panel away
        screen.guard = guard;
        screen.update();
      },
      escape: () => closeOpen(screen),
      nextFinding: () => screen.openNext(),
    },
    signal,
  );
  watchComposition(signal);
  watchHover(screen, host.element, signal);
  onThemeChange(() => screen.update(), signal);
  addEventListener("resize", () => screen.update(), { signal });
  const scrolled = () => screen.panels.card && screen.update(); // it goes with its words
  addEventListener("scroll", scrolled, { capture: true, passive: true, signal });
  signal.addEventListener("abort", () => {
    composers.dispose();
    sizes.disconnect();
    underlines.dispose();
  });
  return composers;

  function onUpdate(guard: Guard): void {
    screen.guard ??= guard;
    const { text } = guard.reading;
    enterMode.observe(guard.seen, performance.now());
    if (texts.get(guard) !== text) {
      texts.set(guard, text);
      if (screen.guard === guard) screen.draftChanged();
    }
    const shown = parts.underlines() && world.checks();
    const fate = shown ? fateOf(guard, world.engineReady()) : "clear";
    if (fate === "show") underlines.show(guard, guard.findings, guard.ranges());
    else if (fate === "clear") underlines.clear(guard);
    screen.update();
    parts.updated?.(guard);
  }
}

/** Closes what is open, and gives the focus back; answers whether anything was. */
function closeOpen(screen: Screen): boolean {
  const held = screen.guard?.hold !== undefined;
  if (held) screen.guard?.dismiss();
  const closed = screen.closePanels() || held;
  if (closed && document.activeElement === document.body) screen.guard?.composer.focus();
  return closed;
}
