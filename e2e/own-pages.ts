// The extension's own pages, as tabs, in both browsers.
import type { Browser, Page } from "puppeteer-core";
import { findEngineFrame } from "./bonton.ts";
import { FIREFOX_ORIGIN } from "./browsers.ts";

const PATIENCE_MS = 30_000;

/** How often Firefox may lose a page on its way there. */
const TRIES = 4;

/** The pages below pages/. */
export type OwnPage = "options" | "popup" | "welcome";

/** Opens a page of ours in a tab of its own. `origin` is needed in Chromium, whose id is the package's. */
export async function openOwnPage(browser: Browser, name: OwnPage, origin = FIREFOX_ORIGIN): Promise<Page> {
  for (let left = TRIES; ; left--) {
    const page = await browser.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    const went = page.goto(`${origin}/pages/${name}.html`);
    if (!origin.startsWith("moz-extension:")) await went;
    else if (!(await arrives(page, went)) && left > 1) {
      await page.close();
      continue;
    }
    await page.waitForSelector("main");
    return page;
  }
}

/** Firefox never says that it went there, and a question asked between two pages fails: it is asked again. */
async function arrives(page: Page, went: Promise<unknown>): Promise<boolean> {
  went.catch(() => undefined);
  const until = Date.now() + PATIENCE_MS / TRIES;
  while (Date.now() < until) {
    const timeout = Math.max(1, until - Date.now());
    const there = await page.waitForSelector("main", { timeout }).catch(() => undefined);
    if (there) return true;
  }
  return false;
}

/** The origin of the extension in a tab with its engine frame. */
export async function ownOrigin(page: Page): Promise<string> {
  const frame = await findEngineFrame(page);
  return (await frame?.evaluate(() => location.origin)) ?? FIREFOX_ORIGIN;
}

/** What extension storage holds. */
export function stored(ownPage: Page): Promise<Record<string, unknown>> {
  return ownPage.evaluate(() => chrome.storage.local.get(null));
}

/** What extension storage holds once `key` is what `wanted` says; a tab shows a choice before it is written. */
export function storedOnce(
  ownPage: Page,
  key: string,
  wanted: (value: never) => boolean,
): Promise<Record<string, unknown>> {
  return ownPage.evaluate(
    `(${String(writtenOnce)})(${JSON.stringify(key)}, ${String(wanted)}, ${PATIENCE_MS})`,
  ) as Promise<Record<string, unknown>>;
}

/** In a page of ours, also one in the background, which draws no frames. */
function writtenOnce(
  key: string,
  wanted: (value: unknown) => boolean,
  milliseconds: number,
): Promise<Record<string, unknown>> {
  return new Promise((done, fail) => {
    const inVain = () => fail(new Error(`waited in vain for ${key} in storage to be ${String(wanted)}`));
    const timer = setTimeout(inVain, milliseconds);
    const look = async () => {
      const all = await chrome.storage.local.get(null);
      if (!wanted(all[key])) return;
      clearTimeout(timer);
      chrome.storage.local.onChanged.removeListener(look);
      done(all);
    };
    chrome.storage.local.onChanged.addListener(look);
    look().catch(fail);
  });
}

/** Clicks without the pointer, so that a page in the background does it too. */
export function clickIn(ownPage: Page, selector: string): Promise<void> {
  return ownPage.$eval(selector, (element) => (element as HTMLElement).click());
}
