import assert from "node:assert/strict";
import { test } from "node:test";
import type { Finding, Verdict } from "../../wasm/linter/engine.d.ts";
import type { SendState } from "./send.ts";
import { Shown } from "./shown.ts";

const insult = { rule: "tone/insult" } as Finding;

/** A guard with a flagged draft. */
function flagged() {
  return {
    findings: [insult] as Finding[],
    verdict: "warn" as Verdict,
    checking: false,
    hold: undefined as SendState,
  };
}

test("while a changed draft is checked, its verdict stays with its findings", () => {
  const shown = new Shown();
  const guard = flagged();
  shown.take(guard);
  Object.assign(guard, { findings: [], verdict: "clean", checking: true });
  shown.take(guard);
  assert.deepEqual([shown.findings, shown.verdict], [[insult], "warn"]);
  guard.checking = false;
  shown.take(guard);
  assert.deepEqual([shown.findings, shown.verdict], [[], "clean"]);
});

test("another composer's draft, or a hold, shows its own", () => {
  const shown = new Shown();
  shown.take(flagged());
  const fresh = { ...flagged(), findings: [], verdict: "clean" as const, checking: true };
  shown.take(fresh);
  assert.deepEqual([shown.findings, shown.verdict], [[], "clean"]);
  shown.take(undefined);
  assert.deepEqual([shown.findings, shown.verdict], [[], "clean"]);
});
