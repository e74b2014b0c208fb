// The Workers of one frame, one for each program, so that none makes another wait: Go's WebAssembly is single-threaded and is
// not preempted. A port goes to its Worker and is answered there, without a detour over the frame.
import type { Program } from "../protocol.ts";
import { packedParts } from "./files.ts";
import type { PartsMessage } from "./linter-worker.ts";

/** How each program takes its port. */
export const take: Record<Program, (port: MessagePort) => void> = {
  linter: atOnce(),
  reasons: whenAsked("reasons-worker.js"),
  language: whenAsked("language-worker.js"),
};

/** Started with the frame: nothing is checked before. The frame compiles, because its thread is there first, and because a
 *  browser that reloads the page finds what the last frame compiled, as long as their process lives. */
function atOnce(): (port: MessagePort) => void {
  const fetched = packedParts();
  const worker = new Worker("linter-worker.js");
  const send = (message: PartsMessage) => worker.postMessage(message);
  fetched.then(
    (parts) => send({ parts }),
    (error: unknown) => send({ error: String(error) }),
  );
  return (port) => worker.postMessage(null, [port]);
}

/** Started by the first request: most drafts are sent without a reason being read, and in most tabs nothing is written. */
function whenAsked(file: string): (port: MessagePort) => void {
  let worker: Worker | undefined;
  return (port) => {
    port.onmessage = ({ data }) => {
      worker ??= new Worker(file);
      worker.postMessage(data, [port]); // requests that wait in the port go with it
    };
  };
}
