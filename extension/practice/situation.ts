// A lesson as the checking wants it: who reads, and what was said so far.
import type { ThreadMessage } from "../../wasm/linter/engine.d.ts";
import type { WrittenLocale as Locale } from "../strings.ts";
import type { Situation } from "./checking.ts";
import type { Lesson } from "./lessons.ts";

/** A message of the conversation on the screen. */
export interface Said {
  from: "me" | "them";
  name?: string;
  text: string;
}

/** The conversation as the lesson opens it. */
export function openingOf({ opening }: Lesson, locale: Locale): Said[] {
  return opening.map(({ from, name, text }) => ({ from, text: text[locale], ...(name ? { name } : {}) }));
}

/** Where a draft of this lesson is written, after these messages. */
export function situationOf({ cast }: Lesson, locale: Locale, said: readonly Said[]): Situation {
  const messages: ThreadMessage[] = said.map(({ from, text }) => ({ from, text }));
  const { audience, chat: kind, readers, role, now } = cast;
  return {
    title: cast.them[locale],
    chat: { kind, audience, ...(readers ? { readers } : {}), ...(role ? { role } : {}) },
    thread: { complete: true, messages },
    now,
  };
}
