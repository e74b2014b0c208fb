// Which drafts are checked, by us and by the peer.
import type { Language } from "./texts.ts";

export interface Plan {
  language: Language;
  /** UTF-16 code units. */
  length: number;
  n: number;
  /** From a drawn frame to the change, in milliseconds; default 0. */
  pause?: number;
}

/** Between two keys of somebody who types 15 a second, in milliseconds. By then the page rests, so that its next frame begins at
 *  once and the report waits behind it; a change that follows a frame has its report before the next. */
const KEY_MS = 67;

export const plans: readonly Plan[] = [
  { language: "fr", length: 30, n: 1_000 },
  { language: "fr", length: 300, n: 1_000 },
  { language: "en", length: 300, n: 1_000 },
  { language: "fr", length: 3_000, n: 1_000 },
  { language: "fr", length: 65_536, n: 1_000 },
];

/** For our own extension alone: the peer lints in the page, where nothing waits for a frame. */
export const paced: Plan = { language: "fr", length: 300, n: 1_000, pause: KEY_MS };

/** The length at which engines are compared. */
export const COMPARED = 300;

/** Drafts checked before the clock counts: browsers compile WebAssembly better once it has run a while. */
export const WARM_UP = 100;

/** Drafts handed to a page at once. */
export function batchOf({ length }: Plan): number {
  return length > 10_000 ? 25 : 100;
}

export function nameOf({ language, length, pause }: Plan): string {
  const paced = pause === undefined ? "" : `, ${pause} ms after a frame`;
  return `${length.toLocaleString("en")} characters, ${language}${paced}`;
}
