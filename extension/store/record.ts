// The local record: what became of messages that a rule spoke of, by day. Written from a send attempt alone, of what
// the employee saw; no text, no chat, no time of day. It stays on this computer.
import type { Action } from "../../wasm/linter/engine.d.ts";
import { isReasonId } from "./reasons.ts";
import { type Day, daysBetween, isDay, isObject, isRule } from "./values.ts";

/** What became of a finding that a send was attempted with. */
export const outcomes = [
  "fixed",
  "edited",
  "sent-anyway",
  "justified",
  "cancelled",
  "false-positive",
] as const;
export type Outcome = (typeof outcomes)[number];

/** One line of the record. */
export interface Counted {
  day: Day;
  /** Version of the rules. */
  bundle: string;
  rule: string;
  action: Action;
  outcome: Outcome;
  /** The id of the reason chosen, where it was justified. */
  reason?: string;
  /** What the employee added to it in their own words, if anything; checked by the rules before it is kept. */
  remark?: string;
  /** Send attempts. */
  count: number;
}

/** What one finding adds to the record. */
export type Seen = Pick<Counted, "bundle" | "rule" | "action" | "outcome" | "reason" | "remark">;

/** The longest remark, in UTF-16 code units. */
export const REMARK_MAX = 200;

const actions: readonly unknown[] = ["note", "warn", "justify", "block"] satisfies Action[];

export function isSeen(value: unknown): value is Seen {
  if (!isObject(value)) return false;
  const { bundle, rule, action, outcome, reason, remark } = value;
  const known = actions.includes(action) && outcomes.includes(outcome as Outcome);
  const reasoned = reason === undefined || (outcome === "justified" && isReasonId(reason));
  const remarked = remark === undefined || (reason !== undefined && isRemark(remark));
  return known && reasoned && remarked && isRule(rule) && typeof bundle === "string" && bundle.length <= 64;
}

function isRemark(value: unknown): boolean {
  return typeof value === "string" && value !== "" && value.length <= REMARK_MAX;
}

/** What storage holds as record; undefined when it is corrupt. */
export function readRecord(value: unknown): Counted[] | undefined {
  if (value === undefined) return [];
  const fits = (each: unknown) => isSeen(each) && isCounted(each);
  return Array.isArray(value) && value.every(fits) ? value : undefined;
}

function isCounted({ day, count }: Partial<Counted>): boolean {
  return isDay(day) && Number.isInteger(count) && (count ?? 0) > 0;
}

/** The record with what was seen today. */
export function count(record: readonly Counted[], seen: readonly Seen[], today: Day): Counted[] {
  const lines = record.map((line) => ({ ...line }));
  for (const one of seen) {
    const same = lines.find((line) => line.day === today && nameOf(line) === nameOf(one));
    if (same) same.count += 1;
    else
      lines.push({
        day: today,
        bundle: one.bundle,
        rule: one.rule,
        action: one.action,
        outcome: one.outcome,
        ...(one.reason === undefined ? {} : { reason: one.reason }),
        ...(one.remark === undefined ? {} : { remark: one.remark }),
        count: 1,
      });
  }
  return lines;
}

/** The lines of the last days, today being the first of them. */
export function lastDays(record: readonly Counted[], days: number, today: Day): Counted[] {
  return record.filter(({ day }) => daysBetween(day, today) < days);
}

function nameOf({ bundle, rule, action, outcome, reason, remark }: Seen): string {
  return [bundle, rule, action, outcome, reason, remark].join(" ");
}
