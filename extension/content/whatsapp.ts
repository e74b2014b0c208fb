// The page, as the rest of the content script sees it: composers, their send controls, the open chat, the theme.
// All knowledge of WhatsApp Web's markup is here and in whatsapp-*.ts; nothing here writes to the page.
import type { Surface } from "../../wasm/linter/engine.d.ts";
import { iconNames } from "./whatsapp-icons.ts";
import {
  BUTTON,
  CHANNEL_SIGN,
  CHAT_TITLE,
  CONFIRM_NAME,
  CONTROL,
  DIALOG,
  EDITOR,
  FOOTER,
  HEADER,
  MAIN,
  MAIN_COMPOSER,
  SCHEDULE_NAME,
  SEND_BUTTON,
  SEND_NAME,
  SIDE,
  SURFACE_SIGN,
  VOICE_NAME,
} from "./whatsapp-selectors.ts";
import { shownText } from "./whatsapp-text.ts";

/** A control that makes the draft leave. */
export interface SendControl {
  element: HTMLElement;
  kind: "send" | "schedule";
}

/** How far above an editor its send control may be looked for, in ancestors. */
const MAX_CLIMB = 12;

/** The editors on the page that text can leave from, in document order. */
export function findComposers(): HTMLElement[] {
  const found = new Set(document.querySelectorAll<HTMLElement>(EDITOR));
  const main = firstMatch(MAIN_COMPOSER);
  if (main) found.add(main);
  return [...found].filter(isComposer);
}

/** The composer that an event's target or another node lies in. */
export function composerAround(node: Node | null): HTMLElement | undefined {
  const element = node instanceof Element ? node : node?.parentElement;
  const editor = element?.closest<HTMLElement>(EDITOR) ?? element?.closest<HTMLElement>(MAIN_COMPOSER.join());
  return editor && isComposer(editor) ? editor : undefined;
}

/** The composer of the open chat. */
export function mainComposer(): HTMLElement | undefined {
  const main = firstMatch(MAIN_COMPOSER);
  return main && isComposer(main) ? main : undefined;
}

/** The composer of the page over the chat that a node lies in: there Enter may send wherever the focus is (2026 summer). */
export function overlayComposer(node: Node | null): HTMLElement | undefined {
  return findComposers().findLast(
    (composer) => !composer.closest(FOOTER) && overlayOf(composer).contains(node),
  );
}

/** The whole of the page over the chat that a composer stands in: the largest part around it that holds none of the chat. */
export function overlayOf(composer: HTMLElement): Element {
  let part: Element = composer;
  for (let next = part.parentElement; next && next !== document.body; next = next.parentElement) {
    if (next.querySelector(`${SIDE}, ${FOOTER}`)) break;
    part = next;
  }
  return part;
}

function isComposer(element: HTMLElement): boolean {
  return element.isConnected && !element.closest(SIDE);
}

/** Where text leaves from when this composer's draft is sent. */
export function surfaceOf(composer: HTMLElement): Surface {
  if (composer.closest(FOOTER)) return "composer";
  const container = containerOf(composer);
  if (has(container, SURFACE_SIGN.caption)) return "caption";
  if (has(container, SURFACE_SIGN.forward) || composer.closest(SURFACE_SIGN.forwardAround)) return "forward";
  const icons = sendControls(composer).flatMap(({ element }) => iconNames(element));
  if (icons.some((name) => CONFIRM_NAME.test(name))) return "edit";
  if (document.querySelector(CHANNEL_SIGN)) return "question";
  return composer.closest(DIALOG) ? "forward" : "status"; // a status is written on a page of its own
}

/** The smallest part of the page that holds the composer and its send control: one that is marked as such, else any. */
export function containerOf(composer: HTMLElement): Element {
  const sure = composer.closest(FOOTER) ?? composer.closest(DIALOG);
  if (sure) return sure;
  const around = partsAround(composer);
  const sends = (part: Element) => isAlone(part) && buttonsAfter(composer, part).some(isMarkedSend);
  const presses = (part: Element) => buttonsAfter(composer, part).length > 0;
  return around.find(sends) ?? around.find(presses) ?? around.at(-1) ?? composer;
}

/** What lies around a composer, the nearest first. */
function partsAround(composer: HTMLElement): Element[] {
  const parts: Element[] = [];
  let part = composer.parentElement;
  for (; part && parts.length < MAX_CLIMB; part = part.parentElement) parts.push(part);
  return parts;
}

/** Whether a part of the page holds no second editor, whose send control would be found for the first. */
function isAlone(part: Element): boolean {
  return part.querySelectorAll(EDITOR).length < 2;
}

/** The controls that send this composer's draft now. */
export function sendControls(composer: HTMLElement): SendControl[] {
  const buttons = buttonsAfter(composer, containerOf(composer));
  const send = findSend(buttons)?.button;
  const schedule = buttons.filter((button) => button !== send && named(button, SCHEDULE_NAME));
  const controls: SendControl[] = schedule.map((element) => ({ element, kind: "schedule" }));
  return send ? [{ element: send, kind: "send" }, ...controls] : controls;
}

