// The capture listeners at the window: every key and press that may send is decided here, before the page sees it.
// Both preventDefault and stopImmediatePropagation are needed: the page's editor does not look at defaultPrevented,
// and stopping alone would still break the line.
import type { Composers } from "./composers.ts";
import { type EnterModeMemory, enterSends } from "./enter-mode.ts";
import { Gesture, PRESS_EVENTS, type Pressed } from "./gesture.ts";
import type { Guard } from "./guard.ts";
import { type KeyOnControl, KeyPress } from "./key-press.ts";
import { composerAround, controlAt, mainComposer, overlayComposer, takesKeys } from "./whatsapp.ts";
import { listTakes } from "./whatsapp-lists.ts";

export interface Listening {
  composers: Composers;
  enterMode: EnterModeMemory;
  /** Our own element: events inside it are the UI's business. */
  host: HTMLElement;
  /** The user, or a script (not `trusted`), turned to this composer. */
  use(guard: Guard, trusted: boolean): void;
  /** Esc was pressed in the page; answers whether something of ours was closed by it. */
  escape(): boolean;
  /** The shortcut to the next finding (F8) was pressed; answers whether there was anything to go to. */
  nextFinding(): boolean;
}

/** What is being pressed, by the pointer and by the keyboard. */
interface Presses {
  gesture: Gesture;
  keys: KeyPress;
}

/** Listens until the signal aborts. */
export function listen(world: Listening, signal: AbortSignal): void {
  const presses = { gesture: new Gesture(), keys: new KeyPress() };
  const options = { capture: true, passive: false, signal };
  window.addEventListener("keydown", (event) => onKey(event, world, presses), options);
  window.addEventListener("keypress", (event) => presses.keys.typed(event), options);
  for (const name of PRESS_EVENTS)
    window.addEventListener(name, (event) => onPress(event, world, presses), options);
  for (const name of ["pointerover", "focusin"])
    window.addEventListener(name, (event) => aimAt(event, world), {
      capture: true,
      passive: true,
      signal,
    });
  for (const name of ["paste", "drop"])
    window.addEventListener(name, () => world.enterMode.unwatch(), { capture: true, passive: true, signal });
  window.addEventListener("focusin", ({ target }) => turnTo(target as Node, world), {
    capture: true,
    signal,
  });
}

function turnTo(node: Node, { composers, use }: Listening): void {
  const composer = composerAround(node);
  if (composer) use(composers.guardOf(composer), true);
}

/** A draft that is about to be scheduled is checked before the button is pressed, for the rules may differ there. */
function aimAt({ target, isTrusted }: Event, { composers }: Listening): void {
  if (!isTrusted) return;
  const found = controlAt(target);
  const schedules = found?.control.kind === "schedule";
  for (const guard of composers.all()) guard.aim(schedules && guard.composer === found.composer);
}

function onKey(event: KeyboardEvent, world: Listening, { gesture, keys }: Presses): void {
  if (event.isTrusted) onTyping(event, world);
  if (event.target === world.host || isComposing(event)) return;
  if (event.key === "Enter" || event.key === " ") {
    gesture.keyRepeats = event.repeat;
    if (onControl(event, world, keys)) return;
  }
  if (event.key === "Enter") onEnter(event, world);
  else if (event.isTrusted && isTaken(event.key, world)) stop(event);
}

/** What a key of the user's ends: an Enter's effect, and the meaning of a pointer that rests on the clock. */
function onTyping({ target }: Event, { composers, enterMode }: Listening): void {
  enterMode.unwatch();
  const composer = composerAround(target as Node);
  if (composer) composers.guardOf(composer).aim(false);
}

/** Whether a key did something of ours, which the page then does not see. */
function isTaken(key: string, world: Listening): boolean {
  if (key === "Escape") return world.escape();
  return key === "F8" && world.nextFinding();
}

/** A drawn button (role="button") is pressed by the key itself; a real one gets a click for it. Answers whether it was a drawn one. */
function onControl(event: KeyboardEvent, { composers, use }: Listening, keys: KeyPress): boolean {
  if (event.isTrusted) keys.end();
  const found = controlAt(event.target);
  if (!found) return false;
  const { kind, element: control } = found.control;
  const isReal = control instanceof HTMLButtonElement;
  const guard = composers.guardOf(found.composer);
  if (!isReal) {
    use(guard, event.isTrusted);
    guard.aim(kind === "schedule", event.isTrusted);
    if (!isPass(guard.attempt(event, event.repeat, "perhaps"))) {
      stop(event);
      return true;
    }
  }
  if (event.isTrusted) keys.begin({ key: event, control, text: isReal ? undefined : guard.reading.text });
  return !isReal;
}

