// What a clean send costs: from the browser's own time stamp of the trusted Enter to the replica's entry in its log of
// sends, with the extension and without it. Both browsers take turns, so that a busy minute falls on both.
// The draft is checked before Enter is pressed; Enter as the very next key is measured in second-press.ts.
import type { CDPSession, Page } from "puppeteer-core";
import { chipSays, drawn } from "../bonton.ts";
import { COMPOSER } from "../whatsapp/driver.ts";
import { key } from "./keys.ts";
import { figure, heading, series, type Target } from "./print.ts";
import { samples } from "./scale.ts";
import { browser, type Kind, replica } from "./stand.ts";
import { draft } from "./texts.ts";

const SENDS = 1_000;

/** Sends per turn; the replica is opened anew for each, so that its chat does not grow for ever. */
const TURN = 100;

/** The length of what is sent, in UTF-16 code units. */
const LENGTH = 120;

/** Measures and prints; there is no limit on the difference but to be small. */
export async function sends(): Promise<Target[]> {
  heading("trusted Enter → clean draft sent, ms");
  const wanted = samples(SENDS);
  const [ours, bare] = [await browser("ours"), await browser("bare")];
  try {
    const found = { ours: [] as number[], bare: [] as number[] };
    while (found.ours.length < wanted) {
      const count = Math.min(TURN, wanted - found.ours.length);
      found.bare.push(...(await turn(await replica(bare, "bare"), "bare", found.bare.length, count)));
      found.ours.push(...(await turn(await replica(ours, "ours"), "ours", found.ours.length, count)));
    }
    const without = series("without the extension", found.bare);
    const withIt = series("with the extension", found.ours);
    figure(
      "added, p50 / p95",
      `${(withIt.p50 - without.p50).toFixed(2)} / ${(withIt.p95 - without.p95).toFixed(2)}`,
    );
    return [];
  } finally {
    await Promise.all([ours.close(), bare.close()]);
  }
}

declare global {
  interface Window {
    enterAt: number[];
  }
}

async function turn(page: Page, kind: Kind, from: number, count: number): Promise<number[]> {
  const session = await page.createCDPSession();
  await page.evaluate(() => {
    window.enterAt = [];
    window.addEventListener("keydown", ({ timeStamp }) => window.enterAt.push(timeStamp), true);
  });
  await page.focus(COMPOSER);
  for (let i = 0; i < count; i++) await sendOne(page, session, clean(from + i), kind, i);
  await session.detach();
  return page.evaluate(() => window.__sends.map(({ at }, index) => at - (window.enterAt[index] ?? 0)));
}

/** A draft that nothing holds. */
function clean(index: number): string {
  return draft("fr", LENGTH, index * 8 + 1).replace(/[!?]+/g, ".");
}

async function sendOne(
  page: Page,
  session: CDPSession,
  text: string,
  kind: Kind,
  before: number,
): Promise<void> {
  await page.evaluate((text) => window.__replica.setText(text), text);
  await settled(page, kind);
  await key(session, "Enter");
  await page.waitForFunction((count) => window.__sends.length > count, {}, before);
}

/** Waits until the draft is drawn and, with the extension, until the chip has shown what the report says of it. */
async function settled(page: Page, kind: Kind): Promise<void> {
  await page.evaluate(async () => {
    for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame);
  });
  if (kind !== "ours") return;
  await drawn(page);
  await chipSays(page, "ready"); // a note may be shown, as in life; it passes like a clean draft
}
