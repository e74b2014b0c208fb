import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "puppeteer-core";
import { launchChromium } from "../browsers.ts";
import { serveReplica } from "./serve.ts";

let browser: Browser;
let page: Page;
before(async () => {
  browser = await launchChromium();
  page = await browser.newPage();
});
after(() => browser.close());

test("a typed line is sent by Enter", async () => {
  await serveReplica(page);
  await page.type("#main footer [contenteditable]", "Bonjour 😀 à tous");
  assert.equal(await page.evaluate(() => window.__replica.lexicalText()), "Bonjour 😀 à tous");
  await page.keyboard.press("Enter");
});
