// The bundle in force, as the background left it after it was verified: read by every frame and Worker that needs rules or
// reasons, written by the background alone.
import type { BundleState } from "../../wasm/linter/engine.d.ts";
import { read } from "./database.ts";
import { type Note, readNote, stateOf } from "./note.ts";

/** The name of the record in the database. */
export const IN_FORCE = "in-force";

export interface InForce {
  note: Note;
  rules: Uint8Array;
  texts: Uint8Array;
  lessons: Uint8Array;
  /** Of the last timestamp.json that was verified, SHA-256 in hex: the same bytes bring no news. */
  timestamp?: string;
  /** What it was verified with: another root, channel, package or engine means verifying anew. */
  by: string;
  /** What the engine would not have under the same `by`; it is not tried again with each look. */
  refused?: readonly Refused[];
  /** The `by` of a look that could verify nothing at all, as with a root that cannot be read: another one would find the same. */
  vain?: string;
}

/** Files by their hashes, and why the engine would not have them. */
export interface Refused {
  rules: string;
  texts: string;
  why: string;
}

/** A file of the bundle in force. */
export interface Held {
  bytes: Uint8Array;
  /** SHA-256 in hex. */
  hash: string;
  state: BundleState;
  /** Read from the package, as trusted as the scripts beside it, instead of what was verified. */
  shipped: boolean;
}

/** The practice room on a host of its own: it has no updates, and opening an empty database costs it a third of a second. */
const isSite = /^https?:$/.test(globalThis.location?.protocol ?? "");

/** Reads the record; undefined when there is none, or it is not what the background wrote. */
export async function inForce(): Promise<InForce | undefined> {
  if (isSite) return undefined;
  const record = (await read(IN_FORCE).catch(() => undefined)) as InForce | undefined;
  return record && readNote(record.note) && record.rules instanceof Uint8Array ? record : undefined;
}

/** The files of a bundle. */
export type BundleFile = "rules" | "texts" | "lessons";

/** A file in force, by the hash noted when it was verified; undefined when it is not what was noted. */
export async function held(file: BundleFile): Promise<Held | undefined> {
  const record = await inForce();
  const hash = record?.note[file];
  if (!record || !hash || (await sha256(record[file])) !== hash) return undefined;
  return {
    bytes: record[file],
    hash,
    state: stateOf(record.note, Date.now()),
    shipped: false,
  };
}

/** SHA-256 in hex. */
export async function sha256(bytes: Uint8Array): Promise<string> {
  const sum = await crypto.subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(sum), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
