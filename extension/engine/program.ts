// Starts a Go program in the global scope it runs in: a Worker, or the background as fallback.
import "wasm-exec";

/** Starts a program and answers what it exports. `ended` resolves if it ends; it must not be called after that. */
export async function run<Exports>(
  program: WebAssembly.Module,
): Promise<{ ended: Promise<void>; exports: Exports }> {
  const go = new Go();
  const instance = await WebAssembly.instantiate(program, go.importObject);
  performance.mark("instantiated"); // these marks stay in the Worker; e2e/bench/start.ts reads them there
  const ended = go.run(instance);
  performance.mark("started");
  return { ended, exports: instance.exports as Exports };
}
