// The company's policy, as the browser's management hands it over (storage.managed). Its one description is policy.json,
// which Chrome checks by itself; Firefox has no such check, so the same file is followed here. A value that does not fit
// is left out and named; the others count.
import type { Locale } from "../strings.ts";
import type { Mark } from "./chats.ts";
import schema from "./policy.json" with { type: "json" };
import { isObject } from "./values.ts";

/** Every setting; policy.json says what each means. */
export interface Settings {
  checking: boolean;
  /** None is the browser's. */
  locale: Locale | "";
  chip: boolean;
  underlines: boolean;
  /** None leaves it to the rules. */
  audienceDefault: Mark | "";
  roles: readonly string[];
  personalChats: "exempt" | "checked";
  onEngineFailure: "allow" | "hold";
  askFileChat: boolean;
  recordDays: number;
  reporting: boolean;
  supportUrl: string;
  noticeUrl: string;
  updateUrl: string;
  root: string;
  channel: "stable" | "pilot";
  pollSeconds: number;
  staleDays: number;
}

export type SettingKey = keyof Settings;

/** What holds where nobody says anything. */
export const defaults: Settings = {
  checking: true,
  locale: "",
  chip: true,
  underlines: true,
  audienceDefault: "",
  roles: [],
  personalChats: "exempt",
  onEngineFailure: "allow",
  askFileChat: false,
  recordDays: 30,
  reporting: true,
  supportUrl: "",
  noticeUrl: "",
  updateUrl: "",
  root: "",
  channel: "stable",
  pollSeconds: 60,
  staleDays: 14,
};

export const settingKeys = Object.keys(defaults) as SettingKey[];

/** A policy that was read: the values that fit, and which of them the employee cannot change. */
export interface Policy {
  values: Partial<Settings>;
  locked: readonly SettingKey[];
}

/** A value of a policy that does not fit. */
export interface PolicyMistake {
  /** As the policy names it. */
  key: string;
  problem: "unknown" | "type" | "choice" | "range" | "address" | "root" | "locked";
  /** What would fit: choices, or the least and the greatest number. */
  wanted: string;
}

/** What policy.json says of one value. */
interface Shape {
  type: string;
  enum?: readonly string[];
  minimum?: number;
  maximum?: number;
  pattern?: string;
}

const shapes = schema.properties as Readonly<Record<string, Shape>>;

/** Reads a policy; no policy is one that says nothing. */
export function readPolicy(raw: unknown): { policy: Policy; mistakes: PolicyMistake[] } {
  const given = isObject(raw) ? raw : {};
  const mistakes = Object.entries(given).flatMap(([key, value]) => mistakeOf(key, value) ?? []);
  const wrong = new Set(mistakes.map(({ key }) => key));
  const good = settingKeys.filter((key) => Object.hasOwn(given, key) && !wrong.has(key));
  const values = Object.fromEntries(good.map((key) => [key, given[key]])) as Partial<Settings>;
  const { locked, unknown } = readLocked(wrong.has("locked") ? undefined : given.locked);
  const strangers = unknown.map((name) => ({ key: "locked", problem: "locked" as const, wanted: name }));
  return { policy: { values, locked }, mistakes: [...mistakes, ...strangers] };
}

function readLocked(names: unknown): { locked: SettingKey[]; unknown: string[] } {
  const all = (names ?? []) as string[];
  const isKey = (name: string): name is SettingKey => Object.hasOwn(defaults, name);
  return { locked: all.filter(isKey), unknown: all.filter((name) => !isKey(name)) };
}

function mistakeOf(key: string, value: unknown): PolicyMistake | undefined {
  const shape = Object.hasOwn(shapes, key) ? shapes[key] : undefined;
  if (!shape) return { key, problem: "unknown", wanted: "" };
  if (!hasType(value, shape.type)) return { key, problem: "type", wanted: shape.type };
  if (shape.enum && !shape.enum.includes(value as string))
    return { key, problem: "choice", wanted: shape.enum.join(", ") };
  if (shape.pattern && value !== "" && !new RegExp(shape.pattern).test(value as string))
    return { key, problem: "address", wanted: "https://…" };
  if (key === "root" && value !== "" && !isRoot(value as string)) return { key, problem: "root", wanted: "" };
  const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = shape;
  if (shape.type === "integer" && ((value as number) < minimum || (value as number) > maximum))
    return { key, problem: "range", wanted: `${minimum}–${maximum}` };
  return undefined;
}

/** Whether a text can be a root.json, instead of its beginning or one with too many backslashes. Who signed it is the verifier's. */
function isRoot(text: string): boolean {
  try {
    const { signed, signatures } = JSON.parse(text);
    return signed._type === "root" && Array.isArray(signatures);
  } catch {
    return false;
  }
}

function hasType(value: unknown, type: string): boolean {
  if (type === "integer") return Number.isInteger(value);
  if (type === "array") return Array.isArray(value) && value.every((each) => typeof each === "string");
  return typeof value === type;
}
