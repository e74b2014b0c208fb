// The lessons in force, as lessons.json brings them. A lesson that cannot be read is named and left out; the others work.
import type { Audience, Draft, Verdict } from "../../wasm/linter/engine.d.ts";
import { inForceOrPacked } from "../engine/files.ts";
import { isObject } from "../store/values.ts";

/** A text in the two languages of the room. */
export interface Words {
  fr: string;
  en: string;
}

export interface Opening {
  from: "me" | "them";
  name?: string;
  text: Words;
}

export interface Lesson {
  /** pack/stem. */
  id: string;
  title: Words;
  cast: {
    me: Words;
    them: Words;
    audience: Audience;
    chat: "individual" | "group";
    readers?: number;
    role?: string;
    /** RFC 3339 with offset. */
    now: string;
  };
  opening: Opening[];
  must: string[];
  mustNot: string[];
  /** Weakest verdict first. */
  replies: { verdict: Verdict; text: Words }[];
  hints: Words[];
  model: Words;
  bad: Words;
  /** HTML, to be rebuilt where it is shown. */
  reason: Words;
}

/** The examples of a rule, and a draft to put them into. */
export interface RuleExamples {
  draft: Partial<Draft>;
  /** With [[…]] around what must be found. */
  flag: string[];
  pass: string[];
}

export interface Lessons {
  lessons: Lesson[];
  /** Ids, or places in the list, of those that cannot be read. */
  broken: string[];
  examples: Record<string, RuleExamples>;
}

/** Reads the lessons in force. */
export async function loadLessons(): Promise<Lessons> {
  return readLessons(JSON.parse(new TextDecoder().decode((await inForceOrPacked("lessons")).bytes)));
}

/** Reads lessons.json. */
export function readLessons(file: unknown): Lessons {
  const { lessons, examples } = isObject(file) ? file : {};
  const list: unknown[] = Array.isArray(lessons) ? lessons : [];
  const good = list.filter(isLesson);
  const broken = list.flatMap((each, i) => (isLesson(each) ? [] : [nameOf(each, i)]));
  const known = Object.entries(isObject(examples) ? examples : {}).filter(([, each]) => isExamples(each));
  return { lessons: good, broken, examples: Object.fromEntries(known) as Lessons["examples"] };
}

function nameOf(value: unknown, place: number): string {
  return isObject(value) && typeof value.id === "string" ? value.id.slice(0, 80) : `#${place + 1}`;
}

function isLesson(value: unknown): value is Lesson {
  if (!isObject(value) || typeof value.id !== "string" || !isCast(value.cast)) return false;
  const words = [value.title, value.model, value.bad, value.reason].every(isWords);
  const names = [value.must, value.mustNot].every((list) => isList(list, (each) => typeof each === "string"));
  const hints = isList(value.hints, isWords);
  const opening = isList(value.opening, (each) => isObject(each) && isWords(each.text) && isSide(each.from));
  const replies =
    isList(value.replies, (each) => isObject(each) && isWords(each.text)) && value.replies.length > 0;
  return words && names && hints && opening && replies;
}

function isCast(value: unknown): boolean {
  return isObject(value) && isWords(value.me) && isWords(value.them) && typeof value.audience === "string";
}

function isSide(value: unknown): boolean {
  return value === "me" || value === "them";
}

function isWords(value: unknown): value is Words {
  return isObject(value) && typeof value.fr === "string" && typeof value.en === "string";
}

function isExamples(value: unknown): value is RuleExamples {
  return isObject(value) && isObject(value.draft) && Array.isArray(value.flag) && Array.isArray(value.pass);
}

function isList(value: unknown, fits: (item: unknown) => boolean): value is unknown[] {
  return Array.isArray(value) && value.every(fits);
}

const STRENGTH: readonly Verdict[] = ["clean", "note", "warn", "justify", "block"];

/** What the other side answers to a message of this verdict: the reply for it, or for the nearest weaker one. A message that
 *  is not clean never gets the reply to a clean one. */
export function replyTo({ replies }: Lesson, verdict: Verdict): Words | undefined {
  const strength = (name: Verdict) => STRENGTH.indexOf(name);
  if (verdict === "clean") return replies.find((reply) => reply.verdict === "clean")?.text;
  const others = replies.filter((reply) => reply.verdict !== "clean");
  return (others.findLast((reply) => strength(reply.verdict) <= strength(verdict)) ?? others[0])?.text;
}

const COST: Record<Verdict, number> = { clean: 0, note: 10, warn: 25, justify: 35, block: 50 };

/** How good a message is, 0..100: what the rules find in it, never who wrote it. */
export function scoreOf(findings: readonly { action: Verdict }[]): number {
  return Math.max(
    0,
    findings.reduce((left, { action }) => left - COST[action], 100),
  );
}
