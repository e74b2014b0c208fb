// Everything extension storage keeps of the employee's own doing, and the changes that can be made to it. Pure: the
// background alone writes (background/keeper.ts), so that two tabs never undo each other's changes.
import type { EnterMode } from "../protocol.ts";
import { type Chats, forgetUnused, isChatId, isMark, type Mark, readChats } from "./chats.ts";
import { type Choices, type Chosen, choose, isChosen, readChoices } from "./choices.ts";
import { type Ignored, readIgnored } from "./ignored.ts";
import { type Counted, count, isSeen, lastDays, readRecord, type Seen } from "./record.ts";
import { type Day, isDay, isObject, isRule } from "./values.ts";

/** One key of extension storage for each part, so that a corrupt one leaves the others good. */
export interface Kept {
  ignored: Ignored;
  chats: Chats;
  choices: Choices;
  /** The policy text that the employee said to have read and understood. */
  acknowledged: Acknowledged | Record<string, never>;
  record: readonly Counted[];
  /** What Enter alone does in WhatsApp Web, as it was learnt; the tabs write it themselves (content/enter-mode.ts). */
  enterMode: EnterMode;
}

/** That a version of the company's policy text was read, and when. */
export interface Acknowledged {
  version: string;
  day: Day;
}

export type KeptKey = keyof Kept;

const readers: { [Key in KeptKey]: (value: unknown) => Kept[Key] | undefined } = {
  ignored: readIgnored,
  chats: readChats,
  choices: readChoices,
  acknowledged: readAcknowledged,
  record: readRecord,
  enterMode: readEnterMode,
};

export const keptKeys = Object.keys(readers) as KeptKey[];

/** What an empty storage holds. */
export const nothing: Kept = {
  ignored: {},
  chats: {},
  choices: {},
  acknowledged: {},
  record: [],
  enterMode: "unknown",
};

/** Reads storage. A part that is corrupt counts as empty and is named. */
export function readKept(stored: Readonly<Record<string, unknown>>): { kept: Kept; corrupt: KeptKey[] } {
  const read = keptKeys.map((key) => [key, readers[key](stored[key])] as const);
  const good = read.filter(([, value]) => value !== undefined);
  const corrupt = read.filter(([, value]) => value === undefined).map(([key]) => key);
  return { kept: { ...nothing, ...Object.fromEntries(good) }, corrupt };
}

/** A change of what is kept. A `chat` is an id that the background gave. */
export type Change =
  /** Ignore a rule, in one chat or everywhere. */
  | { do: "ignore"; rule: string; chat?: string }
  /** Take that back. */
  | { do: "heed"; rule: string; chat?: string }
  /** Mark a chat; without a mark the earlier one is taken off. */
  | { do: "mark"; chat: string; mark?: Mark }
  /** The chat was open. */
  | { do: "use"; chat: string }
  | { do: "forget"; chat: string }
  | { do: "choose"; choices: Chosen }
  /** The company's policy text of this version was read and understood. */
  | { do: "acknowledge"; version: string }
  /** A send was attempted with these findings in sight. */
  | { do: "count"; seen: readonly Seen[] }
  /** Forget the employee's whole doing, choices aside. */
  | { do: "erase"; what: "record" | "all" };

/** A report has no more findings. */
const MOST_SEEN = 200;

/** Whether a message is a change that can be made. */
export function isChange(value: unknown): value is Change {
  if (!isObject(value)) return false;
  const { do: what, chat, rule, mark } = value;
  if (what === "choose") return isChosen(value.choices);
  if (what === "acknowledge") return typeof value.version === "string" && value.version.length <= 64;
  if (what === "count")
    return Array.isArray(value.seen) && value.seen.length <= MOST_SEEN && value.seen.every(isSeen);
  if (what === "erase") return value.what === "record" || value.what === "all";
  if (what === "ignore" || what === "heed") return isRule(rule) && (chat === undefined || isChatId(chat));
  if (what === "mark") return isChatId(chat) && (mark === undefined || isMark(mark));
  return (what === "use" || what === "forget") && isChatId(chat);
}

/** What is kept after a change. What is old is forgotten on the way: chats not used for long, and the record beyond the
 *  policy's number of days. A part that did not change stays the same object. */
export function changed(kept: Kept, change: Change, today: Day, recordDays: number): Kept {
  const lived = outlived(kept, today, recordDays); // first: to open a chat again after its time does not bring it back
  return outlived(apply(lived, change, today), today, recordDays);
}

/** What is kept without what is old. Readers ask for it too: nothing need have changed since its time came. */
export function outlived(kept: Kept, today: Day, recordDays: number): Kept {
  const chats = forgetUnused(kept.chats, today);
  const record = lastDays(kept.record, recordDays, today);
  const sameChats = Object.keys(chats).length === Object.keys(kept.chats).length;
  const sameRecord = record.length === kept.record.length;
  return { ...kept, chats: sameChats ? kept.chats : chats, record: sameRecord ? kept.record : record };
}

function apply(kept: Kept, change: Change, today: Day): Kept {
  switch (change.do) {
    case "ignore":
      return withIgnored(kept, change.chat, today, (ignored) => ({ ...ignored, [change.rule]: today }));
    case "heed":
      return withIgnored(kept, change.chat, today, (ignored) => without(ignored, change.rule));
    case "mark":
      return withChat(kept, change.chat, today, ({ mark: _, ...note }) =>
        change.mark ? { ...note, mark: change.mark } : note,
      );
    case "use":
      return kept.chats[change.chat] ? withChat(kept, change.chat, today, (note) => note) : kept;
    case "forget":
      return { ...kept, chats: without(kept.chats, change.chat) };
    case "choose":
      return { ...kept, choices: choose(kept.choices, change.choices) };
    case "acknowledge":
      return { ...kept, acknowledged: { version: change.version, day: today } };
    case "count":
      return { ...kept, record: count(kept.record, change.seen, today) };
    case "erase":
      return change.what === "record" ? { ...kept, record: [] } : { ...nothing, choices: kept.choices };
  }
}

function readAcknowledged(value: unknown): Kept["acknowledged"] | undefined {
  if (value === undefined) return {};
  if (!isObject(value) || Object.keys(value).length === 0) return isObject(value) ? {} : undefined;
  const { version, day } = value;
  return typeof version === "string" && isDay(day) ? { version, day } : undefined;
}

/** What cannot be read is learnt again. */
function readEnterMode(value: unknown): EnterMode {
  return value === "sends" || value === "breaks" ? value : "unknown";
}

function withIgnored(
  kept: Kept,
  chat: string | undefined,
  today: Day,
  act: (ignored: Ignored) => Ignored,
): Kept {
  if (chat === undefined) return { ...kept, ignored: act(kept.ignored) };
  return withChat(kept, chat, today, (note) => ({ ...note, ignored: act(note.ignored ?? {}) }));
}

function withChat(kept: Kept, chat: string, today: Day, act: (note: Chats[string]) => Chats[string]): Kept {
  const note = { since: today, ...kept.chats[chat], used: today };
  return { ...kept, chats: { ...kept.chats, [chat]: act(note) } };
}

function without<T>(all: Record<string, T>, name: string): Record<string, T> {
  const { [name]: _, ...rest } = all;
  return rest;
}
