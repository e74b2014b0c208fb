import assert from "node:assert/strict";
import { test } from "node:test";
import type { Draft, Finding, Report, ReportError } from "../../wasm/linter/engine.d.ts";
import { REMARK_MAX } from "../store/record.ts";
import { Remark } from "./remark.ts";

const finding = (more: Partial<Finding>): Finding => ({
  rule: "confidential/payment-card",
  category: "confidential",
  action: "block",
  start: 0,
  end: 1,
  message: "Un numéro de carte",
  confidence: 5,
  fixes: [],
  ...more,
});

/** A remark, and the checks it asked for, to be answered. */
function written(...texts: string[]) {
  const asked: { draft: Draft; answer: (findings: readonly Finding[] | "failed") => Promise<void> }[] = [];
  const remark = new Remark({
    around: () => ({ locale: "fr", now: "2026-11-03T10:00:00+01:00", surface: "composer" }),
    changed: () => {},
    lint: (draft) =>
      new Promise<Report | ReportError>((resolve) => {
        const answer = async (findings: readonly Finding[] | "failed") => {
          const { revision } = draft;
          const report = { revision, verdict: "clean", findings, bundle: {} } as unknown as Report;
          resolve(findings === "failed" ? { revision, error: "no" } : report);
          await new Promise(setImmediate);
        };
        asked.push({ draft, answer });
      }),
  });
  for (const text of texts) remark.write(text);
  return { remark, asked };
}

const answers: [name: string, findings: readonly Finding[] | "failed", kept: string | undefined][] = [
  ["clean words are kept", [], "accord du client"],
  ["a hint about style does no harm", [finding({ category: "style", action: "note" })], "accord du client"],
  ["what would hold a message is not kept", [finding({ category: "tone", action: "warn" })], undefined],
  ["confidential data is not kept, not even a note", [finding({ action: "note" })], undefined],
  ["what the engine failed at is not kept", "failed", undefined],
];

for (const [name, findings, kept] of answers)
  test(name, async () => {
    const { remark, asked } = written("  accord du client ");
    assert.equal(remark.kept, undefined, "nobody has looked yet");
    await asked[0]?.answer(findings);
    assert.equal(remark.kept, kept);
  });

test("an answer about older words says nothing of newer ones", async () => {
  const { remark, asked } = written("ok", "4111 1111 1111 1111");
  await asked[0]?.answer([]);
  assert.equal(remark.kept, undefined);
  await asked[1]?.answer([finding({})]);
  assert.deepEqual(remark.problems, ["Un numéro de carte"]);
});

test("it is short, and gone with its hold", async () => {
  const { remark, asked } = written("a".repeat(999));
  assert.equal(asked[0]?.draft.text.length, REMARK_MAX);
  await asked[0]?.answer([]);
  remark.clear();
  assert.equal(remark.kept, undefined);
});
