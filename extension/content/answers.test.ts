import assert from "node:assert/strict";
import { test } from "node:test";
import type { Finding } from "../../wasm/linter/engine.d.ts";
import { Answers } from "./answers.ts";

const insult = { rule: "tone/insult-fr" } as Finding;
const sms = { rule: "register/sms-fr" } as Finding;

test("an answer is shown with findings of its own rule alone", () => {
  const answers = new Answers();
  answers.explain(sms.rule, "<p>why</p>");
  answers.noteReport(insult.rule, true);
  assert.deepEqual(answers.about(sms), { why: "<p>why</p>" });
  assert.deepEqual(answers.about(insult), { reported: true });
  assert.deepEqual(answers.about(undefined), {});
});

test("another card asks for its reason anew, and what was reported stays said; another draft knows nothing", () => {
  const answers = new Answers();
  answers.explain(sms.rule, "<p>why</p>");
  answers.noteReport(sms.rule, "register/sms-fr 1");
  answers.forgetReason();
  assert.deepEqual(answers.about(sms), { reported: "register/sms-fr 1" });
  answers.forget();
  assert.deepEqual(answers.about(sms), {});
});
