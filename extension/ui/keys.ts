// Keys pressed inside our parts, and what is typed there. They are taken at the window, before the page's own shortcuts see them,
// and before its scripts could read along; what the browser does with them by itself (Tab, Enter on a button) still happens.
import { isDialog, type PartName } from "./parts.ts";
import type { Trust } from "./trust.ts";
import type { Actions, View } from "./view.ts";

const keys = ["keydown", "keypress", "keyup"] as const;

/** Events that carry what is typed or pasted out of the shadow root. */
const typing = [
  "beforeinput",
  "input",
  "change",
  "compositionstart",
  "compositionupdate",
  "compositionend",
  "paste",
  "drop",
] as const;

/** Listens until the returned function is called. `view` answers what is shown at the moment. */
export function listenToKeys(root: ShadowRoot, trust: Trust, actions: Actions, view: () => View): () => void {
  const listener = (event: KeyboardEvent) => {
    const part = partIn(root, event);
    if (part === undefined) return;
    event.stopImmediatePropagation();
    if (event.type === "keydown") press(event, part, isField(root.activeElement), trust, actions, view());
  };
  const typed = (event: Event) => {
    if (!isInside(root, event)) return;
    event.stopImmediatePropagation();
    const field = root.activeElement;
    if (event.type === "input" && event.isTrusted && isField(field)) actions.remark?.(field.value);
  };
  const window = root.ownerDocument.defaultView;
  for (const name of keys) window?.addEventListener(name, listener, true);
  for (const name of typing) window?.addEventListener(name, typed, true);
  return () => {
    for (const name of keys) window?.removeEventListener(name, listener, true);
    for (const name of typing) window?.removeEventListener(name, typed, true);
  };
}

function isInside(root: ShadowRoot, event: Event): boolean {
  return event.composedPath().includes(root.host);
}

function isField(element: Element | null): element is HTMLInputElement {
  return element instanceof HTMLInputElement;
}

/** The part the key is pressed in; undefined when it is pressed elsewhere. */
function partIn(root: ShadowRoot, event: KeyboardEvent): Element | null | undefined {
  if (!isInside(root, event)) return undefined;
  return root.activeElement?.closest("[data-part]") ?? null;
}

/** `writes`: the key goes into a field. */
function press(
  event: KeyboardEvent,
  part: Element | null,
  writes: boolean,
  trust: Trust,
  actions: Actions,
  view: View,
): void {
  if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
  const name = part?.getAttribute("data-part") as PartName | null;
  const run = choice(event, name, actions, view, writes);
  const held = event.repeat && (event.key === "Enter" || event.key === " ");
  if (run || held) event.preventDefault();
  if (run && part && !event.repeat && (movesOn(event) || trust.accepts(event, part))) run();
}

/** Closing and going on choose nothing, so they need not wait until the part could be read. */
function movesOn({ key, isTrusted }: KeyboardEvent): boolean {
  return isTrusted && (key === "Escape" || key === "F8");
}

/** What a key asks for by itself; keys that press a focused button are the browser's business. */
function choice(event: KeyboardEvent, part: PartName | null, actions: Actions, view: View, writes: boolean) {
  if (event.key === "Escape") return stepBack(part, actions, view);
  if (event.key === "F8") return nextCard(part, actions, view);
  const reason =
    part === "hold" && !writes && isDialog(view) ? view.hold?.reasons[digitOf(event) - 1] : undefined;
  return reason && (() => actions.justify(reason.id));
}

/** Esc steps back once: from a card to what was under it, else out. */
function stepBack(part: PartName | null, actions: Actions, view: View) {
  return part === "card" && view.list ? () => actions.open(-1) : () => actions.close();
}

/** The shortcut that opened the card goes on to the next one. */
function nextCard(part: PartName | null, actions: Actions, { card, findings }: View) {
  return part === "card" && card && (() => actions.open((card.finding + 1) % findings.length));
}

/** The digit 1 to 9 of a key, also where the layout asks for Shift (French AZERTY); else 0. */
function digitOf({ key, code }: KeyboardEvent): number {
  const digit = /^[1-9]$/.exec(key)?.[0] ?? /^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1];
  return Number(digit ?? 0);
}
