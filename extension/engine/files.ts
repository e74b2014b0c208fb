// The files of the package that the engine is made of.

/** What the lint program needs. */
export interface Parts {
  program: WebAssembly.Module;
  rules: Uint8Array;
}

/** The parts that came with the package. Rejects when one is missing or corrupt. */
export async function packedParts(): Promise<Parts> {
  const [program, rules] = await Promise.all([compile("linter.wasm"), bytes("rules.json")]);
  return { program, rules };
}

/** Fetches and compiles a program. */
export function compile(name: string): Promise<WebAssembly.Module> {
  return WebAssembly.compileStreaming(packed(name));
}

/** A file of the package as bytes; a missing one is an error rather than an empty answer. */
export async function bytes(name: string): Promise<Uint8Array> {
  return new Uint8Array(await (await packed(name)).arrayBuffer());
}

async function packed(name: string): Promise<Response> {
  const response = await fetch(`/engine/${name}`); // workers have no chrome.runtime to ask for the address
  if (!response.ok) throw new Error(`${name} is missing from the package`);
  return response;
}
