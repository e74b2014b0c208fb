// The lint program: linter.wasm with its rules, and the answers it gives. It runs in the lint Worker, or in the background
// as fallback.
import type { BontonLinter, BundleInfo } from "../../wasm/linter/engine.d.ts";
import type { EngineReply, LintRequest } from "../protocol.ts";
import type { Parts } from "./files.ts";
import { run } from "./program.ts";

export interface Loaded {
  linter: BontonLinter;
  bundle: BundleInfo;
  /** Resolves if the Go program ends; the linter must not be called after that. */
  ended: Promise<void>;
}

/** Starts the engine. Rejects when the rules are refused. */
export async function loadLinter({ program, rules }: Parts): Promise<Loaded> {
  const { ended } = await run(program);
  const linter = globalThis.bontonLinter;
  if (!linter) throw new Error("linter.wasm did not start");
  const answer = JSON.parse(linter.load(rules)) as { bundle?: BundleInfo; error?: string };
  if (!answer.bundle) throw new Error(answer.error ?? "the rules were refused");
  performance.mark("loaded");
  setTimeout(warmUp, 0, linter);
  return { linter, bundle: answer.bundle, ended };
}

/** Does what would else make the first drafts wait, a piece at a time: drafts that come meanwhile go first. */
function warmUp(linter: BontonLinter): void {
  if (linter.warm()) setTimeout(warmUp, 0, linter);
}

/** Where replies go: a MessagePort or a runtime port. */
export interface ReplyTo {
  postMessage(reply: EngineReply): void;
}

/** Says `ready`, or `failed` with the reason, and later `failed` if the engine ends. */
export function tellState(engine: Promise<Loaded>, to: ReplyTo): void {
  engine.then(
    ({ bundle, ended }) => {
      to.postMessage({ kind: "ready", bundle });
      ended.then(() => to.postMessage({ kind: "failed", error: "the engine ended" }));
    },
    (error: unknown) => to.postMessage({ kind: "failed", error: String(error) }),
  );
}

/** Answers one draft. Silent while the engine has failed: `failed` was said already. */
export async function lint(engine: Promise<Loaded>, request: LintRequest, to: ReplyTo): Promise<void> {
  const loaded = await engine.catch(() => undefined);
  if (!loaded) return;
  try {
    const report = JSON.parse(loaded.linter.lint(JSON.stringify(request.draft), request.thread));
    to.postMessage({ kind: "report", id: request.id, report });
  } catch (error) {
    to.postMessage({ kind: "failed", error: String(error) });
  }
}
