// The first-run page by real installations: it opens by itself for somebody who installed Bonton on their own, and stays
// closed where a company's policy installs it. Firefox alone: Chromium takes no package from a file but as an unpacked one.
import assert from "node:assert/strict";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterEach, beforeEach, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import type { Browser } from "puppeteer-core";
import { chipSays } from "../bonton.ts";
import { FIREFOX_ID, isTested, launchFirefox } from "../browsers.ts";
import { serveReplica } from "../whatsapp/serve.ts";
import { linkedFirefox } from "./managed.ts";

const PACKAGE = "dist/bonton-firefox.zip";

/** Ours is not signed by Mozilla, which the release that companies use lets its owner allow; and it may start without a question. */
const UNSIGNED = { "xpinstall.signatures.required": false, "extensions.autoDisableScopes": 0 };

describe("firefox, installed", { skip: !isTested("firefox"), timeout: 180_000 }, () => {
  let dir: string;
  let browser: Browser | undefined;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), "bonton-installed-"));
    mkdirSync(join(dir, "profile"));
  });
  afterEach(async () => {
    await browser?.close();
    rmSync(dir, { recursive: true, force: true });
  });

  test("by oneself: the first-run page opens, once", async () => {
    mkdirSync(join(dir, "profile", "extensions"));
    copyFileSync(PACKAGE, join(dir, "profile", "extensions", `${FIREFOX_ID}.xpi`));
    browser = await launchFirefox({ userDataDir: join(dir, "profile"), prefs: UNSIGNED });
    await browser.waitForTarget((each) => isWelcome(each.url()));
    await browser.close();
    browser = await launchFirefox({ userDataDir: join(dir, "profile"), prefs: UNSIGNED });
    assert.deepEqual(await welcomesOnceAtWork(browser), []);
  });

  test("by a company: no tab opens", async () => {
    const executable = linkedFirefox(join(dir, "firefox"));
    const install = {
      installation_mode: "force_installed",
      install_url: pathToFileURL(resolve(PACKAGE)).href,
    };
    writeFileSync(
      join(dirname(executable), "distribution", "policies.json"),
      JSON.stringify({ policies: { ExtensionSettings: { [FIREFOX_ID]: install } } }),
    );
    browser = await launchFirefox({ executable, userDataDir: join(dir, "profile"), prefs: UNSIGNED });
    assert.deepEqual(await welcomesOnceAtWork(browser), []);
  });
});

/** The first-run pages that are open when the extension checks drafts. */
async function welcomesOnceAtWork(browser: Browser): Promise<string[]> {
  const page = await browser.newPage();
  page.setDefaultTimeout(60_000);
  await serveReplica(page);
  while (!(await page.$("bonton-ui"))) await page.reload(); // a policy's package is installed some time after the start
  await chipSays(page, "ready");
  return browser
    .targets()
    .map((each) => each.url())
    .filter(isWelcome);
}

function isWelcome(url: string): boolean {
  return url.endsWith("/pages/welcome.html");
}
