// The rules whose hints the employee switched off, everywhere or in one chat: ids and days, never words of a draft.
import { type Day, isDay, isRule, objectOf } from "./values.ts";

/** Rule id → the day since when it is ignored. */
export type Ignored = Record<string, Day>;

/** What storage holds as ignored rules; undefined when it is corrupt. */
export function readIgnored(value: unknown): Ignored | undefined {
  return value === undefined ? {} : objectOf(value, isRule, isDay);
}
