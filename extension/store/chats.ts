// What the employee noted about a chat. A chat's name is never stored: it goes by a keyed hash of its kind and title,
// whose key no script can read out (background/chat-id.ts). A chat whose kind changes is so a chat nothing is known of.
import type { Audience } from "../../wasm/linter/engine.d.ts";
import { type Ignored, readIgnored } from "./ignored.ts";
import { type Day, daysBetween, isDay, isObject, objectOf } from "./values.ts";

/** Whom a chat can be marked as. */
export const marks = ["customer", "partner", "colleague", "personal"] as const satisfies Audience[];
export type Mark = (typeof marks)[number];

/** What is kept of one chat. */
export interface ChatNote {
  since: Day;
  /** The last day it was open with us. */
  used: Day;
  mark?: Mark;
  /** Rules that are ignored in this chat alone. */
  ignored?: Ignored;
}

/** Chat id (32 hexadecimal digits) → note. */
export type Chats = Record<string, ChatNote>;

/** A chat nobody opened for so many days is forgotten. */
export const FORGET_DAYS = 90;

export function isChatId(value: unknown): value is string {
  return typeof value === "string" && /^[0-9a-f]{32}$/.test(value);
}

export function isMark(value: unknown): value is Mark {
  return marks.includes(value as Mark);
}

/** What storage holds of chats; undefined when it is corrupt. */
export function readChats(value: unknown): Chats | undefined {
  return value === undefined ? {} : objectOf(value, isChatId, isNote);
}

function isNote(value: unknown): value is ChatNote {
  if (!isObject(value) || !isDay(value.since) || !isDay(value.used)) return false;
  if (value.mark !== undefined && !isMark(value.mark)) return false;
  return readIgnored(value.ignored) !== undefined;
}

/** The chats without those that were not used for long, or of which nothing is left to know. */
export function forgetUnused(chats: Chats, today: Day): Chats {
  const lives = ({ mark, ignored, used }: ChatNote) =>
    (mark !== undefined || Object.keys(ignored ?? {}).length > 0) && daysBetween(used, today) <= FORGET_DAYS;
  return Object.fromEntries(Object.entries(chats).filter(([, note]) => lives(note)));
}
