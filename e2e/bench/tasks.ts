// The longest task of a page's main thread, from the browser's own trace: tasks of every length, with the processor time that
// they took. The page itself is told of tasks of 50 ms and more alone. A trace of minutes is too long to read, so it is taken in
// slices; what happens while one is fetched, about a tenth of the time, is not seen.
import type { Page } from "puppeteer-core";
import { pause } from "./keys.ts";

const SLICE_MS = 8_000;

/** Says in the trace which process is the page's. */
const MARK = "the page of the bench";

/** Milliseconds by the clock, and of the processor. */
export interface Task {
  ms: number;
  cpuMs: number;
}

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  /** Microseconds. */
  dur?: number;
  tdur?: number;
  args?: { name?: string };
}

/** The longest task until something is done. */
export async function longestTask(page: Page, until: Promise<unknown>): Promise<Task> {
  let done = false;
  const end = until.then(() => {
    done = true;
  });
  let longest: Task = { ms: 0, cpuMs: 0 };
  while (!done) {
    await page.tracing.start({ categories: ["-*", "toplevel", "blink.user_timing", "__metadata"] });
    await page.evaluate((name) => performance.mark(name), MARK);
    await Promise.race([end, pause(SLICE_MS)]);
    const trace = new TextDecoder().decode(await page.tracing.stop());
    const found = longestIn(JSON.parse(trace).traceEvents);
    if (found.ms > longest.ms) longest = found;
  }
  await end;
  return longest;
}

function longestIn(events: readonly TraceEvent[]): Task {
  const pid = events.find(({ name }) => name === MARK)?.pid;
  const ofPage = events.filter((event) => event.pid === pid);
  const main = ofPage.find(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain");
  if (!main) throw new Error("the trace does not tell the page's main thread");
  const tasks = ofPage.filter(
    ({ name, tid, ph }) => tid === main.tid && ph === "X" && name.endsWith("RunTask"),
  );
  if (tasks.length === 0) throw new Error("the trace tells of no task");
  const longest = tasks.reduce((a, b) => ((a.dur ?? 0) >= (b.dur ?? 0) ? a : b));
  return { ms: (longest.dur ?? 0) / 1_000, cpuMs: (longest.tdur ?? 0) / 1_000 };
}
