// Reads the last messages of the open chat, in all three generations of their markup (the page broke it twice in 2026).
// Never writes, keeps nothing. Reading asks for layout, so it is done when the page is idle, never at a key.
import type { ChatKind, ThreadMessage } from "../../wasm/linter/engine.d.ts";
import { readMoment } from "./moment.ts";
import { rfc3339 } from "./time.ts";
import { chatName, firstMatch } from "./whatsapp.ts";
import { iconNames } from "./whatsapp-icons.ts";
import {
  BEGINNING_NAME,
  BUBBLE,
  DELIVERY_NAME,
  ICON,
  MESSAGE,
  MESSAGE_TEXT,
  MESSAGES,
  OTHER_MESSAGE,
  OWN_MESSAGE,
  PREFIXED_ID,
  QUOTE,
  STAMPED,
} from "./whatsapp-selectors.ts";
import { shownText } from "./whatsapp-text.ts";

/** What can be read off the messages in sight. */
export interface Conversation {
  /** Absent when what is there cannot be understood. */
  thread?: { complete: boolean; messages: ThreadMessage[] };
  /** What the messages tell of the kind of chat; "unknown" where they tell nothing. */
  kind: ChatKind;
}

/** The most messages that are read, and of each the most text, in UTF-16 code units: more would cost at each check. */
const MAX_MESSAGES = 20;
const MAX_TEXT = 500;

/** Both gaps beside a bubble are told apart from so many CSS pixels on; the live page agreed 19 times of 19 (2026-09). */
const MIN_GAP = 24;

/** The panel of the open chat's messages. */
export function messagePanel(): HTMLElement | undefined {
  return firstMatch(MESSAGES);
}

/** The messages of a panel, oldest first. */
export function messagesIn(panel: Element): Element[] {
  for (const selector of MESSAGE) {
    const found = Array.from(panel.querySelectorAll(selector));
    if (found.length > 0) return found.filter((each) => !each.parentElement?.closest(selector));
  }
  return [];
}

/** Reads a panel. One message whose sender is uncertain makes the whole thread unreadable: half a thread would lie. */
export function readConversation(panel: Element): Conversation {
  const rows = messagesIn(panel).filter((row) => !isNotice(row, panel));
  const last = rows.slice(-MAX_MESSAGES);
  const senders = last.map((row) => senderOf(row, panel));
  const kind = kindOf(last, senders);
  if (!senders.every((from) => from !== undefined)) return { kind };
  const messages = last.map((row, i) => messageOf(row, senders[i] ?? "them"));
  return { kind, thread: { complete: last.length === rows.length && beginsIn(panel, rows[0]), messages } };
}

function messageOf(row: Element, from: "me" | "them"): ThreadMessage {
  const stamp = /\[([^\]]*)\]/.exec(stampOf(row))?.[1] ?? "";
  const moment = readMoment(stamp, document.documentElement.lang);
  const text = textOf(row).slice(0, MAX_TEXT).toWellFormed();
  return { from, text, ...(moment ? { at: rfc3339(moment) } : {}) };
}

/** A grey line of the page's own ("X joined"): nobody's text, nobody's side. */
function isNotice(row: Element, panel: Element): boolean {
  return (
    !row.querySelector(`${STAMPED}, ${MESSAGE_TEXT}, ${BUBBLE}`) && drawnSender(row, panel) === undefined
  );
}

/** Who wrote a message, by the surest mark that the page still has. */
function senderOf(row: Element, panel: Element): "me" | "them" | undefined {
  const id = PREFIXED_ID.exec(row.getAttribute("data-id") ?? "")?.[1];
  if (id) return id === "true" ? "me" : "them";
  return drawnSender(row, panel);
}

/** Who wrote it, by how it is drawn. */
function drawnSender(row: Element, panel: Element): "me" | "them" | undefined {
  if (hasOrIs(row, OWN_MESSAGE)) return "me";
  if (hasOrIs(row, OTHER_MESSAGE)) return "them";
  return bySide(row, panel) ?? (iconNames(row).some((name) => DELIVERY_NAME.test(name)) ? "me" : undefined);
}

