// Popup, options and first-run page in both browsers: axe finds nothing in any theme, language or with the system's own
// colours; targets are large enough; at 200 % and in a narrow window nothing is cut off; nothing moves.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "puppeteer-core";
import { locales } from "../extension/strings.ts";
import { violations } from "./axe.ts";
import { chipSays } from "./bonton.ts";
import { FIREFOX_ORIGIN, testedIn } from "./browsers.ts";
import { type Borrowed, borrow } from "./each.ts";
import { looks, resetLook, setLook } from "./media.ts";
import { type OwnPage, openOwnPage, ownOrigin } from "./own-pages.ts";
import { until } from "./until.ts";
import { serveReplica } from "./whatsapp/serve.ts";

const names = ["popup", "options", "welcome"] as const satisfies OwnPage[];

for (const browserName of testedIn) {
  describe(browserName, { timeout: 600_000 }, () => {
    let borrowed: Borrowed;
    const pages: Partial<Record<OwnPage, Page>> = {};
    before(async () => {
      borrowed = await borrow(browserName, { extension: true });
      const { browser } = borrowed;
      const origin = browserName === "firefox" ? FIREFOX_ORIGIN : await originIn(browser);
      for (const name of names) pages[name] = await openOwnPage(browser, name, origin);
    });
    after(async () => {
      await pages.options?.evaluate(() => chrome.storage.local.clear());
      if (pages.options) await resetLook(browserName, pages.options);
      await borrowed?.giveBack();
    });

    for (const look of looks)
      for (const name of names)
        test(`${name}, ${look}: clean, targets of 24 px, nothing cut off at 200 %, nothing moves`, async () => {
          const page = pages[name] as Page;
          await page.bringToFront();
          await setLook(browserName, page, look);
          if (name === "options") await page.waitForSelector("[data-listed]");
          for (const [width, height] of [
            [1100, 900],
            [550, 450],
            [320, 560],
          ] as const) {
            await page.setViewport({ width, height });
            await until(page, (wanted) => innerWidth === wanted, width);
            assert.deepEqual(await violations(page), [], `${width} px`);
            assert.deepEqual(await page.evaluate(tooSmall), [], `${width} px`);
            assert.equal(await page.evaluate(isCutOff), false, `${width} px`);
          }
          assert.deepEqual(await page.evaluate(moving), []);
        });

    test("every language fits, and the page says which one it is in", async () => {
      for (const locale of locales) {
        await choose(pages.options as Page, locale);
        for (const name of names) {
          const page = pages[name] as Page;
          await page.bringToFront(); // a page that is not drawn waits for no frame
          await until(page, (wanted) => document.documentElement.lang === wanted, locale);
          assert.equal(await page.evaluate(isCutOff), false, `${name} ${locale}`);
        }
      }
    });
  });
}

/** The address of the extension's pages, which Chromium's package alone knows. */
async function originIn(browser: Browser): Promise<string> {
  const page = await browser.newPage();
  await serveReplica(page);
  await chipSays(page, "ready");
  return ownOrigin(page);
}

function choose(options: Page, locale: string): Promise<unknown> {
  return options.evaluate((value) => chrome.storage.local.set({ choices: { locale: value } }), locale);
}

/** Buttons, boxes and links below 24 px, but for links within a sentence; in the page. */
function tooSmall(): string[] {
  const targets = [
    ...document.querySelectorAll<HTMLElement>("button, input, select, summary, nav a, a.button"),
  ];
  return targets
    .filter((target) => {
      const { width, height } = target.getBoundingClientRect();
      return width > 0 && (width < 24 || height < 24);
    })
    .map(({ outerHTML }) => outerHTML);
}

function isCutOff(): boolean {
  return document.documentElement.scrollWidth > innerWidth;
}

/** What is animated, in the page. */
function moving(): string[] {
  return document.getAnimations().map((animation) => String((animation.effect as KeyframeEffect).target));
}
