// The options page and the popup: what they show, that each choice reaches an open WhatsApp tab, and how they look.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { test } from "node:test";
import type { Page } from "puppeteer-core";
import { violations } from "./axe.ts";
import { chipSays, held, SCREENSHOTS, underlined, verdictIs, withExtension } from "./bonton.ts";
import { ownOrigin } from "./own-pages.ts";
import { until } from "./until.ts";
import { compose, press } from "./whatsapp/driver.ts";

async function openPage(page: Page, name: string): Promise<Page> {
  const opened = await page.browser().newPage();
  await opened.goto(`${await ownOrigin(page)}/pages/${name}.html`);
  await opened.waitForSelector("main");
  return opened;
}

/** What the extension keeps, as the page reads it; put there by hand, as an employee's past would have. */
function put(options: Page, stored: object): Promise<void> {
  return options.evaluate((values) => chrome.storage.local.set(values), stored);
}

function click(options: Page, selector: string): Promise<void> {
  return options.$eval(selector, (element) => (element as HTMLElement).click());
}

async function pictures(page: Page, name: string): Promise<void> {
  mkdirSync(SCREENSHOTS, { recursive: true });
  for (const value of ["light", "dark"]) {
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value }]);
    assert.deepEqual(await violations(page), [], `${name} ${value}`);
    await page.screenshot({ path: `${SCREENSHOTS}/${name}-${value}.png`, fullPage: true });
  }
}

const DAY = "2026-11-03";
const CHAT = "0123456789abcdef0123456789abcdef";
const PAST = {
  ignored: { "register/sms-fr": DAY },
  chats: { [CHAT]: { since: DAY, used: DAY, mark: "partner", ignored: { "emoji/too-many": DAY } } },
  policy: {
    seen: DAY,
    values: { channel: "pilot", staleDays: 999, locked: ["chip"], noticeUrl: "https://a.example/" },
  },
};

// Firefox does not let a test open an extension's page.
withExtension(
  ({ open }) => {
    test("switching off and pausing reach the tab at once; sends are counted without text and can be erased", async () => {
      const page = await open();
      const popup = await openPage(page, "popup");
      await popup.setViewport({ width: 360, height: 560 });
      await pictures(popup, "popup-switches");
      await page.bringToFront();
      await compose(page, "connard");
      await verdictIs(page, "warn");
      await press(page, "Enter");
      await held(page, "warn");
      await press(page, "Escape");
      await click(popup, "[name=checking]");
      await chipSays(page, "off");
      assert.deepEqual(await underlined(page), {});
      await click(popup, "[name=checking]");
      await verdictIs(page, "warn");
      await click(popup, "[data-act=pause]");
      await chipSays(page, "paused");
      await popup.waitForSelector("[data-act=resume]");
      await click(popup, "[data-act=resume]");
      await verdictIs(page, "warn");
      const { record } = await popup.evaluate(() => chrome.storage.local.get("record"));
      assert.doesNotMatch(JSON.stringify(record), /connard|Camille|:\d\d/);
      assert.equal((record as { outcome: string }[])[0]?.outcome, "cancelled");
      await popup.close();
    });

    test("the options page lists what is kept, takes it back, and names what is wrong", async () => {
      const page = await open();
      await compose(page, "bjr");
      await verdictIs(page, "note");
      const options = await openPage(page, "options");
      await put(options, PAST);
      await options.waitForSelector("[data-ignored='register/sms-fr']");
      await options.waitForSelector(`[data-chat='${CHAT}'] [data-ignored='emoji/too-many']`);
      await options.waitForSelector("[data-mistake=staleDays]");
      await options.waitForSelector("[data-setting=channel][data-origin=locked]");
      await options.waitForSelector("[name=chip]:disabled");
      await options.waitForSelector("[data-listed]");
      await options.setViewport({ width: 1100, height: 900 });
      await pictures(options, "options");
      await options.setViewport({ width: 550, height: 450, deviceScaleFactor: 2 });
      const overflows = () => document.documentElement.scrollWidth > innerWidth;
      assert.equal(await options.evaluate(overflows), false, "wider than the window at 200 %");
      await pictures(options, "options-zoom");
      await page.bringToFront(); // a page that is not drawn waits for no frame
      await verdictIs(page, "clean");

      await options.bringToFront(); // a tab behind another one draws nothing, and waits for what is drawn wait in vain
      await click(options, "[data-act=forget-chat]");
      await until(options, (id) => !document.querySelector(`[data-chat='${id}']`), CHAT);
      await click(options, "[data-act=heed]");
      await page.bringToFront();
      await verdictIs(page, "note");
      await options.bringToFront();
      await options.type("input[type=search]", "carte bancaire");
      await click(options, "[data-listed='confidential/payment-card'] > summary");
      await options.waitForSelector("[data-listed='confidential/payment-card'] .why p");
      await options.select("[name=locale]", "en");
      await options.waitForSelector("html[lang=en]");
      await options.select("[name=locale]", "de");
      await options.waitForSelector("html[lang=de]");
      await options.$eval("input[type=search]", (search) => search.select());
      await options.keyboard.press("Backspace"); // what was looked for is French
      await options.waitForSelector("[data-listed='confidential/payment-card'] summary [lang=en]");
      await put(options, { ignored: "broken" });
      await options.waitForSelector("#ignored_title .bad");
      await options.close();
    });

    test("a rule is switched off from the list, and on again; one that must be heeded says so", async () => {
      const page = await open();
      await compose(page, "bjr");
      await verdictIs(page, "note");
      const options = await openPage(page, "options");
      await options.waitForSelector("[data-listed='register/sms-fr']");
      await click(options, "[data-listed='register/sms-fr'] > summary");
      await click(options, "[data-listed='register/sms-fr'] > [data-act=ignore]");
      await options.waitForSelector("[data-ignored='register/sms-fr']");
      await options.waitForSelector("[data-listed='register/sms-fr'] > [data-act=heed]");
      await page.bringToFront();
      await verdictIs(page, "clean");

      await options.bringToFront();
      await click(options, "[data-listed='confidential/payment-card'] > summary");
      const fixed = await options.$eval("[data-listed='confidential/payment-card']", (rule) => ({
        words: rule.textContent,
        button: rule.querySelector("button") !== null,
      }));
      assert.match(fixed.words ?? "", /ne peut pas être ignorée/);
      assert.equal(fixed.button, false);
      await options.type("input[type=search]", "sms");
      await options.setViewport({ width: 1100, height: 900 });
      await pictures(options, "options-rule");
      await click(options, "[data-listed='register/sms-fr'] > [data-act=heed]");
      await until(options, () => !document.querySelector("[data-ignored]"));
      await page.bringToFront();
      await verdictIs(page, "note");
      await options.close();
    });
  },
  ["chrome"],
);
