// The popup's "check this page": what it says of a page it knows, of one it does not, and that it shows no message.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { test } from "node:test";
import type { Page } from "puppeteer-core";
import { SCREENSHOTS, withExtension } from "./bonton.ts";
import { ownOrigin } from "./own-pages.ts";
import { compose } from "./whatsapp/driver.ts";

const PARTS = ["composer", "editor", "footer", "send", "chat", "messages"];

/** Opens the popup as a page of its own and has it look at the WhatsApp tab behind it. */
async function check(page: Page): Promise<Page> {
  const popup = await page.browser().newPage();
  await popup.setViewport({ width: 360, height: 560 });
  await popup.goto(`${await ownOrigin(page)}/pages/popup.html`);
  // As a popup it asks the active tab; as a tab it would be that one itself. The one that answers is the WhatsApp tab.
  await popup.evaluate(async () => {
    const answers = async ({ id = -1 }) =>
      chrome.tabs.sendMessage(id, { kind: "probe" }).then(Boolean, () => false);
    const tabs = await chrome.tabs.query({});
    const known = await Promise.all(tabs.map(answers));
    const found = tabs.filter((_, i) => known[i]);
    chrome.tabs.query = (() => Promise.resolve(found)) as typeof chrome.tabs.query;
  });
  await (await popup.waitForSelector("[data-act=check]"))?.click();
  await popup.waitForSelector("[role=status] > *");
  return popup;
}

function rows(popup: Page): Promise<Record<string, string>> {
  return popup.$$eval("[data-probe]", (all) =>
    Object.fromEntries(all.map((row) => [row.getAttribute("data-probe"), row.getAttribute("data-readable")])),
  );
}

// Firefox does not let a test open an extension's page.
withExtension(
  ({ open }) => {
    for (const [title, options] of Object.entries({
      "the newest page": {},
      "a page without testids": { testids: false, icons: "data-icon", rows: 1 } as const,
    })) {
      test(`${title}: every part is recognised`, async () => {
        const page = await open(options);
        await compose(page, "Secret bien gardé");
        const popup = await check(page);
        assert.deepEqual(await rows(popup), Object.fromEntries(PARTS.map((part) => [part, "true"])));
        const words = await popup.$eval("body", (body) => body.innerText);
        assert.doesNotMatch(words, /Secret|Camille/);
        assert.ok(await popup.$("[data-host=frame]"));
        mkdirSync(SCREENSHOTS, { recursive: true });
        await popup.screenshot({ path: `${SCREENSHOTS}/popup.png` });
        await popup.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "dark" }]);
        await popup.screenshot({ path: `${SCREENSHOTS}/popup-dark.png` });
        await popup.close();
      });
    }

    test("the rules in force are named: version, age, channel, signer, and whether they are old or others were refused", async () => {
      const page = await open();
      const address = `${await ownOrigin(page)}/pages/popup.html`;
      const popup = await page.browser().newPage();
      await popup.setViewport({ width: 360, height: 640 });
      await popup.goto(address);
      const day = 86_400_000;
      const at = (days: number) => new Date(Date.now() + days * day).toISOString();
      const note = {
        version: "2026.11.3",
        channel: "pilot",
        source: "stored",
        root: "3f2a1b0c".repeat(8),
        dev: false,
        revoked: false,
        created: at(-3.5),
        ends: at(80),
        fresh: at(0.5),
        looked: at(0),
        rules: "",
        texts: "",
        staleDays: 14,
      };
      const problem = { class: "engine", message: "rules.json: needs engine 2, this is engine 1", at: at(0) };
      const cases: [string, object, RegExp][] = [
        ["current", {}, /Règles 2026\.11\.3\s+À jour\..*il y a 3 jours.*pilote.*racine 3f2a1b0c/s],
        ["packaged", { source: "packaged", fresh: undefined, dev: true }, /signature de développement/],
        ["stale", { fresh: "2026-01-05T12:00:00Z" }, /Règles anciennes depuis le 5 janvier 2026/],
        ["refused", { problem }, /refusée ; ces règles restent en vigueur/],
      ];
      for (const [state, more, words] of cases) {
        await popup.evaluate((bundle) => chrome.storage.local.set({ bundle }), { ...note, ...more });
        const shown = await popup.waitForSelector(`[data-part=bundle][data-state=${state}]`);
        assert.match((await shown?.evaluate((part) => (part as HTMLElement).innerText)) ?? "", words);
        await popup.screenshot({ path: `${SCREENSHOTS}/popup-${state}.png` });
      }
      await popup.close();
    });

    test("a page whose composer changed is said to be unrecognised", async () => {
      const page = await open();
      await page.evaluate(() => document.querySelector("#main footer")?.remove());
      const popup = await check(page);
      const found = await rows(popup);
      assert.deepEqual([found.composer, found.footer, found.send], ["false", "false", "false"]);
      assert.ok(await popup.$('[data-good="false"]'));
      await popup.close();
    });
  },
  ["chrome"],
);