/** Ways to know the Send button, best first: its own marks, its icon's name, or that it is the last enabled one. */
const SEND_WAYS: ((button: HTMLElement) => boolean)[] = [
  ...SEND_BUTTON.map((selector) => (button: HTMLElement) => button.matches(selector)),
  (button) => named(button, SEND_NAME),
  (button) => !isDisabled(button),
];

/** Whether a button says of itself that it sends, or confirms an edit; the last of any is a guess. */
function isMarkedSend(button: HTMLElement): boolean {
  return SEND_WAYS.slice(0, -1).some((fits) => fits(button)) || named(button, CONFIRM_NAME);
}

function findSend(buttons: HTMLElement[]): { button: HTMLElement; tier: number } | undefined {
  const candidates = buttons.filter((button) => !isVoice(button));
  for (const [i, fits] of SEND_WAYS.entries()) {
    const button = candidates.findLast(fits);
    if (button) return { button, tier: i + 1 };
  }
  return undefined;
}

/** Which of the ways found this composer's Send button; tier 0 when none did. */
export function sendTier(composer: HTMLElement): { tier: number; tiers: number } {
  const found = findSend(buttonsAfter(composer, containerOf(composer)));
  return { tier: found?.tier ?? 0, tiers: SEND_WAYS.length };
}

/** The send control that an event's target lies in, and its composer. */
export function controlAt(
  target: EventTarget | null,
): { composer: HTMLElement; control: SendControl } | undefined {
  const button = target instanceof Element ? target.closest(BUTTON) : null;
  if (!button) return undefined;
  for (const composer of findComposers().reverse()) {
    const control = sendControls(composer).find(({ element }) => element === button);
    if (control) return { composer, control };
  }
  return undefined;
}

/** Buttons after the composer in its container: those before it attach files or open emoji. */
function buttonsAfter(composer: HTMLElement, container: Element): HTMLElement[] {
  return Array.from(container.querySelectorAll<HTMLElement>(BUTTON)).filter(
    (button) =>
      composer.compareDocumentPosition(button) & Node.DOCUMENT_POSITION_FOLLOWING &&
      !composer.contains(button),
  );
}

function isVoice(button: HTMLElement): boolean {
  return named(button, VOICE_NAME);
}

function isDisabled(button: HTMLElement): boolean {
  return button.matches(':disabled, [aria-disabled="true"]');
}

function named(button: HTMLElement, pattern: RegExp): boolean {
  return iconNames(button).some((name) => pattern.test(name));
}

/** Whether keys typed at this node are for something else than the open chat: a field, a button, a dialog. */
export function takesKeys(node: Node | null): boolean {
  const element = node instanceof Element ? node : undefined;
  return (
    element?.closest(`${CONTROL}, ${DIALOG}, ${SIDE}, [contenteditable="true"], textarea, select`) != null
  );
}

/** What tells this chat from another: its name, as far as the page shows it. Renames and namesakes are possible. */
export function chatName(): string {
  const title = firstMatch(CHAT_TITLE);
  return title ? shownText(title) : "";
}

/** The page's theme: WhatsApp puts `dark` on the body (seen 2026). */
export function theme(): "light" | "dark" {
  return document.body?.classList.contains("dark") ? "dark" : "light";
}

/** Tells when the page changes its theme, until the signal aborts. */
export function onThemeChange(changed: () => void, signal: AbortSignal): void {
  const observer = new MutationObserver(changed);
  const watch = () => observer.observe(document.body, { attributes: true, attributeFilter: ["class"] });
  if (document.body) watch();
  else addEventListener("DOMContentLoaded", watch, { once: true, signal });
  signal.addEventListener("abort", () => observer.disconnect());
}

/** Where the chat's own header ends, in CSS pixels from the viewport's top: its controls are above. */
export function headerBottom(): number {
  return document.querySelector(HEADER)?.getBoundingClientRect().bottom ?? 0;
}

/** The pane of the open chat, for whether an event concerns it. */
export function mainPane(): Element | null {
  return document.querySelector(MAIN);
}

/** The boxes of the page's own controls, in CSS pixels of the viewport: nothing of ours may cover them. */
export function pageControls(): DOMRect[] {
  const pane = document.querySelector(DIALOG) ?? mainPane() ?? document;
  return Array.from(pane.querySelectorAll(CONTROL), (control) => control.getBoundingClientRect());
}

/** The first element that matches the best selector that matches at all. */
export function firstMatch(selectors: readonly string[]): HTMLElement | undefined {
  for (const selector of selectors) {
    const match = document.querySelector<HTMLElement>(selector);
    if (match) return match;
  }
  return undefined;
}

function has(container: Element, selector: string): boolean {
  return container.matches(selector) || container.querySelector(selector) !== null;
}
