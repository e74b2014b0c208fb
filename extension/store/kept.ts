// Everything extension storage keeps of the employee's own doing, and the changes that can be made to it. Pure: the
// background alone writes (background/keeper.ts), so that two tabs never undo each other's changes.
import { type Chats, forgetUnused, isChatId, isMark, type Mark, readChats, renameInChats } from "./chats.ts";
import { type Ignored, readIgnored, renameIgnored } from "./ignored.ts";
import { type Day, isObject, isRule } from "./values.ts";

/** One key of extension storage for each part, so that a corrupt one leaves the others good. */
export interface Kept {
  ignored: Ignored;
  chats: Chats;
}

export type KeptKey = keyof Kept;

const readers: { [Key in KeptKey]: (value: unknown) => Kept[Key] | undefined } = {
  ignored: readIgnored,
  chats: readChats,
};

export const keptKeys = Object.keys(readers) as KeptKey[];

/** What an empty storage holds. */
export const nothing: Kept = { ignored: {}, chats: {} };

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
  /** A bundle came: old id → id of today. */
  | { do: "rename"; renamed: Record<string, string> };

/** Whether a message is a change that can be made. */
export function isChange(value: unknown): value is Change {
  if (!isObject(value)) return false;
  const { do: what, chat, rule, mark } = value;
  if (what === "ignore" || what === "heed") return isRule(rule) && (chat === undefined || isChatId(chat));
  if (what === "mark") return isChatId(chat) && (mark === undefined || isMark(mark));
  if (what === "rename") return isObject(value.renamed) && Object.values(value.renamed).every(isRule);
  return (what === "use" || what === "forget") && isChatId(chat);
}

/** What is kept after a change. What nobody used for long is forgotten on the way. */
export function changed(kept: Kept, change: Change, today: Day): Kept {
  const after = apply(kept, change, today);
  return { ...after, chats: forgetUnused(after.chats, today) };
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
    case "rename":
      return {
        ...kept,
        ignored: renameIgnored(kept.ignored, change.renamed),
        chats: renameInChats(kept.chats, change.renamed),
      };
  }
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
