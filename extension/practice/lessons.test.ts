import assert from "node:assert/strict";
import { test } from "node:test";
import type { Verdict } from "../../wasm/linter/engine.d.ts";
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

test("what would break the room later is refused at once", () => {
  const cast = (change: object) => ({ ...lesson, cast: { ...lesson.cast, ...change } });
  const wrong = [
    cast({ now: 7 }),
    cast({ now: "soon" }),
    cast({ chat: "channel" }),
    cast({ readers: "24" }),
    cast({ role: 1 }),
    { ...lesson, replies: [{ verdict: "zzz", text: words }] },
    { ...lesson, opening: [{ from: "me", name: {}, text: words }] },
  ];
  for (const each of wrong)
    assert.deepEqual(readLessons({ lessons: [each] }).broken, [lesson.id], JSON.stringify(each));
  const examples = { "tone/x": { draft: {}, flag: [3], pass: [] } };
  assert.deepEqual(readLessons({ examples }).examples, {});
  assert.deepEqual(readLessons({ lessons: [cast({ readers: 24, role: "spokesperson" })] }).broken, []);
});

test("what is no file of lessons holds none", () => {
  for (const file of [undefined, null, 3, [], { lessons: "x" }])
    assert.deepEqual(readLessons(file).lessons, []);
});

const mistake = [{ rule: "tone/insult-fr" }];

test("a mistake of the lesson gets the reply to its verdict, or to the nearest weaker one, and never the one to clean", () => {
  const of = (verdict: Verdict, from = lesson) =>
    replyTo(from as Lesson, { verdict, findings: mistake }, ["greeting"])?.en;
  assert.deepEqual([of("note"), of("warn"), of("justify"), of("block")], ["hm", "hm", "no", "no"]);
  const strict = { ...lesson, replies: lesson.replies.slice(0, 1).concat(lesson.replies.slice(2)) };
  assert.equal(of("note", strict), "no");
});

test("what other rules found gets a word that fits anything: nobody is answered to what they did not write", () => {
  const findings = [{ rule: "register/sms-en" }];
  assert.equal(replyTo(lesson as Lesson, { verdict: "note", findings }, [])?.en, "I have got your message.");
});

test("the reply to a clean message quotes a good one, and waits until all that makes it good is ticked", () => {
  const whole = { ...lesson, must: ["greeting", "deadline", "tone/x"] } as Lesson;
  const of = (...ticked: string[]) => replyTo(whole, { verdict: "clean", findings: [] }, ticked)?.en;
  assert.equal(of(), undefined);
  assert.equal(of("greeting"), undefined);
  assert.equal(of("greeting", "deadline"), "fine");
});

test("a score says how much was found, and never falls below nothing", () => {
  assert.equal(scoreOf([]), 100);
  assert.equal(scoreOf([{ action: "note" }, { action: "warn" }]), 65);
  assert.equal(scoreOf([{ action: "block" }, { action: "block" }, { action: "block" }]), 0);
});
