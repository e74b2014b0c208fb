// The engine in the background, behind the same messages as the frame's. It starts with the first tab that needs it.
import type { BundleInfo, BundleState } from "../../wasm/linter/engine.d.ts";
import { NOTE } from "../bundle/note.ts";
import { currentParts, inForceOrPacked } from "../engine/files.ts";
import { type Loaded, lint, loadLinter, tellState, warmUp } from "../engine/linter.ts";
import { forgetReasons, reason } from "../engine/reasons.ts";
import { type EngineReply, type EngineRequest, isOwnContentScript } from "../protocol.ts";

let engine: Promise<Loaded> | undefined;
const served = new Set<chrome.runtime.Port>();

/** Serves one content script; any other sender is turned away. */
export function serveEngine(port: chrome.runtime.Port): void {
  if (!isOwnContentScript(port.sender)) {
    port.disconnect();
    return;
  }
  const running = start();
  tellState(running, port);
  served.add(port);
  port.onDisconnect.addListener(() => served.delete(port));
  port.onMessage.addListener((request: EngineRequest) => void answer(running, request, port));
}

/** Service workers have no Workers, so all programs run here, and wait for each other. The language program does not: it would
 *  cost what is waited for, and the chat's and the interface's language do without. */
async function answer(
  running: Promise<Loaded>,
  request: EngineRequest,
  port: chrome.runtime.Port,
): Promise<void> {
  if (request.kind === "lint") return lint(running, request, port);
  port.postMessage(request.kind === "why" ? await reason(request) : { kind: "language", id: request.id });
}

/** The running engine; one that failed or ended is started anew for the next tab that asks. */
function start(): Promise<Loaded> {
  if (engine) return engine;
  const started = currentParts().then(loadLinter);
  const forget = () => {
    engine = undefined;
  };
  started.then(({ ended }) => ended.then(forget), forget);
  engine = started;
  return started;
}

/** Follows the rules in force. Here they are loaded in place, and who asks meanwhile waits: it is a fallback. */
export function followInForce(): void {
  chrome.storage.onChanged.addListener((changes, area) => {
    if (area === "local" && changes[NOTE]) void renew();
  });
}

async function renew(): Promise<void> {
  const loaded = await engine?.catch(() => undefined);
  if (!loaded) return;
  const { bytes, hash, state } = await inForceOrPacked("rules");
  if (hash === loaded.hash) return mark(loaded, state);
  const { bundle } = JSON.parse(loaded.linter.load(bytes, state));
  if (!bundle) return;
  warmUp(loaded.linter, () => {});
  Object.assign(loaded, { bundle, hash });
  forgetReasons();
  tell(bundle);
}

/** As the lint Worker does: the rules are the same, but old or refused news are known of them now. */
function mark(loaded: Loaded, state: BundleState): void {
  if (loaded.bundle.state === state) return;
  loaded.linter.state(state);
  loaded.bundle = { ...loaded.bundle, state };
  tell(loaded.bundle);
}

function tell(bundle: BundleInfo): void {
  for (const port of served) port.postMessage({ kind: "rules", bundle } satisfies EngineReply);
}