/** Own bubbles stand at the end of the line: right, or left where the page runs from right to left. */
function bySide(row: Element, panel: Element): "me" | "them" | undefined {
  const outer = panel.getBoundingClientRect();
  const rtl = getComputedStyle(panel).direction === "rtl";
  for (let box = row.querySelector(BUBBLE) ?? row; ; ) {
    const inner = box.getBoundingClientRect();
    const slant = inner.left - outer.left - (outer.right - inner.right);
    if (inner.width > 0 && Math.abs(slant) >= MIN_GAP) return slant > 0 === rtl ? "them" : "me";
    const next = widestIn(box);
    if (!next || box.matches(BUBBLE)) return undefined;
    box = next;
  }
}

/** The next box on the way in to a bubble without a name. Text says nothing: in a bubble as wide as the panel it begins at
 *  the same side whoever wrote it. */
function widestIn(box: Element): Element | undefined {
  const width = (element: Element) => element.getBoundingClientRect().width;
  const widest = Array.from(box.children).sort((a, b) => width(b) - width(a))[0];
  return widest?.matches(`${STAMPED}, ${MESSAGE_TEXT}`) ? undefined : widest;
}

/** The message's own text: what it quotes comes before it. An emoji is an image here. */
function textOf(row: Element): string {
  const own = (element: Element) => !element.closest(QUOTE);
  const texts = Array.from(row.querySelectorAll(MESSAGE_TEXT)).filter(own);
  const text = texts.findLast((each) => !each.parentElement?.closest(MESSAGE_TEXT));
  const place = text ?? Array.from(row.querySelectorAll(STAMPED)).findLast(own);
  return place ? shownText(place, (element) => element.matches(QUOTE)).trim() : "";
}

/** "[14:00, 1/1/2024] Name: " of the message itself; media have none, but may quote what has one. */
function stampOf(row: Element): string {
  const stamped = Array.from(row.querySelectorAll(STAMPED)).findLast((each) => !each.closest(QUOTE));
  const quotes = stamped?.querySelector(QUOTE) && !stamped.querySelector(MESSAGE_TEXT);
  return quotes ? "" : (stamped?.getAttribute("data-pre-plain-text") ?? "");
}

/** The kind of chat: from the id where it has one, else from whose names stand on the messages. Two others are a group;
 *  one whom the chat is named after is a conversation of two. */
function kindOf(rows: readonly Element[], senders: readonly ("me" | "them" | undefined)[]): ChatKind {
  const ending = rows
    .map((row) => PREFIXED_ID.exec(row.getAttribute("data-id") ?? "")?.[2])
    .findLast(Boolean);
  if (ending) return KINDS[ending] ?? "unknown";
  const others = new Set(rows.filter((_, i) => senders[i] === "them").map(nameOf));
  others.delete("");
  if (others.size > 1) return "group";
  return others.size === 1 && others.has(chatName()) ? "individual" : "unknown";
}

const KINDS: Record<string, ChatKind> = {
  "c.us": "individual",
  lid: "individual",
  "g.us": "group",
  newsletter: "channel",
};

function nameOf(row: Element): string {
  return /\]\s*(.*?):\s*$/u.exec(stampOf(row))?.[1] ?? "";
}

/** Whether the notice that opens a chat stands before its first message: then nothing older is left to load. */
function beginsIn(panel: Element, first: Element | undefined): boolean {
  const marks = Array.from(panel.querySelectorAll(ICON)).filter((icon) =>
    iconNames(icon).some((name) => BEGINNING_NAME.test(name)),
  );
  return marks.some(
    (mark) => !first || Boolean(mark.compareDocumentPosition(first) & Node.DOCUMENT_POSITION_FOLLOWING),
  );
}

function hasOrIs(element: Element, selector: string): boolean {
  return element.matches(selector) || element.querySelector(selector) !== null;
}
