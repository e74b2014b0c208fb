// The files that the engine is made of: programs of the package, and the rules and reasons in force.
import { type BundleFile, type Held, held, sha256 } from "../bundle/in-force.ts";

/** What the lint program needs. */
export interface Parts {
  program: WebAssembly.Module;
  rules: Held;
}

/** The parts as they are now. Rejects when one is missing or corrupt. */
export async function currentParts(): Promise<Parts> {
  const [program, rules] = await Promise.all([compile("linter.wasm"), inForceOrPacked("rules")]);
  return { program, rules };
}

/** A file in force; that of the package while there is none. */
export async function inForceOrPacked(file: BundleFile): Promise<Held> {
  return (await held(file)) ?? packedHeld(file, "packaged");
}

/** Those that shipped. */
export async function packedHeld(file: BundleFile, state: Held["state"]): Promise<Held> {
  const data = await bytes(`${file}.json`);
  return { bytes: data, hash: await sha256(data), state, shipped: true };
}

/** Fetches and compiles a program. */
export function compile(name: string): Promise<WebAssembly.Module> {
  return WebAssembly.compileStreaming(packed(name));
}

/** A file of the engine as bytes; a missing one is an error rather than an empty answer. */
export function bytes(name: string): Promise<Uint8Array> {
  return bytesAt(`/engine/${name}`);
}

/** A file of the package as bytes, by its path from the package's root. */
export async function bytesAt(path: string): Promise<Uint8Array> {
  return new Uint8Array(await (await at(path)).arrayBuffer());
}

function packed(name: string): Promise<Response> {
  return at(`/engine/${name}`);
}

async function at(path: string): Promise<Response> {
  const response = await fetch(`..${path}`); // every script lies in a folder of the root, which may itself be a folder of a site
  if (!response.ok) throw new Error(`${path} is missing from the package`);
  return response;
}
