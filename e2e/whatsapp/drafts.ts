/** Drafts live in the chat: saved shortly after a change and on unmount, put back as initial text [MOD-B]. */
import type { Chat } from "./chats.ts";
import { options } from "./env.ts";

let timer: ReturnType<typeof setTimeout> | undefined;

/** Saves a draft after the usual delay. */
export function saveSoon(chat: Chat, text: string): void {
  clearTimeout(timer);
  timer = setTimeout(() => saveNow(chat, text), options.draftSaveDelay);
}

/** Lets go of a draft that waits to be saved. */
export function forgetSoon(): void {
  clearTimeout(timer);
}

/** Saves a draft at once. */
export function saveNow(chat: Chat, text: string): void {
  clearTimeout(timer);
  chat.draft = text;
}