/** An Enter that a suggestion list takes is not ours. A script's Enter may send whatever it says of itself. */
function onEnter(event: KeyboardEvent, { composers, enterMode, use }: Listening): void {
  const composer = composerOf(event);
  if (!composer) return;
  const inside = composer.contains(event.target as Node);
  if (event.isTrusted && inside && listTakes(event, composer)) return;
  const guard = composers.guardOf(composer);
  const sends = event.isTrusted ? meaningOf(event, enterMode) : "maybe";
  use(guard, event.isTrusted);
  guard.aim(false, event.isTrusted);
  const passes = sends === "no" || isQuickLineBreak(event, guard, sends);
  if (!passes && !isPass(guard.attempt(event, event.repeat, sends === "maybe" ? "perhaps" : "send")))
    stop(event);
  else if (event.isTrusted && inside) enterMode.watch(event, guard.seen, performance.now());
}

/** Whether an Enter sends: beside the editor of a page over the chat it may in either mode. */
function meaningOf(event: KeyboardEvent, { mode }: EnterModeMemory): ReturnType<typeof enterSends> {
  const target = event.target as Node;
  return !composerAround(target) && overlayComposer(target) ? "maybe" : enterSends(event, mode);
}

/** Shift+Enter breaks the line unless the user turned "Enter is send" off. Until that is known a flagged draft is held
 *  on it, but one that an engine is still checking is not: the fast writer of many lines would lose breaks. */
function isQuickLineBreak(event: KeyboardEvent, guard: Guard, sends: "yes" | "maybe"): boolean {
  if (sends !== "maybe" || !event.isTrusted || !event.shiftKey || event.ctrlKey || event.altKey) return false;
  guard.refresh();
  return guard.awaited;
}

/** The composer whose draft this Enter may send: the one it is typed in, or, when nothing else takes keys, that of the page over
 *  the chat which it is typed in, or the chat's own. */
function composerOf({ target }: KeyboardEvent): HTMLElement | undefined {
  const node = target as Node | null;
  return composerAround(node) ?? (takesKeys(node) ? undefined : (overlayComposer(node) ?? mainComposer()));
}

function onPress(event: Event, world: Listening, { gesture, keys }: Presses): void {
  const { composers, enterMode, host, use } = world;
  if (event.target === host) return;
  enterMode.unwatch();
  const found = controlAt(event.target);
  if (!found) return;
  const guard = composers.guardOf(found.composer);
  const pressed = keys.take(event, found.control.element);
  if (event.type !== "click" || pressed) use(guard, event.isTrusted || pressed !== undefined);
  guard.aim(found.control.kind === "schedule", event.isTrusted || pressed !== undefined);
  const goes = pressed && clickOfKey(pressed, guard);
  if (!(goes ?? gesture.passes(event, found.control.element, draftOf(guard, event)))) stop(event);
}

/** Whether the click that the page made of a key goes on; undefined where it is a script's, for the draft is another by now. */
function clickOfKey({ key, text }: KeyOnControl, guard: Guard): boolean | undefined {
  if (text === undefined) return isPass(guard.attempt(key, key.repeat));
  guard.refresh();
  if (guard.reading.text !== text) return undefined;
  guard.complete();
  return true;
}

function draftOf(guard: Guard, event: Event): Pressed {
  return {
    attempt: (repeat, begins) => isPass(guard.attempt(event, repeat, begins ? "press" : "send")),
    complete: () => guard.complete(),
    isFree: () => guard.isFree(),
    text: () => {
      guard.refresh();
      return guard.reading.text;
    },
  };
}

function isPass(outcome: ReturnType<Guard["attempt"]>): boolean {
  return outcome === "pass" || outcome === "release";
}

/** While an input method composes, Enter picks a word; Chromium marks such keys 229 as well (UI Events). A script can
 *  claim as much of its own events, and the page's editor does not look. */
function isComposing(event: KeyboardEvent): boolean {
  return event.isTrusted && (event.isComposing || event.keyCode === 229);
}

function stop(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
