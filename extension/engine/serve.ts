// Answers the requests of one content script with a loaded engine, whatever carries the messages.
import type { EngineReply, EngineRequest } from "../protocol.ts";
import type { Loaded } from "./linter.ts";

/** Where replies go: a MessagePort or a runtime port. */
export interface ReplyTo {
  postMessage(reply: EngineReply): void;
}

/** Says `ready`, or `failed` with the reason, and later `failed` if the engine ends. */
export function tellState(engine: Promise<Loaded>, to: ReplyTo): void {
  engine.then(
    ({ bundle, ended }) => {
      to.postMessage({ kind: "ready", bundle });
      ended.then(() => to.postMessage({ kind: "failed", error: "the engine ended" }));
    },
    (error: unknown) => to.postMessage({ kind: "failed", error: String(error) }),
  );
}

/** Answers one request. Silent while the engine has failed: `failed` was said already. */
export async function answer(engine: Promise<Loaded>, request: EngineRequest, to: ReplyTo): Promise<void> {
  const loaded = await engine.catch(() => undefined);
  if (!loaded) return;
  to.postMessage(reply(loaded, request));
}

function reply({ linter }: Loaded, request: EngineRequest): EngineReply {
  const { id } = request;
  try {
    if (request.kind === "why") {
      const html = JSON.parse(linter.why(request.rule, request.locale)).html;
      return { kind: "why", id, ...(html ? { html } : {}) };
    }
    return { kind: "report", id, report: JSON.parse(linter.lint(JSON.stringify(request.draft))) };
  } catch (error) {
    return { kind: "failed", error: String(error) };
  }
}
