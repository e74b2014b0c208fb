// The company's policy, handed over by the browser's own management: Chromium's folder of managed policies, Firefox's
// policies.json. Each test goes on where the one before left the browser, as a year on one computer does.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "puppeteer-core";
import { defaults, settingKeys } from "../../extension/store/policy.ts";
import { chipSays, held, part, underlined, verdictIs } from "../bonton.ts";
import { testedIn } from "../browsers.ts";
import { clickIn, openOwnPage, stored } from "../own-pages.ts";
import { until } from "../until.ts";
import { compose, press } from "../whatsapp/driver.ts";
import { serveReplica } from "../whatsapp/serve.ts";
import { type Managed, manage, type Values } from "./managed.ts";

const RUDE = "Bonjour connard";
const CHOOSABLE = ["checking", "locale", "chip", "underlines"];

/** Every setting there is, none at its default. */
const EVERY: Values = {
  checking: false,
  locale: "en",
  chip: false,
  underlines: false,
  audienceDefault: "colleague",
  roles: ["spokesperson", "support"],
  personalChats: "checked",
  onEngineFailure: "hold",
  askFileChat: true,
  recordDays: 7,
  reporting: false,
  supportUrl: "https://help.example/",
  noticeUrl: "https://notice.example/",
  updateUrl: "https://127.0.0.1:9/",
  root: packagedRoot(),
  channel: "pilot",
  pollSeconds: 3600,
  staleDays: 5,
};

/** How the table shows them, in English. */
const SHOWN: Values = {
  checking: "no",
  chip: "no",
  underlines: "no",
  askFileChat: "yes",
  reporting: "no",
  root: "given",
};

/** A policy of mistakes: the key, the value, and what the table says of it. The first two Chromium withholds: its own schema names
 *  the types, and it tells of them on chrome://policy alone. */
const MISTAKES: [key: string, value: unknown, words: RegExp, withheld?: "withheld"][] = [
  ["recordDays", "30", /type/, "withheld"],
  ["chekcing", true, /inconnu/, "withheld"],
  ["channel", "beta", /stable, pilot/],
  ["pollSeconds", 5, /60–86400/],
  ["staleDays", 999, /1–365/],
  ["root", '{"signed":{"_type":"root"', /root\.json/],
  ["noticeUrl", "http://notice.example/", /https:/],
  ["locked", ["chip", "chipp"], /chipp/],
];

