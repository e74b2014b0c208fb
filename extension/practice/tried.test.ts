import assert from "node:assert/strict";
import { test } from "node:test";
import type { Finding } from "../../wasm/linter/engine.d.ts";
import { triedWords } from "./tried.ts";

const TEXT = "Password: Xc7!rouge";
const of = (rule: string, action: Finding["action"]) => ({ rule, action, start: 10, end: 19 }) as Finding;
const own = of("confidential/password", "warn");
const other = of("confidential/secret-assigned", "block");
const weaker = of("tone/polite", "note");

test("a text that other rules find is never called clean", () => {
  const said = (findings: Finding[] | undefined, text = TEXT) => triedWords("en", own.rule, text, findings);
  assert.equal(said([weaker, own]), "Found: “Xc7!rouge”");
  assert.equal(
    said([weaker, other]),
    "Nothing by this rule; found by confidential/secret-assigned (Cannot be sent)",
  );
  assert.equal(said([]), "Nothing to report.");
  assert.equal(said(undefined), "Not checked: the engine gave no answer.");
  assert.equal(said([], " "), "");
});
