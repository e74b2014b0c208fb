// The extension is updated under an open tab. Chromium leaves the old script there without a new one: it goes on with its
// own engine and asks for a reload, or steps aside. Firefox ends the old script and starts the new one in its place.
import assert from "node:assert/strict";
import { resolve } from "node:path";
import { test } from "node:test";
import type { Browser, Page } from "puppeteer-core";
import { held, readable, verdictIs, withExtension } from "../bonton.ts";
import { until } from "../until.ts";
import { compose, press, sentTexts, waitForSends } from "../whatsapp/driver.ts";

const RUDE = "Bonjour connard";
const RELOAD = "rechargez cet onglet";

/** The browsers' ways to update. */
const updates = {
  chrome: async (browser: Browser) => {
    const target = await browser.waitForTarget((each) => each.type() === "service_worker");
    const worker = await target.worker();
    worker?.evaluate("chrome.runtime.reload()").catch(() => undefined); // it ends before it answers
  },
  firefox: (browser: Browser) => browser.installExtension(resolve("dist/firefox")),
};

withExtension(
  ({ load: open, browser }) => {
    test("the old script asks for a reload and goes on checking; taken out, it steps aside", async () => {
      const page = await open();
      await compose(page, "Bonjour");
      await verdictIs(page, "clean");
      await updates.chrome(browser());
      await chipAsksForReload(page);
      await page.keyboard.type(" connard");
      await heldThenSentOnce(page);
      await compose(page, RUDE);
      await verdictIs(page, "warn");
      await page.evaluate(() => document.querySelector("bonton-ui")?.remove());
      await press(page, "Enter");
      await waitForSends(page, 2);
      const left = () => [document.querySelectorAll("bonton-ui").length, CSS.highlights.size];
      assert.deepEqual(await page.evaluate(left), [0, 0]);
    });
  },
  ["chrome"],
  { alone: true },
);

withExtension(
  ({ load: open, browser }) => {
    test("the new script takes the place of the old one, and the draft is checked again", async () => {
      const page = await open();
      await compose(page, RUDE);
      await verdictIs(page, "warn");
      await page.evaluate(() => document.querySelector("bonton-ui")?.setAttribute("data-old", ""));
      await updates.firefox(browser());
      await until(page, () => document.querySelector("bonton-ui:not([data-old])"));
      assert.equal(await page.evaluate(() => document.querySelectorAll("bonton-ui").length), 1);
      await heldThenSentOnce(page);
    });
  },
  ["firefox"],
  { alone: true },
);

/** The draft is held once, and the user's next Enter sends it once. */
async function heldThenSentOnce(page: Page): Promise<void> {
  await verdictIs(page, "warn");
  await press(page, "Enter");
  await held(page, "warn");
  await readable(page);
  assert.deepEqual(await sentTexts(page), []);
  await press(page, "Enter");
  await waitForSends(page, 1);
  assert.deepEqual(await sentTexts(page), [RUDE]);
}

/** Waits until the chip's name asks for a reload. Nobody tells the tab of the update: it looks when its user comes back. */
async function chipAsksForReload(page: Page): Promise<void> {
  await until(
    page,
    (words) => {
      document.dispatchEvent(new Event("visibilitychange"));
      const chip = document.querySelector("bonton-ui")?.shadowRoot?.querySelector("[data-part=chip]");
      return chip?.getAttribute("aria-label")?.includes(words);
    },
    RELOAD,
  );
}
