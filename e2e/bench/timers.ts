// Whether anything of ours is set to wake up: what the content script schedules from here on is counted. A timer that comes back
// by itself is counted when it is set again; one that never ends would show in the script time of `drafts.soak.ts`.
import type { Page } from "puppeteer-core";
import { inContentWorld } from "./witness.ts";

const COUNT = `{
  globalThis.scheduled = [];
  for (const name of ["setTimeout", "setInterval", "requestAnimationFrame", "requestIdleCallback"]) {
    const real = globalThis[name].bind(globalThis);
    globalThis[name] = (...asked) => {
      globalThis.scheduled.push(name);
      return real(...asked);
    };
  }
}`;

/** Starts to count what is scheduled. */
export async function countTimers(page: Page): Promise<void> {
  await inContentWorld(page, COUNT);
}

/** What was scheduled since it was last asked. */
export async function scheduled(page: Page): Promise<string[]> {
  return (await inContentWorld(page, "globalThis.scheduled.splice(0)")) as string[];
}
