import assert from "node:assert/strict";
import { test } from "node:test";
import type { Draft, Finding, Report } from "../../wasm/linter/engine.d.ts";
import { Guard } from "./guard.ts";
import type { GuardWorld } from "./guard-world.ts";

const FOUND: Finding = {
  rule: "confidential/marking",
  category: "confidential",
  action: "warn",
  mutable: true,
  start: 0,
  end: 12,
  message: "",
  confidence: 5,
  fixes: [],
};

/** Every name that begins so is confidential. */
async function lint(draft: Draft): Promise<Report> {
  const bundle = { version: "1", state: "current" } as const;
  const findings = draft.text.startsWith("CONFIDENTIEL") ? [FOUND] : [];
  const verdict = findings.length > 0 ? "warn" : "clean";
  return { revision: draft.revision, verdict, language: { code: "fr", confidence: 1 }, bundle, findings };
}

/** A guard of a composer that holds one line of text. */
function guardOf(text: string, more: Partial<GuardWorld> = {}): Guard {
  const line = { textContent: text, querySelector: () => null };
  const composer = { children: [line], childElementCount: 1 } as unknown as HTMLElement;
  return new Guard(composer, {
    engineReady: () => true,
    lint,
    language: async () => undefined,
    chatName: () => "Camille",
    chatMark: () => "unknown",
    chat: () => ({ kind: "unknown", audience: "unknown" }),
    thread: () => undefined,
    surface: () => "caption",
    files: () => [],
    sayOfFile: (_, message) => message,
    askOfFile: () => undefined,
    locale: () => "fr",
    now: () => "2026-11-28T14:00:00Z",
    clock: () => 0,
    onEngineFailure: () => "allow",
    heeds: () => true,
    checks: () => true,
    audience: () => "customer",
    role: () => undefined,
    attempted: () => undefined,
    updated: () => undefined,
    ...more,
  });
}

const settled = () => new Promise((done) => setImmediate(done));

test("what is ignored once in the name of a file is found in that of the next", async () => {
  let shown = ["confidentiel_menu.pdf"];
  const guard = guardOf("Voici.", { files: () => shown.map((name) => ({ name, node: {} as Text })) });
  guard.lookAround();
  await settled();
  const [found] = guard.findings;
  assert.ok(found);
  guard.ignoreOnce(found, true);
  assert.equal(guard.verdict, "clean");
  shown = ["confidentiel_salaires.xlsx"];
  guard.lookAround();
  await settled();
  assert.equal(guard.verdict, "warn");
});

test("an answer is awaited of an engine alone", () => {
  const waits = guardOf("Bonjour");
  assert.deepEqual([waits.checking, waits.awaited], [true, true]);
  const alone = guardOf("Bonjour", { engineReady: () => false });
  assert.deepEqual([alone.checking, alone.awaited], [true, false]);
});
