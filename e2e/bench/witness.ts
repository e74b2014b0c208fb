// A witness in the content script's own world. Its module scope is closed, but the prototypes of its world are shared
// with whoever evaluates there, so the shipped script is measured as it is: the witness takes the engine port out of
// the next postMessage and adds a listener to it. That listener runs after the script's own one and after the
// microtasks between them, in which the report is accepted and the underlines are drawn. It dispatches an event, which
// page scripts receive in the same instant; clocks of both worlds have one origin.
import type { CDPSession, Page } from "puppeteer-core";
import { workerOf } from "./memory.ts";

/** Dispatched on the document for each reply of the engine. */
export const REPLIED = "bench-replied";

const catchPort = `{
  const { prototype } = MessagePort;
  const send = prototype.postMessage;
  prototype.postMessage = function (...message) {
    prototype.postMessage = send;
    this.addEventListener("message", () => document.dispatchEvent(new Event("${REPLIED}")));
    return send.apply(this, message);
  };
}`;

/** Makes each reply of the engine known to the page; drafts from then on are counted. */
export async function witness(page: Page): Promise<void> {
  await inContentWorld(page, catchPort);
  await page.evaluate(async (name) => {
    const replied = new Promise((done) => document.addEventListener(name, done, { once: true }));
    window.__replica.setText("Bonjour, un premier message.");
    await replied;
  }, REPLIED);
}

/** Where the checks' times gather in the lint Worker. */
const noteChecks = `{
  globalThis.benchChecks = [];
  let began = 0;
  const { stringify } = JSON;
  JSON.stringify = (...values) => {
    began = performance.now();
    return stringify(...values);
  };
  const { prototype } = MessagePort;
  const send = prototype.postMessage;
  prototype.postMessage = function (message, ...more) {
    if (message?.kind === "report") benchChecks.push(performance.now() - began);
    return send.call(this, message, ...more);
  };
}`;

/** Times each check in the lint Worker from now on: from the moment the draft is written down for WebAssembly until its report
 *  is an object again. */
export async function witnessChecks(page: Page): Promise<void> {
  await workerOf(page, "linter").evaluate(noteChecks);
}

/** Milliseconds of the checks since the last call. */
export async function checksOf(page: Page): Promise<number[]> {
  return (await workerOf(page, "linter").evaluate("benchChecks.splice(0)")) as number[];
}

/** Evaluates in the world of the content script. */
export async function inContentWorld(page: Page, expression: string): Promise<unknown> {
  const session = await page.createCDPSession();
  const contextId = await contentWorld(session);
  const asked = { contextId, expression, returnByValue: true };
  const { exceptionDetails, result } = await session.send("Runtime.evaluate", asked);
  if (exceptionDetails) throw new Error(exceptionDetails.text);
  await session.detach();
  return result.value;
}

async function contentWorld(session: CDPSession): Promise<number> {
  const found = new Promise<number>((done) => {
    session.on("Runtime.executionContextCreated", ({ context }) => {
      const isolated = context.auxData?.type === "isolated";
      if (isolated && context.origin.startsWith("chrome-extension://")) done(context.id);
    });
  });
  await session.send("Runtime.enable");
  return found;
}
