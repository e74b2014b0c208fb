// Which drafts are checked, by us and by the peer.
import type { Language } from "./texts.ts";

export interface Plan {
  language: Language;
  /** UTF-16 code units. */
  length: number;
  n: number;
}

export const plans: readonly Plan[] = [
  { language: "fr", length: 30, n: 1_000 },
  { language: "fr", length: 300, n: 1_000 },
  { language: "en", length: 300, n: 1_000 },
  { language: "fr", length: 3_000, n: 1_000 },
  { language: "fr", length: 65_536, n: 1_000 },
];

/** The length at which engines are compared. */
export const COMPARED = 300;

/** Drafts checked before the clock counts: browsers compile WebAssembly better once it has run a while. */
export const WARM_UP = 100;

/** Drafts handed to a page at once. */
export function batchOf({ length }: Plan): number {
  return length > 10_000 ? 25 : 100;
}

export function nameOf({ language, length }: Plan): string {
  return `${length.toLocaleString("en")} characters, ${language}`;
}
