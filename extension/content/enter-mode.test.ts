import assert from "node:assert/strict";
import { test } from "node:test";
import { type EnterKey, EnterModeMemory, enterSends, learnt, type SeenDraft } from "./enter-mode.ts";

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
  ["the line broke in its middle", key(), draft, { text: "bon\njour", blocks: 2 }, "breaks"],
  ["shift+enter over a selection of three lines", key("shift"), { text: "a\nb\nc", blocks: 3 }, { text: "", blocks: 2 }, undefined], // biome-ignore format: a table
  ["enter over a selection of three lines", key(), { text: "a\nb\nc", blocks: 3 }, { text: "", blocks: 2 }, undefined], // biome-ignore format: a table
  ["two lines pasted after an enter in an empty box", key(), sent, { text: "a\nb", blocks: 2 }, undefined],
  ["enter picked a reply of two lines", key(), { text: "/merci", blocks: 1 }, { text: "Merci.\nBien", blocks: 2 }, undefined], // biome-ignore format: a table
];

for (const [name, pressed, before, after, want] of lessons) {
  test(`learnt: ${name}`, () => assert.equal(learnt(pressed, before, after), want));
}

const memory = (stored: Record<string, unknown> = {}) =>
  new EnterModeMemory({
    get: async () => stored,
    set: async () => undefined,
    onChanged: { addListener: () => undefined },
  } as unknown as chrome.storage.StorageArea);

const composer = {};
const seen = (text: string, blocks: number, more: Partial<SeenDraft> = {}): SeenDraft => ({
  text,
  blocks,
  composer,
  chat: "Camille",
  ...more,
});

/** What is read after a Shift+Enter in "bonjour", and when, in milliseconds after it. */
const effects: [string, [SeenDraft, number][], EnterModeMemory["mode"]][] = [
  ["the line broke", [[seen("bonjour", 2), 5]], "sends"],
  ["the line broke, seen at the second look", [[seen("bonjour", 1), 1], [seen("bonjour", 2), 5]], "sends"], // biome-ignore format: a table
  ["it was sent", [[seen("", 1), 5]], "breaks"],
  ["it was emptied much later", [[seen("", 1), 1_500]], "unknown"],
  ["another chat was opened in the same composer", [[seen("", 1, { chat: "Karim" }), 5]], "unknown"],
  ["another composer is empty", [[seen("", 1, { composer: {} }), 5]], "unknown"],
];

for (const [name, looks, want] of effects) {
  test(`observed: ${name}`, () => {
    const enterMode = memory();
    enterMode.watch(key("shift"), seen("bonjour", 1), 0);
    for (const [after, at] of looks) enterMode.observe(after, at);
    assert.equal(enterMode.mode, want);
  });
}

test("observed: a button pressed after the Enter is what emptied the draft", () => {
  const enterMode = memory();
  enterMode.watch(key("shift"), seen("bonjour", 1), 0);
  enterMode.unwatch();
  enterMode.observe(seen("", 1), 5);
  assert.equal(enterMode.mode, "unknown");
});

test("observed: a reply sent as it is picked makes the mode unknown, the next line break makes it known again", async () => {
  const enterMode = memory({ enterMode: "breaks" });
  await new Promise(setImmediate);
  enterMode.watch(key(), seen("/horaires", 1), 0);
  enterMode.observe(seen("", 1), 5);
  assert.equal(enterMode.mode, "unknown");
  enterMode.watch(key(), seen("bonjour", 1), 100);
  enterMode.observe(seen("bonjour", 2), 105);
  assert.equal(enterMode.mode, "breaks");
});

test("observed: a setting that was changed is learnt from two effects", async () => {
  const enterMode = memory({ enterMode: "breaks" });
  await new Promise(setImmediate);
  for (const at of [0, 100]) {
    enterMode.watch(key(), seen("bonjour", 1), at);
    enterMode.observe(seen("", 1), at + 5);
  }
  assert.equal(enterMode.mode, "sends");
});
