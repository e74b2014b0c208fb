// What is noted of the rules in force, for whoever shows or compares it. Pure. The note lies in extension storage, where a
// change of it tells every tab; it holds no rule, and nothing is decided by it that matters if somebody forges it.
import type { BundleState, UpdaterError, VerifiedBundle } from "../../wasm/linter/engine.d.ts";
import { isObject } from "../store/values.ts";

/** The key of the note in chrome.storage.local. */
export const NOTE = "bundle";

/** Why the last look brought nothing new; `engine` says that the engine would not have it. */
export interface Problem {
  class: UpdaterError["class"] | "engine";
  message: string;
  /** When it was seen, RFC 3339. */
  at: string;
}

export interface Note extends Omit<VerifiedBundle, "source"> {
  source: "packaged" | "stored";
  /** Of rules.json, SHA-256 in hex. */
  rules: string;
  /** Of texts.json. */
  texts: string;
  /** Of lessons.json; notes of older versions have none. */
  lessons?: string;
  /** Days without news from the repository until rules count as old. */
  staleDays: number;
  /** When the repository was last asked, RFC 3339. */
  looked?: string | undefined;
  problem?: Problem | undefined;
  /** Since when looks fail while the repository has never vouched for anything, RFC 3339. */
  silent?: string | undefined;
}

/** Reads storage; undefined when there is no note, or none that can be read. */
export function readNote(value: unknown): Note | undefined {
  if (!isObject(value)) return undefined;
  const words = ["version", "channel", "source", "root", "created", "ends", "rules"] as const;
  return words.every((word) => typeof value[word] === "string") ? (value as unknown as Note) : undefined;
}

const DAY_MS = 86_400_000;

/** Since when there was no news, once the rules count as old; in milliseconds since 1970. */
export function staleSince({ fresh, silent, staleDays }: Note, now: number): number | undefined {
  const until = Date.parse(fresh ?? silent ?? "");
  return now > until + staleDays * DAY_MS ? until : undefined;
}

/** What a look makes of `silent`: any news ends it, the first one that `failed` begins it, and one that did not ask leaves it. */
export function silentAfter(
  before: string | undefined,
  { fresh, asked, failed }: { fresh: string | undefined; asked: boolean; failed: string | undefined },
): string | undefined {
  if (fresh) return undefined;
  return asked ? failed && (before ?? failed) : before;
}

/** The state that reports name. What was refused comes first: somebody should look at it. */
export function stateOf(note: Note, now: number): BundleState {
  if (isRefusal(note.problem)) return "refused";
  if (note.revoked || staleSince(note, now) !== undefined) return "stale";
  return note.fresh || note.source === "stored" ? "current" : "packaged";
}

/** Whether something came and was not taken, rather than nothing. */
export function isRefusal(problem: Problem | undefined): boolean {
  return problem !== undefined && ["untrusted", "unfit", "engine"].includes(problem.class);
}
