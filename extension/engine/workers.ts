// The Workers of one frame or page, one for each program, so that none makes another wait: Go's WebAssembly is single-threaded and is
// not preempted. A port goes to its Worker and is answered there, without a detour over the frame.
import type { Program } from "../protocol.ts";
import { Seat } from "./seat.ts";

/** Started with the frame: nothing is checked before. The frame compiles, because its thread is there first, and because a
 *  browser that reloads the page finds what the last frame compiled, as long as their process lives. */
const seat = new Seat(() => reasons.renew());
const reasons = whenAsked("../engine/reasons-worker.js");

/** How each program takes its port. */
export const take: Record<Program, (port: MessagePort) => void> = {
  linter: (port) => void seat.take(port),
  reasons: reasons.take,
  language: whenAsked("../engine/language-worker.js").take,
};

/** Resolves when the lint Worker's thread runs, or cannot. */
export const { begun } = seat;

/** Other rules are in force, or may be. */
export const followRules = (): Promise<void> => seat.follow();

/** Started by the first request: most drafts are sent without a reason being read, and in most tabs nothing is written. */
function whenAsked(file: string): { take: (port: MessagePort) => void; renew: () => void } {
  let worker: Worker | undefined;
  return {
    take: (port) => {
      port.onmessage = ({ data }) => {
        worker ??= new Worker(file);
        worker.postMessage(data, [port]); // requests that wait in the port go with it
      };
    },
    renew: () => worker?.postMessage(null),
  };
}
