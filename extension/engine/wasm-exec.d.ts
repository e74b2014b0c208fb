// wasm_exec.js of the Go toolchain that compiled the module; the build resolves the name "wasm-exec" to it.
declare module "wasm-exec" {}

/** Go's runtime support, set by wasm_exec.js. */
declare class Go {
  readonly importObject: WebAssembly.Imports;
  /** Runs the program; resolves when it ends, which for an engine means that it died. */
  run(instance: WebAssembly.Instance): Promise<void>;
}
