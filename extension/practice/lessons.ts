// The lessons in force, as lessons.json brings them. A lesson that cannot be read is named and left out; the others work.
import type { Audience, Draft, Verdict } from "../../wasm/linter/engine.d.ts";
import { inForceOrPacked } from "../engine/files.ts";
import { isObject } from "../store/values.ts";
import { hasWord, say } from "./words.ts";

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
  const names = [value.must, value.mustNot].every((list) => isList(list, isText));
  const hints = isList(value.hints, isWords);
  const opening = isList(value.opening, isOpening);
  const replies = isList(value.replies, isReply) && value.replies.length > 0;
  return words && names && hints && opening && replies;
}

function isCast(value: unknown): boolean {
  if (!isObject(value) || !isWords(value.me) || !isWords(value.them)) return false;
  const { audience, chat, readers, role, now } = value;
  const place = typeof audience === "string" && (chat === "individual" || chat === "group");
  const more = isOr(readers, Number.isInteger) && isOr(role, isText);
  return place && more && typeof now === "string" && !Number.isNaN(Date.parse(now));
}

function isOpening(value: unknown): boolean {
  if (!isObject(value) || !isWords(value.text) || !isOr(value.name, isText)) return false;
  return value.from === "me" || value.from === "them";
}

function isReply(value: unknown): boolean {
  return isObject(value) && isWords(value.text) && STRENGTH.includes(value.verdict as Verdict);
}

/** Whether a value is absent, or as it should be. */
function isOr(value: unknown, fits: (value: unknown) => boolean): boolean {
  return value === undefined || fits(value);
}

function isText(value: unknown): boolean {
  return typeof value === "string";
}

function isWords(value: unknown): value is Words {
  return isObject(value) && typeof value.fr === "string" && typeof value.en === "string";
}

function isExamples(value: unknown): value is RuleExamples {
  return isObject(value) && isObject(value.draft) && isList(value.flag, isText) && isList(value.pass, isText);
}

function isList(value: unknown, fits: (item: unknown) => boolean): value is unknown[] {
  return Array.isArray(value) && value.every(fits);
}

const STRENGTH: readonly Verdict[] = ["clean", "note", "warn", "justify", "block"];

/** The elements that a good message of a lesson holds and no rule can see: a person ticks them. */
export function elementsOf({ must }: Lesson): string[] {
  return must.filter((name) => hasWord(`element_${name}`));
}

/** What the other side answers. The reply to a clean message quotes what a good one holds, so that it waits until every element is ticked:
 *  undefined until then. Another reply answers a mistake of the lesson: the one to this verdict, or to the nearest weaker one; what other
 *  rules found is answered by a word that fits anything. */
export function replyTo(
  lesson: Lesson,
  { verdict, findings }: { verdict: Verdict; findings: readonly { rule: string }[] },
  ticked: readonly string[],
): Words | undefined {
  const { replies, mustNot } = lesson;
  if (verdict === "clean") {
    const whole = elementsOf(lesson).every((name) => ticked.includes(name));
    return whole ? replies.find((reply) => reply.verdict === "clean")?.text : undefined;
  }
  if (!findings.some(({ rule }) => mustNot.includes(rule))) return plainReply;
  const strength = (name: Verdict) => STRENGTH.indexOf(name);
  const others = replies.filter((reply) => reply.verdict !== "clean");
  return (others.findLast((reply) => strength(reply.verdict) <= strength(verdict)) ?? others[0])?.text;
}

const plainReply: Words = { fr: say("fr", "reply_plain"), en: say("en", "reply_plain") };

const COST: Record<Verdict, number> = { clean: 0, note: 10, warn: 25, justify: 35, block: 50 };

/** How good a message is, 0..100: what the rules find in it, never who wrote it. */
export function scoreOf(findings: readonly { action: Verdict }[]): number {
  return Math.max(
    0,
    findings.reduce((left, { action }) => left - COST[action], 100),
  );
}
