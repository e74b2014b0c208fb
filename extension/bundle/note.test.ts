import assert from "node:assert/strict";
import { test } from "node:test";
import { type Note, readNote, silentAfter, staleSince, stateOf } from "./note.ts";

const NOW = Date.parse("2026-11-20T12:00:00Z");
const base: Note = {
  version: "1",
  channel: "stable",
  source: "packaged",
  root: "ab",
  dev: true,
  revoked: false,
  created: "2026-11-01T00:00:00Z",
  ends: "2027-01-30T00:00:00Z",
  rules: "cd",
  texts: "ef",
  staleDays: 14,
};
const at = "2026-11-20T11:00:00Z";

const cases: [string, Partial<Note>, string][] = [
  ["what shipped", {}, "packaged"],
  ["what shipped, and the server has nothing newer", { fresh: "2026-11-21T00:00:00Z" }, "current"],
  ["fetched", { source: "stored", fresh: "2026-11-21T00:00:00Z" }, "current"],
  ["fetched, and the last news ended", { source: "stored", fresh: "2026-11-10T00:00:00Z" }, "current"],
  ["fetched, no news for long", { source: "stored", fresh: "2026-11-06T11:59:59Z" }, "stale"],
  ["signed by keys that were revoked", { source: "stored", revoked: true }, "stale"],
  ["the server is down", { problem: { class: "unavailable", message: "", at } }, "packaged"],
  [
    "the server never answered, for long",
    { silent: "2026-11-06T11:59:59Z", problem: { class: "unavailable", message: "", at } },
    "stale",
  ],
  ["the server did not answer yet", { silent: at }, "packaged"],
  ["a forged bundle came", { problem: { class: "untrusted", message: "", at } }, "refused"],
  ["the engine would not have it", { problem: { class: "engine", message: "", at } }, "refused"],
];

for (const [name, more, want] of cases)
  test(`${name}: ${want}`, () => assert.equal(stateOf({ ...base, ...more }, NOW), want));

test("rules are old since the last news ended", () => {
  const fresh = "2026-11-01T00:00:00Z";
  assert.equal(staleSince({ ...base, fresh }, NOW), Date.parse(fresh));
  assert.equal(staleSince(base, NOW), undefined);
});

test("silence begins with the first look that fails, and any news ends it", () => {
  const none = { fresh: undefined, asked: true, failed: undefined };
  const later = "2026-11-20T11:30:00Z";
  assert.equal(silentAfter(undefined, none), undefined);
  assert.equal(silentAfter(undefined, { ...none, failed: at }), at);
  assert.equal(silentAfter(at, { ...none, failed: later }), at);
  assert.equal(
    silentAfter(at, { ...none, asked: false }),
    at,
    "the browser started, and the minute of the policy runs",
  );
  assert.equal(silentAfter(at, none), undefined);
  assert.equal(silentAfter(at, { ...none, fresh: at, failed: later }), undefined);
});

test("a note that cannot be read is none", () => {
  for (const broken of [undefined, null, 3, [], {}, { ...base, rules: 1 }])
    assert.equal(readNote(broken), undefined);
  assert.deepEqual(readNote(base), base);
});
