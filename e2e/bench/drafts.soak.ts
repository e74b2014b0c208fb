// What a day leaves behind: memory over 10,000 drafts and 1,000 chat switches and editor rebuilds in one tab, and
// whether anything of ours wakes up in a tab that nobody touches.
//
// After each round the garbage is collected and seven figures are noted: the engine's linear memory, the JavaScript heaps
// of the page's process (content script and page share it), of the engine's frame and of its lint Worker, DOM nodes, event
// listeners, and documents. The first rounds fill caches and do not count; over the others the trend, by least squares, must not
// be growth. The same rounds in the same page without the extension tell the page's own growth, which is subtracted.
// Linear memory is judged by its rise alone: it never shrinks, and goes up in steps of half a megabyte when Go happens to collect
// late, so that one step makes a trend. What Go itself keeps is flat to the kilobyte (lint/flat_test.go).
import { setTimeout as pause } from "node:timers/promises";
import type { CDPSession, Page } from "puppeteer-core";
import { engineFrame } from "../bonton.ts";
import { heapOf, linearMemory, MB, noteLinearMemory, sessionOf, workerOf } from "./memory.ts";
import { judge, type Target } from "./print.ts";
import { samples } from "./scale.ts";
import { type Kind, withReplica } from "./stand.ts";
import { percentile, slope } from "./stats.ts";
import { drafts } from "./texts.ts";
import { changes } from "./typing.ts";
import { witness } from "./witness.ts";

const ROUNDS = 20;
const DRAFTS_A_ROUND = 500;
const SWITCHES_A_ROUND = 50;

/** Rounds in which caches and compiled code are still filled. */
const SETTLING = 6;

/** A tab is left alone for so long, in milliseconds. */
const IDLE_MS = 10_000;

interface Figures {
  linear: number;
  heap: number;
  frame: number;
  worker: number;
  nodes: number;
  listeners: number;
  documents: number;
}

const heaps = ["heap", "frame", "worker"] as const;
const counted = ["nodes", "listeners", "documents"] as const;
const names = ["linear", ...heaps, ...counted] as const;

/** How much a figure may grow in a round of 500 drafts and 50 switches before it is a leak. */
const growth: Omit<Figures, "linear"> = {
  heap: 0.05 * MB,
  frame: 0.02 * MB,
  worker: 0.02 * MB,
  nodes: 5,
  listeners: 1,
  documents: 0.05,
};

const bare = await rounds("bare");
const ours = await rounds("ours");
const missed = judge([
  ...trends(ours.figures, bare.figures),
  ...rises(ours.figures),
  idle(ours.idle, bare.idle),
]);
if (missed.length > 0) {
  console.error(`\nmissed: ${missed.join("; ")}`);
  process.exitCode = 1;
}

function rounds(kind: Kind): Promise<{ figures: Figures[]; idle: number }> {
  return withReplica(kind, async (page) => {
    const session = await page.createCDPSession();
    await session.send("Performance.enable");
    if (kind === "ours") await witness(page).then(() => noteLinearMemory(page));
    const figures: Figures[] = [];
    console.log(`\n${kind}: ${names.join(", ")}`);
    for (let round = 0; round < ROUNDS; round++) {
      await writeDrafts(page, kind, round);
      await switchChats(page);
      figures.push(await look(page, session, kind));
      console.log(`  ${names.map((name) => figures.at(-1)?.[name]).join(", ")}`);
    }
    return { figures, idle: await busyWhileIdle(page, session) };
  });
}

async function writeDrafts(page: Page, kind: Kind, round: number): Promise<void> {
  const count = samples(DRAFTS_A_ROUND);
  const texts = drafts("fr", 200, round * count, count);
  if (kind === "ours") return changes(page, texts);
  await page.evaluate(async (texts) => {
    for (const text of texts) {
      window.__replica.setText(text);
      await new Promise((done) => setTimeout(done));
    }
  }, texts);
}

/** Goes from chat to chat and, half of the times, has the page build its editor anew. */
async function switchChats(page: Page): Promise<void> {
  await page.evaluate(async (count) => {
    const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    const chats = ["Camille Martin", "Karim Haddad"];
    for (let i = 0; i < count; i++) {
      if (i % 2 === 0) window.__replica.switchChat(chats[(i / 2) % 2] ?? "");
      else window.__replica.rebuildEditor();
      await frame();
      window.__replica.setText("Bonjour, slt, un autre message !!!");
      await frame();
    }
  }, samples(SWITCHES_A_ROUND));
}

async function look(page: Page, session: CDPSession, kind: Kind): Promise<Figures> {
  await page.evaluate(() => window.__replica.setText(""));
  await pause(500); // the announcement of findings comes 1.5 s late at most, and holds a view
  await session.send("HeapProfiler.collectGarbage");
  await session.send("HeapProfiler.collectGarbage");
  const metrics = await metricsOf(session);
  return {
    linear: kind === "ours" ? await linearMemory(page) : 0,
    heap: metrics.get("JSHeapUsedSize") ?? Number.NaN,
    frame: kind === "ours" ? await heapOf(sessionOf(await engineFrame(page))) : 0,
    worker: kind === "ours" ? await heapOf(workerOf(page, "linter").client) : 0,
    nodes: metrics.get("Nodes") ?? Number.NaN,
    listeners: metrics.get("JSEventListeners") ?? Number.NaN,
    documents: metrics.get("Documents") ?? Number.NaN,
  };
}

/** Milliseconds of script that ran while nobody touched the tab. */
async function busyWhileIdle(page: Page, session: CDPSession): Promise<number> {
  await page.evaluate(() => window.__replica.setText("Bonjour connard"));
  await pause(3_000); // the last announcement is made
  const before = await metricsOf(session);
  await pause(IDLE_MS);
  const after = await metricsOf(session);
  const script = (metrics: Map<string, number>) => (metrics.get("ScriptDuration") ?? Number.NaN) * 1_000;
  console.log(
    `  script: ${script(before).toFixed(0)} ms so far, ${(script(after) - script(before)).toFixed(2)} ms while idle`,
  );
  return script(after) - script(before);
}

async function metricsOf(session: CDPSession): Promise<Map<string, number>> {
  const { metrics } = await session.send("Performance.getMetrics");
  return new Map(metrics.map(({ name, value }) => [name, value]));
}

function trends(own: Figures[], page: Figures[]): Target[] {
  return [...heaps, ...counted].map((name) => ({
    name: `growth of ${name} a round, beside the bare page`,
    got: trend(own, name) - Math.max(0, trend(page, name)),
    limit: growth[name],
    unit: (heaps as readonly string[]).includes(name) ? "bytes" : "",
  }));
}

/** Memory is flat: what the last rounds hold is within a tenth of what the first counted rounds held. */
function rises(own: Figures[]): Target[] {
  const settled = own.slice(SETTLING);
  const middle = (rounds: Figures[], name: keyof Figures) =>
    percentile(
      rounds.map((each) => each[name]),
      0.5,
    );
  return (["linear", ...heaps] as const).map((name) => ({
    name: `rise of ${name} from the first counted rounds to the last`,
    got: (middle(settled.slice(-3), name) / middle(settled.slice(0, 3), name) - 1) * 100,
    limit: 10,
    unit: "%",
  }));
}

function trend(figures: Figures[], name: keyof Figures): number {
  return slope(figures.slice(SETTLING).map((each) => each[name]));
}

function idle(own: number, page: number): Target {
  return {
    name: `script time in ${IDLE_MS / 1_000} idle seconds, beside the bare page`,
    got: own - page,
    limit: 1,
    unit: "ms",
  };
}
