// Typing as a fast writer does, for minutes, over findings: 2,000 characters at 15 keys a second, in the same page without the
// extension and with it. No character may be lost or out of place, the caret stays behind the last one, the page's longest
// task is hardly longer than without us, and once the writer stops nothing of ours is set to wake up.
import type { Page } from "puppeteer-core";
import { COMPOSER, lexicalText, selectionOf } from "../whatsapp/driver.ts";
import { pause } from "./keys.ts";
import { figure, judge, type Target } from "./print.ts";
import { samples } from "./scale.ts";
import { type Kind, withReplica } from "./stand.ts";
import { longestTask, type Task } from "./tasks.ts";
import { countTimers, scheduled } from "./timers.ts";

const KEYS = 2_000;
const KEYS_A_SECOND = 15;

/** The caret is looked at so often, in keys. */
const LOOK_KEYS = 100;

/** The last announcement comes 1.5 s after the last key; then a tab is idle. In milliseconds. */
const SETTLE_MS = 4_000;
const IDLE_MS = 10_000;

/** Something to find in every line, of every strength. */
const LINE = "Bonjour connard, slt, RÉPONDEZ VITE !!! Mon IBAN est FR76 3000 6000 0112 3456 7890 189, ok ? ";

interface Found {
  lost: number;
  caretJumps: number;
  longest: Task;
  idle: string[];
  findings: number;
}

const bare = await run("bare");
const ours = await run("ours");
tell("without the extension", bare);
tell("with the extension", ours);
const missed = judge([
  atMost("characters lost or out of place", ours.lost, 0, ""),
  atMost("jumps of the caret", ours.caretJumps, 0, ""),
  atMost("longest task, beside the bare page's", ours.longest.ms - bare.longest.ms, 50, "ms"),
  atMost("timers of ours in an idle tab", ours.idle.length, 0, ""),
  { name: "findings on the screen at the end", got: ours.findings, limit: 5, unit: "", sense: "at least" },
]);
if (missed.length > 0) {
  console.error(`\nmissed: ${missed.join("; ")}`);
  process.exitCode = 1;
}

function run(kind: Kind): Promise<Found> {
  return withReplica(kind, async (page) => {
    const text = LINE.repeat(Math.ceil(KEYS / LINE.length)).slice(0, samples(KEYS));
    if (kind === "ours") await countTimers(page);
    await page.focus(COMPOSER);
    const typing = type(page, text);
    const longest = await longestTask(
      page,
      typing.then(() => pause(SETTLE_MS)),
    );
    if (kind === "ours") await scheduled(page);
    await pause(IDLE_MS);
    return {
      lost: differences(await lexicalText(page), text),
      caretJumps: await typing,
      longest,
      idle: kind === "ours" ? await scheduled(page) : [],
      findings: await page.evaluate(() =>
        Array.from(CSS.highlights.values()).reduce((sum, { size }) => sum + size, 0),
      ),
    };
  });
}

/** Types by the clock; answers how often the caret was not behind what was typed. */
async function type(page: Page, text: string): Promise<number> {
  const start = performance.now();
  let jumps = 0;
  let pressed: Promise<void> = Promise.resolve();
  for (const [at, character] of [...text].entries()) {
    await pause(start + (at * 1_000) / KEYS_A_SECOND - performance.now());
    pressed = page.keyboard.type(character); // not awaited: a slow page does not slow the writer down
    if ((at + 1) % LOOK_KEYS !== 0) continue;
    await pressed;
    const caret = await selectionOf(page);
    if (caret?.anchor !== at + 1 || caret.focus !== at + 1) jumps += 1;
  }
  await pressed;
  return jumps;
}

function differences(got: string, wanted: string): number {
  const places = Math.max(got.length, wanted.length);
  return Array.from({ length: places }, (_, at) => Number(got[at] !== wanted[at])).reduce((a, b) => a + b, 0);
}

function tell(name: string, { longest: { ms, cpuMs } }: Found): void {
  figure(`longest task, ${name}`, `${ms.toFixed(0)} ms, ${cpuMs.toFixed(0)} ms of them of the processor`);
}

function atMost(name: string, got: number, limit: number, unit: string): Target {
  return { name, got, limit, unit };
}
