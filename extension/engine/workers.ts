// The Workers of one frame, one for each program, so that none makes another wait: Go's WebAssembly is single-threaded and is
// not preempted. A port goes to its Worker and is answered there, without a detour over the frame.
import type { Program } from "../protocol.ts";

/** How each program takes its port. */
export const take: Record<Program, (port: MessagePort) => void> = {
  linter: atOnce(),
  reasons: whenAsked("reasons-worker.js"),
  language: whenAsked("language-worker.js"),
};

/** Started with the frame: nothing is checked before. */
function atOnce(): (port: MessagePort) => void {
  const worker = new Worker("linter-worker.js");
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
