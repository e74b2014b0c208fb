// What the employee chose for the whole of Bonton.
import { isLocale, type Locale } from "../strings.ts";
import { isObject } from "./values.ts";

export interface Choices {
  checking?: boolean;
  /** The end of a pause, in milliseconds since 1970. */
  pausedUntil?: number;
  locale?: Locale;
  chip?: boolean;
  underlines?: boolean;
}

/** The longest pause, in milliseconds: until tomorrow at the latest. */
export const LONGEST_PAUSE_MS = 24 * 3_600_000;

const isFlag = (value: unknown) => typeof value === "boolean";

const shapes: Record<keyof Choices, (value: unknown) => boolean> = {
  checking: isFlag,
  pausedUntil: (value) => typeof value === "number" && Number.isFinite(value),
  locale: isLocale,
  chip: isFlag,
  underlines: isFlag,
};

/** What storage holds as choices; undefined when it is corrupt. */
export function readChoices(value: unknown): Choices | undefined {
  if (value === undefined) return {};
  return isObject(value) && fits(value) ? (value as Choices) : undefined;
}

/** Choices as a message brings them; null takes one back. */
export type Chosen = { [Key in keyof Choices]: Choices[Key] | null };

export function isChosen(value: unknown): value is Chosen {
  return (
    isObject(value) && fits(Object.fromEntries(Object.entries(value).filter(([, each]) => each !== null)))
  );
}

/** The choices after some were made or taken back. */
export function choose(choices: Choices, chosen: Chosen): Choices {
  const all = Object.entries({ ...choices, ...chosen });
  return Object.fromEntries(all.filter(([, value]) => value !== null && value !== undefined));
}

function fits(value: Record<string, unknown>): boolean {
  return Object.entries(value).every(
    ([key, each]) => Object.hasOwn(shapes, key) && shapes[key as keyof Choices](each),
  );
}
