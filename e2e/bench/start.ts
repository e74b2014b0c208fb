// Page load → engine ready: from the start of the navigation to the chip saying `ready`. The page's own load is in it,
// since the chip needs a composer to stand at; the time until the replica has drawn itself is printed beside it. The phases
// on the way are those of the lint Worker, whose clock is set by the page's.
import type { Page } from "puppeteer-core";
import { engineFrame } from "../bonton.ts";
import { replicaURL } from "../whatsapp/options.ts";
import { workerOf } from "./memory.ts";
import { heading, series, type Target } from "./print.ts";
import { samples } from "./scale.ts";
import { withReplica } from "./stand.ts";

const LOADS = 50;

declare global {
  interface Window {
    readyAt?: number;
    drawnAt?: number;
    hostAt?: number;
  }
}

/** What happens on the way, in order; times in ms since the navigation began. */
const phases = [
  "the page is drawn",
  "content script: our element is there",
  "engine frame: its document begins",
  "engine frame: its script has run",
  "lint Worker: its thread begins",
  "lint Worker: wasm is instantiated",
  "lint Worker: Go has started",
  "lint Worker: the rules are loaded",
  "the chip says ready",
] as const;

type Phase = (typeof phases)[number];

export async function start(): Promise<Target[]> {
  heading("page load → engine ready, ms since the navigation began");
  return withReplica("ours", async (page) => {
    await page.evaluateOnNewDocument(watch);
    const loads: Record<Phase, number>[] = [];
    for (let i = 0; i < samples(LOADS); i++) loads.push(await load(page));
    const each = phases.map((phase) =>
      series(
        phase,
        loads.map((times) => times[phase]),
      ),
    );
    const [ready] = each.slice(-1);
    const between = (from: Phase, to: Phase) => loads.map((times) => times[to] - times[from]);
    series("of it, Go's start", between("lint Worker: wasm is instantiated", "lint Worker: Go has started"));
    const rules = series(
      "of it, loading the rules",
      between("lint Worker: Go has started", "lint Worker: the rules are loaded"),
    );
    return [
      { name: "page load → engine ready, p50", got: ready?.p50 ?? Number.NaN, limit: 300, unit: "ms" },
      { name: "Go started → rules loaded, p50", got: rules.p50, limit: 60, unit: "ms" },
    ];
  });
}

async function load(page: Page): Promise<Record<Phase, number>> {
  await page.goto(replicaURL());
  await page.waitForFunction(() => window.readyAt !== undefined);
  const inPage = await page.evaluate(() => ({
    origin: performance.timeOrigin,
    drawn: window.drawnAt ?? Number.NaN,
    host: window.hostAt ?? Number.NaN,
    ready: window.readyAt ?? Number.NaN,
  }));
  const frame = await (await engineFrame(page)).evaluate(() => ({
    origin: performance.timeOrigin,
    ran: performance.getEntriesByType("navigation")[0]?.toJSON().domInteractive as number,
  }));
  const worker = await workerOf(page, "linter").evaluate(() => {
    const at = (name: string) => performance.getEntriesByName(name)[0]?.startTime ?? Number.NaN;
    return {
      origin: performance.timeOrigin,
      instantiated: at("instantiated"),
      started: at("started"),
      loaded: at("loaded"),
    };
  });
  const frameAt = frame.origin - inPage.origin;
  const workerAt = worker.origin - inPage.origin;
  return {
    "the page is drawn": inPage.drawn,
    "content script: our element is there": inPage.host,
    "engine frame: its document begins": frameAt,
    "engine frame: its script has run": frameAt + frame.ran,
    "lint Worker: its thread begins": workerAt,
    "lint Worker: wasm is instantiated": workerAt + worker.instantiated,
    "lint Worker: Go has started": workerAt + worker.started,
    "lint Worker: the rules are loaded": workerAt + worker.loaded,
    "the chip says ready": inPage.ready,
  };
}

/** Runs in the page before its own scripts: notes when the composer is there and when the chip is ready. */
function watch(): void {
  const look = () => {
    if (document.querySelector("#main footer [contenteditable]")) window.drawnAt ??= performance.now();
    const root = document.querySelector("bonton-ui")?.shadowRoot;
    if (root) window.hostAt ??= performance.now();
    if (root && !seen.has(root)) {
      seen.add(root);
      observer.observe(root, {
        subtree: true,
        childList: true,
        attributes: true,
        attributeFilter: ["data-state"],
      });
    }
    if (root?.querySelector("[data-part=chip][data-state=ready]")) window.readyAt ??= performance.now();
  };
  const seen = new Set<ShadowRoot>();
  const observer = new MutationObserver(look);
  observer.observe(document, { subtree: true, childList: true });
}
