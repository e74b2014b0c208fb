import assert from "node:assert/strict";
import { test } from "node:test";
import type { Action, Finding, Report } from "../../wasm/linter/engine.d.ts";
import { isHeeded, nameInDraft, reportOf } from "./heed.ts";

const DAY = "2026-11-03";

function finding(rule: string, action: Action, mutable = false): Finding {
  const base = { rule, action, category: "tone", start: 0, end: 3, message: "", confidence: 5, fixes: [] };
  return mutable ? { ...base, mutable: true } : base;
}

function report(...findings: Finding[]): Report {
  const bundle = { version: "1", state: "packaged" } as const;
  return { revision: 1, verdict: "block", language: { code: "fr", confidence: 1 }, findings, bundle };
}

test("a rule is ignored everywhere, or in the chat alone", () => {
  const note = finding("tone/a", "note", true);
  assert.ok(isHeeded(note, { ignored: {}, note: undefined, exempt: false }));
  assert.ok(!isHeeded(note, { ignored: { "tone/a": DAY }, note: undefined, exempt: false }));
  const chat = { since: DAY, used: DAY, ignored: { "tone/a": DAY } };
  assert.ok(!isHeeded(note, { ignored: {}, note: chat, exempt: false }));
  assert.ok(isHeeded(finding("tone/b", "note", true), { ignored: {}, note: chat, exempt: false }));
});

test("a rule that was renamed stays ignored", () => {
  const renamed = { ...finding("tone/new", "note", true), formerly: ["tone/older", "tone/old"] };
  assert.ok(!isHeeded(renamed, { ignored: { "tone/old": DAY }, note: undefined, exempt: false }));
  assert.ok(isHeeded(renamed, { ignored: { "tone/other": DAY }, note: undefined, exempt: false }));
});

test("a rule that may no more be ignored is shown again", () => {
  assert.ok(
    isHeeded(finding("tone/a", "block"), { ignored: { "tone/a": DAY }, note: undefined, exempt: false }),
  );
});

test("a personal chat is let be, but for secrets, cards and what must not be sent", () => {
  const exempt = { ignored: {}, note: undefined, exempt: true };
  for (const action of ["note", "warn", "justify"] as const)
    assert.ok(!isHeeded(finding("tone/a", action), exempt), action);
  assert.ok(isHeeded(finding("tone/a", "block"), exempt));
  for (const entity of ["payment-card", "password", "one-time-code"])
    assert.ok(isHeeded({ ...finding("confidential/a", "warn"), entity }, exempt), entity);
  assert.ok(!isHeeded({ ...finding("confidential/a", "warn"), entity: "email" }, exempt));
});

test("names that objects have anyway are no rules that are ignored", () => {
  assert.ok(isHeeded(finding("constructor", "note", true), { ignored: {}, note: undefined, exempt: false }));
});

test("the verdict is that of the findings that count", () => {
  const all = report(finding("a/note", "note"), finding("a/warn", "warn"), finding("a/block", "block"));
  assert.equal(
    reportOf(all, () => true),
    all,
  );
  assert.equal(reportOf(all, ({ action }) => action !== "block").verdict, "warn");
  assert.equal(reportOf(all, ({ action }) => action === "note").verdict, "note");
  assert.equal(reportOf(all, () => false).verdict, "clean");
});

test("of a cut report the engine's verdict stays", () => {
  const cut = { ...report(finding("a/note", "note")), truncated: true };
  assert.equal(reportOf(cut, () => false).verdict, "block");
});

test("in a draft that goes on, a finding is known by its rule and words; one on the whole draft by its rule", () => {
  const part = { ...finding("a/b", "note"), start: 0, end: 3 };
  assert.equal(nameInDraft(part, "bjr !"), nameInDraft({ ...part, start: 2, end: 5 }, "! bjr"));
  assert.notEqual(nameInDraft(part, "bjr !"), nameInDraft(part, "slt !"));
  assert.equal(nameInDraft(part, "bjr"), nameInDraft({ ...part, end: 4 }, "long"));
});
