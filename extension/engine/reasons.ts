// The reasons program: reasons.wasm with its texts. It starts with the first reason that is asked for, in a Worker of its own,
// or in the background as fallback. Whatever fails here leaves the checking of drafts alone.
import type { BontonReasons } from "../../wasm/linter/engine.d.ts";
import type { EngineReply, ReasonRequest } from "../protocol.ts";
import { compile, inForceOrPacked } from "./files.ts";
import { run } from "./program.ts";

let started: Promise<BontonReasons> | undefined;

/** The answer to a request: without `html` when there is no such reason, or no program to tell it. */
export async function reason({ id, rule, locale }: ReasonRequest): Promise<EngineReply> {
  try {
    started ??= load();
    const { html } = JSON.parse((await started).why(rule, locale));
    return { kind: "why", id, ...(html ? { html } : {}) };
  } catch (error) {
    console.warn("Bonton has no reasons:", error);
    return { kind: "why", id };
  }
}

/** Other rules are in force: the next reason is told by a new program. */
export function forgetReasons(): void {
  started = undefined;
}

async function load(): Promise<BontonReasons> {
  const [compiled, texts] = await Promise.all([compile("reasons.wasm"), inForceOrPacked("texts")]);
  await run(compiled);
  const program = globalThis.bontonReasons;
  if (!program) throw new Error("reasons.wasm did not start");
  const { error } = JSON.parse(program.load(texts.bytes));
  if (error) throw new Error(error);
  return program;
}
