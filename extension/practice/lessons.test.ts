import assert from "node:assert/strict";
import { test } from "node:test";
import { type Lesson, readLessons, replyTo, scoreOf } from "./lessons.ts";

const words = { fr: "a", en: "b" };
const lesson = {
  id: "tone/one",
  title: words,
  cast: {
    me: words,
    them: words,
    audience: "customer",
    chat: "individual",
    now: "2026-11-24T10:30:00+01:00",
  },
  opening: [],
  must: ["greeting"],
  mustNot: ["tone/insult-fr"],
  replies: [
    { verdict: "clean", text: { fr: "bien", en: "fine" } },
    { verdict: "note", text: { fr: "hum", en: "hm" } },
    { verdict: "justify", text: { fr: "non", en: "no" } },
  ],
  hints: [words],
  model: words,
  bad: words,
  reason: words,
};

test("a lesson that cannot be read is named, and leaves the others", () => {
  const broken = [{ ...lesson, id: "tone/two", model: "text" }, null, { ...lesson, replies: [] }];
  const read = readLessons({
    lessons: [lesson, ...broken],
    examples: { "tone/x": { draft: {}, flag: [], pass: [] }, y: 3 },
  });
  assert.deepEqual(
    read.lessons.map(({ id }) => id),
    ["tone/one"],
  );
  assert.deepEqual(read.broken, ["tone/two", "#3", "tone/one"]);
  assert.deepEqual(Object.keys(read.examples), ["tone/x"]);
});

test("what is no file of lessons holds none", () => {
  for (const file of [undefined, null, 3, [], { lessons: "x" }])
    assert.deepEqual(readLessons(file).lessons, []);
});

test("each verdict gets its reply, or that to the nearest weaker one; only a clean message gets the one to clean", () => {
  const of = (verdict: "clean" | "note" | "warn" | "justify" | "block") =>
    replyTo(lesson as Lesson, verdict)?.en;
  assert.deepEqual(
    [of("clean"), of("note"), of("warn"), of("justify"), of("block")],
    ["fine", "hm", "hm", "no", "no"],
  );
  const strict = { ...lesson, replies: lesson.replies.slice(0, 1).concat(lesson.replies.slice(2)) } as Lesson;
  assert.equal(replyTo(strict, "note")?.en, "no");
});

test("a score says how much was found, and never falls below nothing", () => {
  assert.equal(scoreOf([]), 100);
  assert.equal(scoreOf([{ action: "note" }, { action: "warn" }]), 65);
  assert.equal(scoreOf([{ action: "block" }, { action: "block" }, { action: "block" }]), 0);
});