for (const name of testedIn) {
  describe(name, { timeout: 600_000 }, () => {
    let managed: Managed;
    let browser: Browser;
    let options: Page;
    let page: Page;
    before(async () => {
      managed = manage(name);
      await start();
    });
    after(async () => {
      await browser?.close();
      managed?.dispose();
    });

    async function start(): Promise<void> {
      browser = await managed.start();
      page = await browser.newPage();
      page.setDefaultTimeout(30_000);
      await serveReplica(page);
      await openOptions();
    }

    async function openOptions(): Promise<void> {
      options = await openOwnPage(browser, "options", managed.origin);
      options.setDefaultTimeout(30_000);
    }

    async function restart(): Promise<void> {
      await browser.close();
      await start();
    }

    /** Makes this the policy. Chromium hands it over under open tabs, Firefox at its next start. */
    async function apply(values: Values | undefined): Promise<void> {
      managed.set(values);
      if (name === "firefox") await restart();
    }

    /** Waits for a setting to be decided by somebody. Chromium mostly notices within four seconds; on a machine that had five other
     *  browsers to run it once saw nothing for two and a half minutes, however often the policy changed (2026-11-28). */
    async function decided(setting: string, origin: string): Promise<void> {
      await options.bringToFront(); // Chromium lets a tab behind another rest
      await options.waitForSelector(`[data-setting=${setting}][data-origin=${origin}]`);
    }

    test("without a policy defaults hold; one that comes late is followed, in the open tab too", async () => {
      await page.bringToFront(); // a page that is not drawn shows no chip
      await chipSays(page, "ready");
      assert.deepEqual(new Set(Object.values(await origins(options))), new Set(["default"]));
      await clickIn(options, "[name=underlines]");
      await decided("underlines", "you");
      await apply({ locale: "en", underlines: true, staleDays: 5 });
      await decided("locale", "policy");
      await decided("staleDays", "locked");
      await decided("underlines", "you");
      await page.bringToFront();
      await chipSays(page, "ready");
      await chipIsNamed(page, /Checking|Ready|Checked/i);
      await compose(page, RUDE);
      await verdictIs(page, "warn");
      assert.deepEqual(await underlined(page), {});
    });

    test("every setting is in the table with its value and who decided it, as a default and locked", async () => {
      await apply(EVERY);
      await decided("channel", "locked");
      await decided("checking", "policy");
      const wanted = settingKeys.map((key) => [key, CHOOSABLE.includes(key) ? "policy" : "locked"]);
      assert.deepEqual(await origins(options), { ...Object.fromEntries(wanted), underlines: "you" });
      const values = await shown(options);
      for (const key of settingKeys)
        if (key !== "underlines") assert.equal(values[key], String(SHOWN[key] ?? EVERY[key]), key);
      await page.bringToFront();
      await noChip(page);

      await apply({ ...EVERY, locked: settingKeys });
      await decided("underlines", "locked");
      assert.deepEqual(new Set(Object.values(await origins(options))), new Set(["locked"]));
      for (const control of CHOOSABLE) assert.ok(await options.$(`[name=${control}]:disabled`), control);
      assert.equal(await options.$("[data-act=pause]"), null);
    });

    test("what is locked goes before the employee's own choice, and the tab follows", async () => {
      await apply({ recordDays: 0 });
      await decided("channel", "default");
      await clickIn(options, "[name=checking]");
      await decided("checking", "you");
      await page.bringToFront();
      await chipSays(page, "off");
      await apply({ recordDays: 0, askFileChat: true, locked: ["checking", "underlines"] });
      await decided("checking", "locked");
      await page.bringToFront();
      await page.evaluate(() => window.__replica.setText(""));
      await compose(page, RUDE);
      await verdictIs(page, "warn");
      assert.deepEqual(await underlined(page), { warn: ["connard"] });
      await press(page, "Enter");
      await held(page, "warn");
      await press(page, "Escape");
      assert.deepEqual((await stored(options)).record ?? [], [], "a record of no days is kept");
      await page.evaluate(() => window.__replica.setText(""));
      await verdictIs(page, "clean");
      await page.evaluate(() => window.__replica.openCaption(["planning.pdf"]));
      await verdictIs(page, "warn");
      await press(page, "Enter");
      await held(page, "warn");
      assert.match(
        await (await part(page, "[data-part=hold] .message")).evaluate((it) => it.textContent ?? ""),
        /planning\.pdf/,
      );
    });

    test("each mistake is named, and what else is right counts", async () => {
      await apply({ ...Object.fromEntries(MISTAKES), recordDays: "30", onEngineFailure: "hold" });
      await decided("onEngineFailure", "locked");
      const named = MISTAKES.filter(([, , , withheld]) => name === "firefox" || !withheld);
      const seen = await options.$$eval("[data-mistake]", (all) =>
        all.map((each) => [each.getAttribute("data-mistake"), each.textContent ?? ""] as const),
      );
      assert.deepEqual(seen.map(([key]) => key).sort(), named.map(([key]) => key).sort());
      for (const [key, , words] of named) assert.match(seen.find(([each]) => each === key)?.[1] ?? "", words);
      const table = await origins(options);
      assert.deepEqual([table.chip, table.channel, table.staleDays], ["locked", "default", "default"]);
    });

    test("taken away, a policy goes as soon as the browser says so; until then the one last seen stays", async () => {
      await decided("onEngineFailure", "locked"); // by the policy of mistakes
      managed.set(undefined);
      if (name === "chrome") {
        await decided("onEngineFailure", "default");
        // As it is when the browser hands over nothing for a while after its start.
        const policy = { seen: "2026-11-03", values: { onEngineFailure: "hold" } };
        await options.evaluate((seen) => chrome.storage.local.set({ policy: seen }), policy);
      }
      await restart();
      await decided("onEngineFailure", "locked");
      const handed = () => chrome.storage.managed.get(null).then(Object.keys, () => []);
      assert.deepEqual(await options.evaluate(handed), []);
      await decided("onEngineFailure", "locked");
      await apply({ recordDays: 3 });
      await decided("recordDays", "locked");
      assert.equal(
        (await shown(options)).onEngineFailure,
        defaults.onEngineFailure,
        "another policy replaces it",
      );
    });
  });
}

function origins(options: Page): Promise<Record<string, string>> {
  return options.$$eval("[data-setting]", (rows) =>
    Object.fromEntries(
      rows.map((row) => [row.getAttribute("data-setting"), row.getAttribute("data-origin")]),
    ),
  );
}

/** The values of the table, as read. */
function shown(options: Page): Promise<Record<string, string>> {
  return options.$$eval("[data-setting]", (rows) =>
    Object.fromEntries(
      rows.map((row) => [row.getAttribute("data-setting"), row.querySelector("td")?.textContent]),
    ),
  );
}

async function noChip(page: Page): Promise<void> {
  await until(page, () => {
    const root = document.querySelector("bonton-ui")?.shadowRoot;
    return root && !root.querySelector("[data-part=chip]");
  });
}

/** Waits until the chip's accessible name has these words: it follows the language of the interface a moment later. */
async function chipIsNamed(page: Page, words: RegExp): Promise<void> {
  await until(
    page,
    (wanted) => {
      const chip = document.querySelector("bonton-ui")?.shadowRoot?.querySelector("[data-part=chip]");
      return new RegExp(wanted, "i").test(chip?.getAttribute("aria-label") ?? "");
    },
    words.source,
  );
}

/** The first root.json that the package trusts. */
function packagedRoot(): string {
  const folder = join("dist", "chrome", "bundle");
  const file = readdirSync(folder, { recursive: true })
    .map(String)
    .find((each) => each.endsWith("root.json"));
  if (!file) throw new Error(`no root.json in ${folder}`);
  return readFileSync(join(folder, file), "utf8");
}
