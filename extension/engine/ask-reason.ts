// Asks the reasons program from a page of the extension, in a Worker of that page's own.
import type { EngineReply, ReasonRequest } from "../protocol.ts";

let port: MessagePort | undefined;
let lastId = 0;
const waiting = new Map<number, (html: string | undefined) => void>();

/** The reason of a rule as sanitised HTML; undefined when there is none. */
export function askReason(rule: string, locale: string): Promise<string | undefined> {
  const request: ReasonRequest = { id: ++lastId, kind: "why", rule, locale };
  return new Promise((resolve) => {
    waiting.set(request.id, resolve);
    if (port) port.postMessage(request);
    else port = start(request);
  });
}

/** The Worker takes the first request together with the port that all others come on. */
function start(first: ReasonRequest): MessagePort {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }: MessageEvent<EngineReply>) => {
    if (data.kind !== "why") return;
    waiting.get(data.id)?.(data.html);
    waiting.delete(data.id);
  };
  new Worker("../engine/reasons-worker.js").postMessage(first, [port2]);
  return port1;
}
