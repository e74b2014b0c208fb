// Tries a verified bundle on the engine before it is put in force: a signature says who made it, not that this engine can
// read it. Formats, patterns and texts that it cannot take are named, all of them. What ships beside the engine its build
// tried in the same way (build/bundle.go).
import { compile } from "../engine/files.ts";
import { run } from "../engine/program.ts";

/** Why the engine does not take these rules and texts; undefined if it does. */
export async function takes(
  rules: Uint8Array,
  texts: Uint8Array,
  version: string,
): Promise<string | undefined> {
  const problems = [...(await tryRules(rules, version)), ...(await tryTexts(texts, version))];
  return problems.length > 0 ? problems.join("\n") : undefined;
}

async function tryRules(rules: Uint8Array, version: string): Promise<string[]> {
  await run(await compile("linter.wasm"));
  const linter = globalThis.bontonLinter;
  globalThis.bontonLinter = undefined; // so that nothing keeps the program
  const { bundle, error } = JSON.parse(linter?.load(rules) ?? '{"error":"linter.wasm did not start"}');
  return error ? [error] : differs("rules", bundle.version, version);
}

async function tryTexts(texts: Uint8Array, version: string): Promise<string[]> {
  await run(await compile("reasons.wasm"));
  const reasons = globalThis.bontonReasons;
  globalThis.bontonReasons = undefined;
  const answer = JSON.parse(reasons?.check(texts) ?? '{"error":"reasons.wasm did not start"}');
  return answer.error ? [answer.error] : differs("texts", answer.version, version);
}

function differs(file: string, version: string, wanted: string): string[] {
  return version === wanted ? [] : [`${file}.json is version ${version}, the bundle is ${wanted}`];
}
