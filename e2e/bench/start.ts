// Page load → engine ready: from the start of the navigation to the chip saying `ready`. The page's own load is in it,
// since the chip needs a composer to stand at; the time until the replica has drawn itself is printed beside it.
import type { Page } from "puppeteer-core";
import { replicaURL } from "../whatsapp/options.ts";
import { heading, series, type Target } from "./print.ts";
import { samples } from "./scale.ts";
import { withReplica } from "./stand.ts";

const LOADS = 50;

declare global {
  interface Window {
    readyAt?: number;
    drawnAt?: number;
  }
}

export async function start(): Promise<Target[]> {
  heading("page load → engine ready, ms since the navigation began");
  return withReplica("ours", async (page) => {
    await page.evaluateOnNewDocument(watch);
    const ready: number[] = [];
    const drawn: number[] = [];
    for (let i = 0; i < samples(LOADS); i++) await load(page, ready, drawn);
    series("the page is drawn", drawn);
    const { p50 } = series("the chip says ready", ready);
    return [{ name: "page load → engine ready, p50", got: p50, limit: 300, unit: "ms" }];
  });
}

async function load(page: Page, ready: number[], drawn: number[]): Promise<void> {
  await page.goto(replicaURL());
  await page.waitForFunction(() => window.readyAt !== undefined);
  const [readyAt, drawnAt] = await page.evaluate(() => [window.readyAt, window.drawnAt]);
  ready.push(readyAt ?? Number.NaN);
  drawn.push(drawnAt ?? Number.NaN);
}

/** Runs in the page before its own scripts: notes when the composer is there and when the chip is ready. */
function watch(): void {
  const look = () => {
    if (document.querySelector("#main footer [contenteditable]")) window.drawnAt ??= performance.now();
    const root = document.querySelector("bonton-ui")?.shadowRoot;
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
