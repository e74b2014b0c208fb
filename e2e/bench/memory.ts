// The linear memory of a program, and the heaps beside it. Memory that WebAssembly was given is never given back, so what is
// seen at the end is the peak.
import type { CDPSession, Frame, Page, WebWorker } from "puppeteer-core";

/** Bytes of linear memory of the language program in this tab, whose input does not tell: the WebAssembly.Memory objects in the
 *  heap of its Worker. */
export async function languageMemory(page: Page): Promise<number> {
  const { client } = workerOf(page, "language");
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

/** Notes the size of the lint program's memory whenever a draft is written into it. (Walking the heap as `languageMemory` does lost Chromium
 *  the engine's process in most runs of 2026-11-28, a moment after the engine had started.) */
export async function noteLinearMemory(page: Page): Promise<void> {
  await workerOf(page, "linter").evaluate(`{
    const { prototype } = TextEncoder;
    const encode = prototype.encodeInto;
    prototype.encodeInto = function (text, room) {
      globalThis.benchMemory = room.buffer.byteLength;
      return encode.call(this, text, room);
    };
  }`);
}

/** Bytes of the lint program's memory as the last draft found it. */
export async function linearMemory(page: Page): Promise<number> {
  return (await workerOf(page, "linter").evaluate("benchMemory")) as number;
}

/** Bytes of the JavaScript heap behind a session, once its garbage is collected. */
export async function heapOf(client: CDPSession): Promise<number> {
  await client.send("HeapProfiler.collectGarbage");
  const { usedSize } = await client.send("Runtime.getHeapUsage");
  return usedSize;
}

/** The session of a frame. Puppeteer has one for each frame of another process, and declares it for itself alone. */
export function sessionOf(frame: Frame | undefined): CDPSession {
  return (frame as unknown as { client: CDPSession }).client;
}

/** The Worker of a program in this tab: the newest, since one of the page before may still be listed. */
export function workerOf(page: Page, program: string): WebWorker {
  const worker = page.workers().findLast((each) => each.url().endsWith(`/engine/${program}-worker.js`));
  if (!worker) throw new Error(`no ${program} Worker in this tab`);
  return worker;
}

export const MB = 1024 * 1024;
