import assert from "node:assert/strict";
import { test } from "node:test";
import { type EnterKey, enterSends, learnt } from "./enter-mode.ts";

const key = (...held: string[]): EnterKey => ({
  ctrlKey: held.includes("ctrl"),
  altKey: held.includes("alt"),
  shiftKey: held.includes("shift"),
  metaKey: held.includes("meta"),
});

const table: [EnterKey, sends: string, breaks: string, unknown: string][] = [
  [key(), "yes", "no", "maybe"],
  [key("shift"), "no", "yes", "maybe"],
  [key("ctrl"), "no", "yes", "maybe"],
  [key("alt"), "no", "yes", "maybe"],
  [key("meta"), "yes", "yes", "yes"],
  [key("meta", "shift"), "no", "yes", "maybe"],
];

for (const [pressed, sends, breaks, unknown] of table) {
  test(`enter with ${JSON.stringify(pressed)}`, () => {
    assert.equal(enterSends(pressed, "sends"), sends);
    assert.equal(enterSends(pressed, "breaks"), breaks);
    assert.equal(enterSends(pressed, "unknown"), unknown);
  });
}

const draft = { text: "bonjour", blocks: 1 };
const sent = { text: "", blocks: 1 };
const broken = { text: "bonjour", blocks: 2 };
const edited = { text: "bonjour!", blocks: 1 };

const lessons: [string, EnterKey, typeof draft, typeof draft, string | undefined][] = [
  ["enter sent", key(), draft, sent, "sends"],
  ["enter broke the line", key(), draft, broken, "breaks"],
  ["shift+enter sent", key("shift"), draft, sent, "breaks"],
  ["shift+enter broke the line", key("shift"), draft, broken, "sends"],
  ["meta+enter sends in both modes and teaches nothing", key("meta"), draft, sent, undefined],
  ["an empty draft cannot be sent", key(), sent, sent, undefined],
  ["an edit teaches nothing", key(), draft, edited, undefined],
  ["many lines sent", key(), { text: "a\nb", blocks: 2 }, sent, "sends"],
];

for (const [name, pressed, before, after, want] of lessons) {
  test(`learnt: ${name}`, () => assert.equal(learnt(pressed, before, after), want));
}
