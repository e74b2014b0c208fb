// A witness in the content script's own world. Its module scope is closed, but the prototypes of its world are shared
// with whoever evaluates there, so the shipped script is measured as it is: the witness takes the engine port out of
// the next postMessage and adds a listener to it. That listener runs after the script's own one and after the
// microtasks between them, in which the report is accepted and the underlines are drawn. It dispatches an event, which
// page scripts receive in the same instant; clocks of both worlds have one origin.
import type { CDPSession, Page } from "puppeteer-core";

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

/** Evaluates in the world of the content script. */
async function inContentWorld(page: Page, expression: string): Promise<void> {
  const session = await page.createCDPSession();
  const contextId = await contentWorld(session);
  const { exceptionDetails } = await session.send("Runtime.evaluate", { contextId, expression });
  if (exceptionDetails) throw new Error(exceptionDetails.text);
  await session.detach();
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
