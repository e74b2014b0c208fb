// A package that is damaged on the disk: the chip says that nothing is checked, and the page works as without us.
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, describe, test } from "node:test";
import type { Browser, Page } from "puppeteer-core";
import { chipSays, clickPart, held, notHeld, verdictIs } from "../bonton.ts";
import { type BrowserName, isTested, launchChromium, launchFirefox } from "../browsers.ts";
import { until } from "../until.ts";
import { compose, press, waitForSends } from "../whatsapp/driver.ts";
import { serveReplica } from "../whatsapp/serve.ts";

const RUDE = "Bonjour connard";

/** Below the package's root. */
const LINTER = "engine/linter.wasm";

/** What happened to linter.wasm, by name. */
const damages: Record<string, (program: string) => void> = {
  "without linter.wasm": (program) => rmSync(program, { force: true }),
  "with half of linter.wasm": halve,
  "with another linter.wasm": (program) => writeFileSync(program, "not a program"),
};

describe("a damaged package", () => {
  const dir = mkdtempSync(join(tmpdir(), "bonton-broken-"));
  after(() => rmSync(dir, { recursive: true }));

  test("without reasons.wasm and language.wasm: drafts are checked, and a reason that does not come is said to", {
    timeout: 120_000,
    skip: !isTested("chrome"),
  }, async () => {
    const extensionDir = copy("chrome", "without-extras");
    for (const program of ["reasons.wasm", "language.wasm"]) rmSync(join(extensionDir, "engine", program));
    await inTab("chrome", extensionDir, async (page) => {
      await serveReplica(page);
      await compose(page, RUDE);
      await verdictIs(page, "warn");
      await press(page, "Enter");
      await held(page, "warn");
      const missing = new Promise<void>((found) =>
        page.on("workercreated", (worker) => worker.on("console", () => found())),
      );
      await clickPart(page, "[data-part=hold] [data-act=why]");
      await missing;
      await until(page, () => {
        const why = document.querySelector("bonton-ui")?.shadowRoot?.querySelector("[data-part=hold] .why");
        return why?.textContent === "La raison n’a pas pu être affichée.";
      });
      await press(page, "Escape");
      await page.keyboard.type(" 4111 1111 1111 1111");
      await verdictIs(page, "block");
      await chipSays(page, "ready");
    });
  });

  test("chrome with broken rules: says so, and lets everything pass", {
    timeout: 120_000,
    skip: !isTested("chrome"),
  }, async () => {
    const extensionDir = copy("chrome", "broken-rules");
    for (const file of ["engine/rules.json", "bundle/rules.json.gz"])
      writeFileSync(join(extensionDir, file), '{"rules": [');
    await inTab("chrome", extensionDir, everythingPasses);
  });

  // Firefox, which starts with the damage, proves with one that it fails in the same way.
  test("firefox with half of linter.wasm: says so, and lets everything pass", {
    timeout: 120_000,
    skip: !isTested("firefox"),
  }, async () => {
    const extensionDir = copy("firefox", "half-linter");
    halve(join(extensionDir, LINTER));
    await inTab("firefox", extensionDir, everythingPasses);
  });

  describe("chrome", { timeout: 120_000, skip: !isTested("chrome") }, () => {
    let browser: Browser;
    let program: string;
    before(async () => {
      const extensionDir = copy("chrome", "linter");
      program = join(extensionDir, LINTER);
      rmSync(program); // the first of them is there from the start
      browser = await launchChromium({ extension: true, extensionDir });
    });
    after(() => browser?.close());
    afterEach(() => cpSync(join("dist/chrome", LINTER), program));

    for (const [damage, harm] of Object.entries(damages))
      test(`${damage}: says so, and lets everything pass`, async () => {
        harm(program);
        const page = await browser.newPage();
        await everythingPasses(page);
        await page.close();
      });
  });

  /** A package to damage. */
  function copy(name: BrowserName, flaw: string): string {
    const extensionDir = join(dir, `${name}-${flaw}`);
    cpSync(`dist/${name}`, extensionDir, { recursive: true });
    return extensionDir;
  }
});

function halve(program: string): void {
  truncateSync(program, 1_000_000);
}

/** Uses a tab of a browser that starts with this package. */
async function inTab(
  name: BrowserName,
  extensionDir: string,
  use: (page: Page) => Promise<void>,
): Promise<void> {
  const launch = name === "chrome" ? launchChromium : launchFirefox;
  const browser = await launch({ extension: true, extensionDir });
  try {
    await use(await browser.newPage());
  } finally {
    await browser.close();
  }
}

/** Loads the replica: the chip says that nothing is checked, and what is written is sent as it is. */
async function everythingPasses(page: Page): Promise<void> {
  page.setDefaultTimeout(90_000);
  await serveReplica(page);
  await compose(page, `${RUDE}\n…`); // before anything failed, and after
  await chipSays(page, "failed");
  await page.keyboard.type("!");
  await press(page, "Enter");
  const [sent] = await waitForSends(page, 1);
  assert.deepEqual([sent?.text, sent?.trusted], [`${RUDE}\n…!`, true]);
  await notHeld(page);
  await chipSays(page, "failed");
}
