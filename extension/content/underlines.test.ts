import assert from "node:assert/strict";
import { test } from "node:test";
import type { Report } from "../../wasm/linter/engine.d.ts";
import type { Guard } from "./guard.ts";
import { fateOf } from "./underlines.ts";

const reading = { text: "connard", lead: 0, blocks: 1 };
const none = { report: undefined, error: undefined, reading };
const report = {} as Report;

const drafts: [
  name: string,
  draft: Pick<Guard, "report" | "error" | "reading">,
  ready: boolean,
  fate: string,
][] = [
  ["a report is drawn, also of an engine that is gone since", { ...none, report }, false, "show"],
  ["an empty draft has nothing", { ...none, reading: { ...reading, text: "" } }, true, "show"],
  ["while the answer is on its way, the lines stay", none, true, "keep"],
  ["an engine that is gone will not put them right", none, false, "clear"],
  ["nor will one that failed on this draft", { ...none, error: "no" }, true, "clear"],
];

for (const [name, draft, ready, fate] of drafts) test(name, () => assert.equal(fateOf(draft, ready), fate));
