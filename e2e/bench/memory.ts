// The engine's linear memory: the WebAssembly.Memory objects in the heap of the lint Worker, asked for by the DevTools
// protocol. Memory that WebAssembly was given is never given back, so what is seen at the end is the peak.
import type { Page, WebWorker } from "puppeteer-core";

/** Bytes of linear memory of the lint Worker of this tab. */
export async function engineMemory(page: Page): Promise<number> {
  const { client } = lintWorker(page);
  const { result } = await client.send("Runtime.evaluate", { expression: "WebAssembly.Memory.prototype" });
  const { objects } = await client.send("Runtime.queryObjects", { prototypeObjectId: result.objectId ?? "" });
  const bytes = await client.send("Runtime.callFunctionOn", {
    objectId: objects.objectId ?? "",
    functionDeclaration:
      "function () { return this.reduce((sum, { buffer }) => sum + buffer.byteLength, 0); }",
    returnByValue: true,
  });
  return bytes.result.value as number;
}

function lintWorker(page: Page): WebWorker {
  const worker = page.workers().find((each) => each.url().endsWith("/engine/linter-worker.js"));
  if (!worker) throw new Error("no lint Worker in this tab");
  return worker;
}

export const MB = 1024 * 1024;
