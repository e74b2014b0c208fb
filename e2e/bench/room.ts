// The practice room as `bonton serve` hands it out on this computer: when something is drawn, when its engine is ready, what is
// fetched until then. Each load is the first of a browser that knows nothing of the site: no cache, no service worker.
import type { Browser, Page } from "puppeteer-core";
import { launchChromium } from "../browsers.ts";
import { serveRoom } from "../practice/room.ts";
import { MB } from "./memory.ts";
import { figure, heading, series, type Target } from "./print.ts";
import { samples } from "./scale.ts";

const LOADS = 20;

declare global {
  interface Window {
    roomReadyAt?: number;
  }
}

interface Load {
  drawn: number;
  listed: number;
  ready: number;
  /** Bytes over the wire until the engine was ready. */
  weight: number;
}

export async function room(): Promise<Target[]> {
  heading("practice room from bonton serve, ms since the navigation began");
  const served = await serveRoom();
  const browser = await launchChromium();
  try {
    const loads: Load[] = [];
    for (let i = 0; i < samples(LOADS); i++) loads.push(await load(browser, served.address));
    const drawn = series("something is drawn (first contentful paint)", take(loads, "drawn"));
    series("the scenarios are listed", take(loads, "listed"));
    const ready = series("the engine is ready", take(loads, "ready"));
    figure("page weight until the engine is ready", `${((loads[0]?.weight ?? 0) / MB).toFixed(2)} MB`);
    return [
      { name: "room: first draw, p95", got: drawn.p95, limit: 1_000, unit: "ms" },
      { name: "room: engine ready, p95", got: ready.p95, limit: 1_000, unit: "ms" },
    ];
  } finally {
    await browser.close();
    served.stop();
  }
}

async function load(browser: Browser, address: string): Promise<Load> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const weights = weigh(page);
  await page.evaluateOnNewDocument(watch);
  await page.goto(address);
  await page.waitForFunction(() => window.roomReadyAt !== undefined);
  const times = await page.evaluate(() => ({
    drawn: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN,
    listed: performance.getEntriesByName("room-listed")[0]?.startTime ?? Number.NaN,
    ready: window.roomReadyAt ?? Number.NaN,
  }));
  const weight = weights.reduce((sum, bytes) => sum + bytes, 0);
  await context.close();
  return { ...times, weight };
}

/** Notes how long each answer is, as it comes. */
function weigh(page: Page): number[] {
  const weights: number[] = [];
  page.on("response", (response) => weights.push(Number(response.headers()["content-length"] ?? 0)));
  return weights;
}

function take(loads: readonly Load[], name: keyof Load): number[] {
  return loads.map((each) => each[name]);
}

/** Runs in the page before its own scripts. */
function watch(): void {
  new MutationObserver(() => {
    if (document.querySelector(".cards [data-lesson]") && !performance.getEntriesByName("room-listed").length)
      performance.mark("room-listed");
    if (document.querySelector("[data-part=trust][data-engine=ready]"))
      window.roomReadyAt ??= performance.now();
  }).observe(document, { subtree: true, childList: true, attributes: true });
}
