// What the readers of stored values share. Extension storage survives updates, crashes and hands that edit it, so
// nothing in it is believed before it was looked at.

/** A day of the user's calendar, YYYY-MM-DD. Never a time of day. */
export type Day = string;

/** The user's day at a moment. */
export function dayOf(date: Date): Day {
  const two = (n: number) => String(n).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** Whole days from one day to a later one. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

export function isDay(value: unknown): value is Day {
  return typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value));
}

/** An id of a rule, `pack/stem`. */
export function isRule(value: unknown): value is string {
  return typeof value === "string" && value.length <= 80 && /^[a-z0-9-]+\/[a-z0-9-]+$/.test(value);
}

/** An object whose every name and value passes; undefined for anything else. */
export function objectOf<T>(
  value: unknown,
  isName: (name: string) => boolean,
  isValue: (value: unknown) => value is T,
): Record<string, T> | undefined {
  if (!isObject(value)) return undefined;
  const good = Object.entries(value).every(([name, each]) => isName(name) && isValue(each));
  return good ? (value as Record<string, T>) : undefined;
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
