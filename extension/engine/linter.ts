// Loads linter.wasm and its rules into the global scope it runs in: the lint Worker, or the background as fallback.
import "wasm-exec";
import type { BontonLinter, BundleInfo } from "../../wasm/linter/engine.d.ts";

export interface Loaded {
  linter: BontonLinter;
  bundle: BundleInfo;
  /** Resolves if the Go program ends; the linter must not be called after that. */
  ended: Promise<void>;
}

/** Starts the engine. Rejects when the wasm or the rules are missing, corrupt or refused. */
export async function loadLinter(): Promise<Loaded> {
  const go = new Go();
  const [{ instance }, rules, texts] = await Promise.all([
    WebAssembly.instantiateStreaming(packed("linter.wasm"), go.importObject),
    bytes("rules.json"),
    bytes("texts.json"),
  ]);
  const ended = go.run(instance);
  const linter = globalThis.bontonLinter;
  if (!linter) throw new Error("linter.wasm did not start");
  const answer = JSON.parse(linter.load(rules, texts)) as { bundle?: BundleInfo; error?: string };
  if (!answer.bundle) throw new Error(answer.error ?? "the rules were refused");
  return { linter, bundle: answer.bundle, ended };
}

/** A file of the package; a missing one is an error rather than an empty answer. */
async function packed(name: string): Promise<Response> {
  const response = await fetch(`/engine/${name}`); // workers have no chrome.runtime to ask for the address
  if (!response.ok) throw new Error(`${name} is missing from the package`);
  return response;
}

async function bytes(name: string): Promise<Uint8Array> {
  return new Uint8Array(await (await packed(name)).arrayBuffer());
}
