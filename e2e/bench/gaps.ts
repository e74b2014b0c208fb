// The longest time the page's main thread answers nothing while a very long draft is pasted and then edited: the
// longest interval between two ticks of a timer in the page (the browser spaces them 4 ms apart at rest).
// The bare page, with its editor alone, takes turns with ours; the medians of the trials' longest gaps are compared.
import type { Page } from "puppeteer-core";
import { COMPOSER, paste } from "../whatsapp/driver.ts";
import { key, pause } from "./keys.ts";
import { heading, series, type Target } from "./print.ts";
import { samples } from "./scale.ts";
import { browser, type Kind, replica } from "./stand.ts";
import { draft, emojis } from "./texts.ts";

const TRIALS = 11;
const EDITS = 8;

/** Between edits, in milliseconds. */
const EDIT_MS = 120;

/** After the paste and after the last edit, in milliseconds: reports and what is drawn of them come later. */
const SETTLE_MS = 700;

/** How much longer than the bare page's the gap may be, in milliseconds. */
const LIMIT = 100;

const cases = [
  { name: "65,536 characters", text: draft("fr", 65_536, 1) },
  { name: "65,536 characters in one line", text: draft("fr", 65_536, 2).replaceAll("\n", " ") },
  { name: "5,000 emojis", text: emojis(5_000) },
];

export async function gaps(): Promise<Target[]> {
  heading("longest main-thread gap while a draft is pasted and edited, ms (n trials)");
  const [ours, bare] = [await browser("ours"), await browser("bare")];
  try {
    const targets: Target[] = [];
    for (const { name, text } of cases) {
      const found = { ours: [] as number[], bare: [] as number[] };
      for (let i = 0; i < samples(TRIALS); i++) {
        found.bare.push(await trial(await replica(bare, "bare"), text));
        found.ours.push(await trial(await replica(ours, "ours"), text));
      }
      targets.push(compare(name, found));
    }
    return targets;
  } finally {
    await Promise.all([ours.close(), bare.close()]);
  }
}

function compare(name: string, found: Record<Kind, number[]>): Target {
  const without = series(`${name}, without the extension`, found.bare);
  const withIt = series(`${name}, with the extension`, found.ours);
  return {
    name: `gap added by the extension, ${name}, p50`,
    got: withIt.p50 - without.p50,
    limit: LIMIT,
    unit: "ms",
  };
}

declare global {
  interface Window {
    longestGap: number;
  }
}

async function trial(page: Page, text: string): Promise<number> {
  await page.evaluate(() => {
    window.longestGap = 0;
    let last = performance.now();
    const tick = () => {
      const now = performance.now();
      window.longestGap = Math.max(window.longestGap, now - last);
      last = now;
      setTimeout(tick);
    };
    tick();
  });
  const session = await page.createCDPSession();
  await page.focus(COMPOSER);
  await paste(page, { data: { "text/plain": text } });
  await pause(SETTLE_MS);
  for (let i = 0; i < EDITS; i++) {
    await key(session, i % 3 === 2 ? "Backspace" : "e");
    await pause(EDIT_MS);
  }
  await pause(SETTLE_MS);
  await session.detach();
  return page.evaluate(() => window.longestGap);
}
