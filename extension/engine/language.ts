// The language program: language.wasm, which tells the language of a text. It starts with the first text that is typed, in a
// Worker of its own. Without it drafts are checked in the language of the chat or of the interface.
import type { BontonLanguage } from "../../wasm/linter/engine.d.ts";
import type { EngineReply, LanguageRequest } from "../protocol.ts";
import { compile } from "./files.ts";
import { run } from "./program.ts";

let started: Promise<BontonLanguage | undefined> | undefined;

/** The answer to a request: without `language` when there is no program to tell it. */
export async function language({ id, text }: LanguageRequest): Promise<EngineReply> {
  started ??= load().catch((error: unknown) => void console.warn("Bonton cannot tell languages:", error));
  const program = await started;
  const answer = program && JSON.parse(program.of(text));
  return { kind: "language", id, ...(answer && !answer.error ? { language: answer } : {}) };
}

async function load(): Promise<BontonLanguage> {
  const { ended } = await run(await compile("language.wasm"));
  const program = globalThis.bontonLanguage;
  if (!program) throw new Error("language.wasm did not start");
  void ended.then(() => {
    started = Promise.resolve(undefined);
  });
  return program;
}
