import assert from "node:assert/strict";
import { test } from "node:test";
import { changed, isChange, nothing } from "./kept.ts";
import { count, lastDays, readRecord, type Seen } from "./record.ts";

const held: Seen = { bundle: "1.0", rule: "tone/a", action: "warn", outcome: "cancelled" };
const sent: Seen = { ...held, outcome: "justified", reason: "asked" };

test("equal lines of a day are counted together, and other days apart", () => {
  const first = count([], [held, sent, held], "2026-11-03");
  const lines = count(first, [held], "2026-11-04");
  assert.deepEqual(lines, [
    { day: "2026-11-03", ...held, count: 2 },
    { day: "2026-11-03", ...sent, count: 1 },
    { day: "2026-11-04", ...held, count: 1 },
  ]);
  assert.deepEqual(readRecord(lines), lines);
});

test("a remark stays with its reason, and makes a line of its own", () => {
  const lines = count([], [sent, { ...sent, remark: "accord oral" }, sent], "2026-11-03");
  assert.deepEqual(
    lines.map(({ remark, count }) => [remark, count]),
    [
      [undefined, 2],
      ["accord oral", 1],
    ],
  );
  assert.deepEqual(readRecord(lines), lines);
});

test("nothing else than what is counted gets in", () => {
  const chatty = { ...held, text: "bonjour", chat: "Camille" };
  assert.deepEqual(Object.keys(count([], [chatty], "2026-11-03")[0] ?? {}).sort(), [
    "action",
    "bundle",
    "count",
    "day",
    "outcome",
    "rule",
  ]);
  for (const wrong of [
    { outcome: "read" },
    { reason: "asked" },
    { outcome: "justified", reason: "Parce que !" },
    { remark: "sans raison" },
    { outcome: "justified", reason: "asked", remark: "a".repeat(201) },
  ])
    assert.ok(!isChange({ do: "count", seen: [{ ...held, ...wrong }] }), JSON.stringify(wrong));
  assert.ok(!isChange({ do: "count", seen: Array(201).fill(held) }));
});

test("lines older than the policy's days go", () => {
  const lines = count(count([], [held], "2026-11-01"), [held], "2026-11-03");
  assert.equal(lastDays(lines, 3, "2026-11-03").length, 2);
  assert.equal(lastDays(lines, 2, "2026-11-03").length, 1);
  assert.deepEqual(lastDays(lines, 0, "2026-11-03"), []);
  assert.deepEqual(changed(nothing, { do: "count", seen: [held] }, "2026-11-03", 0).record, []);
});

test("corrupt lines are no record", () => {
  for (const value of [{}, [7], [{ ...held }], [{ ...held, day: "2026-11-03", count: 0 }]])
    assert.equal(readRecord(value), undefined, JSON.stringify(value));
});
