// The lint program: linter.wasm with its rules, and the answers it gives. It runs in the lint Worker, or in the background
// as fallback.
import { type Lint, linterOf } from "../../wasm/linter/call.mjs";
import type { BontonLinter, BundleInfo, LinterExports } from "../../wasm/linter/engine.d.ts";
import type { Held } from "../bundle/in-force.ts";
import type { EngineReply, LintRequest } from "../protocol.ts";
import { type Parts, packedHeld } from "./files.ts";
import { run } from "./program.ts";

export interface Loaded {
  linter: BontonLinter;
  lint: Lint;
  bundle: BundleInfo;
  /** Of the rules, SHA-256 in hex. */
  hash: string;
  /** Resolves once nothing is left that would make the first drafts wait. */
  warm: Promise<void>;
  /** Resolves if the Go program ends; the linter must not be called after that. */
  ended: Promise<void>;
}

/** Starts the engine. Rejects when the rules are refused. */
export async function loadLinter({ program, rules }: Parts): Promise<Loaded> {
  const { ended, exports } = await run<LinterExports>(program);
  const linter = globalThis.bontonLinter;
  if (!linter) throw new Error("linter.wasm did not start");
  const bundle = await load(linter, rules);
  performance.mark("loaded");
  const warm = new Promise<void>((done) => setTimeout(warmUp, 0, linter, done));
  return { linter, lint: linterOf(linter, exports), bundle, hash: rules.hash, warm, ended };
}

/** Loads rules; those that this engine does not take, as after a downgrade, are replaced by the packaged ones. */
async function load(linter: BontonLinter, { bytes, shipped, state }: Held): Promise<BundleInfo> {
  const { bundle, error } = JSON.parse(linter.load(bytes, state)) as { bundle?: BundleInfo; error?: string };
  if (bundle) return bundle;
  if (shipped) throw new Error(error ?? "the rules were refused");
  return load(linter, await packedHeld("rules", "refused"));
}

/** Does what would else make the first drafts wait, a piece at a time: drafts that come meanwhile go first. */
export function warmUp(linter: BontonLinter, done: () => void): void {
  if (linter.warm()) setTimeout(warmUp, 0, linter, done);
  else done();
}

/** Where replies go: a MessagePort or a runtime port. */
export interface ReplyTo {
  postMessage(reply: EngineReply): void;
}

/** Says `ready`, or `failed` with the reason, and later `failed` if the engine ends. One that takes over from another says
 *  `rules` instead of `ready`. */
export function tellState(engine: Promise<Loaded>, to: ReplyTo, kind: "ready" | "rules" = "ready"): void {
  engine.then(
    ({ bundle, ended }) => {
      to.postMessage({ kind, bundle });
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
    to.postMessage({ kind: "report", id: request.id, report: loaded.lint(request.draft, request.thread) });
  } catch (error) {
    to.postMessage({ kind: "failed", error: String(error) });
  }
}
