import assert from "node:assert/strict";
import { test } from "node:test";
import { rfc3339, wallClock } from "./time.ts";

test("the clock tells the time of this second", () => {
  let at = Date.UTC(2026, 10, 27, 8, 59, 58, 999);
  const now = wallClock(() => at);
  const told = now();
  assert.equal(told, rfc3339(new Date(at)));
  at += 1;
  assert.notEqual(now(), told);
  assert.equal(Date.parse(now()), at);
  at += 999;
  assert.equal(Date.parse(now()), at - 999);
});
