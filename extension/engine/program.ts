// Starts a Go program of the package in the global scope it runs in: a Worker, or the background as fallback.
import "wasm-exec";

/** Fetches, compiles and starts a program. The answer resolves if it ends; it must not be called after that. */
export async function run(name: string): Promise<{ ended: Promise<void> }> {
  const go = new Go();
  const { instance } = await WebAssembly.instantiateStreaming(packed(name), go.importObject);
  performance.mark("instantiated"); // these marks stay in the Worker; e2e/bench/start.ts reads them there
  const ended = go.run(instance);
  performance.mark("started");
  return { ended };
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
