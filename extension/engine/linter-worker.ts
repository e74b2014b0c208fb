// The lint Worker of one tab. The frame fetches the parts of the engine while this thread starts, and hands them over; the
// port that it hands over too is answered from then on. When other rules are in force, the port goes on to the next Worker.
import type { BundleState } from "../../wasm/linter/engine.d.ts";
import type { EngineReply, LintRequest } from "../protocol.ts";
import { type Loaded, lint, loadLinter, tellState } from "./linter.ts";
import type { FromLinter, ToLinter } from "./seat.ts";

let start: (engine: Loaded | Promise<Loaded>) => void;
const engine = new Promise<Loaded>((resolve) => {
  start = resolve;
});
const say = (message: FromLinter, transfer: Transferable[] = []) => postMessage(message, { transfer });

say({ kind: "begun" });

let port: MessagePort | undefined;
let last: LintRequest | undefined;

addEventListener("message", ({ data, ports }: MessageEvent<ToLinter>) => {
  switch (data.kind) {
    case "start":
      start("parts" in data ? loadLinter(data.parts) : Promise.reject(data.error));
      void report();
      break;
    case "serve":
      serve(ports[0], data.instead);
      break;
    case "last":
      say({ kind: "last", request: last });
      break;
    case "rehearse":
      void rehearse(data.request);
      break;
    case "state":
      void engine.then((loaded) => mark(loaded, data.state));
      break;
    case "leave":
      say({ kind: "left" }, port ? [port] : []);
      port = undefined;
  }
});

/** Says that the engine is loaded and nothing is cold any more. Failures are told on the port. */
async function report(): Promise<void> {
  try {
    const { hash, bundle, warm } = await engine;
    await warm;
    say({ kind: "warm", hash, state: bundle.state });
  } catch (error) {
    say({ kind: "failed", error: String(error) });
  }
}

function serve(given: MessagePort | undefined, instead: boolean): void {
  if (!given) return;
  port = given;
  given.onmessage = ({ data }: MessageEvent<LintRequest>) => {
    last = data;
    void lint(engine, data, given);
  };
  tellState(engine, given, instead ? "rules" : "ready");
}

/** The rules are the same, but old or refused news are known of them now: reports say so, and the tab hears it at once. */
function mark(loaded: Loaded, state: BundleState): void {
  loaded.linter.state(state);
  loaded.bundle = { ...loaded.bundle, state };
  port?.postMessage({ kind: "rules", bundle: loaded.bundle } satisfies EngineReply);
}

/** Lints the draft that the old Worker had last, so that this one is not slow at it the first time. Nobody reads the report. */
async function rehearse(request: LintRequest | undefined): Promise<void> {
  if (request) await lint(engine, request, { postMessage: () => {} });
  say({ kind: "rehearsed" });
}
