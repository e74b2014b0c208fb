import assert from "node:assert/strict";
import { test } from "node:test";
import { FORGET_DAYS } from "./chats.ts";
import { type Change, changed, isChange, type Kept, nothing, outlived, readKept } from "./kept.ts";
import { dayOf } from "./values.ts";

const CHAT = "0123456789abcdef0123456789abcdef";
const TODAY = "2026-11-03";

function after(...changes: Change[]): Kept {
  return changes.reduce((kept, change) => changed(kept, change, TODAY, 30), nothing);
}

test("a rule is ignored everywhere or in one chat, and heeded again", () => {
  const kept = after({ do: "ignore", rule: "tone/a" }, { do: "ignore", rule: "tone/b", chat: CHAT });
  assert.deepEqual(kept.ignored, { "tone/a": TODAY });
  assert.deepEqual(kept.chats, { [CHAT]: { since: TODAY, used: TODAY, ignored: { "tone/b": TODAY } } });
  const undone = [
    { do: "heed", rule: "tone/a" },
    { do: "heed", rule: "tone/b", chat: CHAT },
  ] as const;
  assert.deepEqual(
    undone.reduce((before, change) => changed(before, change, TODAY, 30), kept),
    nothing,
  );
});

test("a chat is marked, marked otherwise and unmarked", () => {
  const marked = after(
    { do: "mark", chat: CHAT, mark: "partner" },
    { do: "mark", chat: CHAT, mark: "personal" },
  );
  assert.equal(marked.chats[CHAT]?.mark, "personal");
  assert.deepEqual(changed(marked, { do: "mark", chat: CHAT }, TODAY, 30), nothing);
});

test("a chat is forgotten after 90 days without use, and use puts that off", () => {
  const marked = after({ do: "mark", chat: CHAT, mark: "partner" });
  const later = (days: number) => dayOf(new Date(2026, 10, 3 + days));
  const idle: Change = { do: "heed", rule: "tone/a" };
  assert.ok(changed(marked, idle, later(FORGET_DAYS), 30).chats[CHAT]);
  assert.equal(changed(marked, idle, later(FORGET_DAYS + 1), 30).chats[CHAT], undefined);
  const used = changed(marked, { do: "use", chat: CHAT }, later(50), 30);
  assert.ok(changed(used, idle, later(FORGET_DAYS + 1), 30).chats[CHAT]);
});

test("opening a chat after its time does not bring back what was noted about it", () => {
  const marked = after({ do: "mark", chat: CHAT, mark: "personal" });
  const later = dayOf(new Date(2026, 10, 3 + FORGET_DAYS + 1));
  assert.deepEqual(changed(marked, { do: "use", chat: CHAT }, later, 30), nothing);
  const anew = changed(marked, { do: "ignore", rule: "tone/a", chat: CHAT }, later, 30).chats[CHAT];
  assert.deepEqual(anew, { since: later, used: later, ignored: { "tone/a": later } });
  assert.deepEqual(outlived(marked, later, 30), nothing);
  assert.equal(outlived(marked, TODAY, 30).chats, marked.chats, "what did not change stays the same object");
});

test("using a chat that nothing is kept of keeps nothing", () => {
  assert.deepEqual(after({ do: "use", chat: CHAT }), nothing);
});

const corrupt: unknown[] = [
  null,
  "tone/a",
  ["tone/a"],
  { "tone/a": 1 },
  { "tone/a": "yesterday" },
  { "<img>": TODAY },
  { "tone/a": TODAY, "tone/b": null },
];

test("corrupt storage ignores nothing, and is named", () => {
  for (const ignored of corrupt) {
    assert.deepEqual(readKept({ ignored }), { kept: nothing, corrupt: ["ignored"] }, JSON.stringify(ignored));
  }
  for (const chats of [{ [CHAT]: {} }, { Camille: { since: TODAY, used: TODAY } }, 7]) {
    assert.deepEqual(readKept({ chats, ignored: { "tone/a": TODAY } }), {
      kept: { ...nothing, ignored: { "tone/a": TODAY } },
      corrupt: ["chats"],
    });
  }
});

test("erasing all leaves the choices alone: no other key holds anything", () => {
  const stored = {
    ignored: { "tone/a": TODAY },
    chats: { [CHAT]: { since: TODAY, used: TODAY, mark: "partner" } },
    choices: { chip: false },
    acknowledged: { version: "3", day: TODAY },
    enterMode: "sends",
  };
  const { kept, corrupt } = readKept(stored);
  assert.deepEqual([kept.enterMode, corrupt], ["sends", []]);
  const erased = changed(kept, { do: "erase", what: "all" }, TODAY, 30);
  assert.deepEqual(erased, { ...nothing, choices: kept.choices });
  assert.equal(readKept({ enterMode: 3 }).kept.enterMode, "unknown");
});

test("only changes that can be made are taken from a message", () => {
  const good: unknown[] = [
    { do: "ignore", rule: "tone/a" },
    { do: "mark", chat: CHAT, mark: "personal" },
    { do: "mark", chat: CHAT },
    { do: "forget", chat: CHAT },
  ];
  const bad: unknown[] = [
    undefined,
    {},
    { do: "ignore", rule: "x" },
    { do: "ignore", rule: "tone/a", chat: "Camille" },
    { do: "mark", chat: CHAT, mark: "boss" },
    { do: "use" },
    { do: "drop" },
  ];
  for (const change of good) assert.ok(isChange(change), JSON.stringify(change));
  for (const change of bad) assert.ok(!isChange(change), JSON.stringify(change));
});
