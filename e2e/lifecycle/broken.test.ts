// A package that is damaged on the disk: the chip says that nothing is checked, and the page works as without us.
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { chipSays, clickPart, held, notHeld, verdictIs } from "../bonton.ts";
import { type BrowserName, isTested, launchChromium, launchFirefox } from "../browsers.ts";
import { until } from "../until.ts";
import { compose, press, waitForSends } from "../whatsapp/driver.ts";
import { serveReplica } from "../whatsapp/serve.ts";

const RUDE = "Bonjour connard";

/** What happened to the package, by name. */
const damages: Record<string, (engine: string) => void> = {
  "without linter.wasm": (engine) => rmSync(join(engine, "linter.wasm")),
  "with half of linter.wasm": (engine) => truncateSync(join(engine, "linter.wasm"), 1_000_000),
  "with another linter.wasm": (engine) => writeFileSync(join(engine, "linter.wasm"), "not a program"),
  "with broken rules": (engine) => {
    for (const file of ["rules.json", "../bundle/rules.json.gz"])
      writeFileSync(join(engine, file), '{"rules": [');
  },
};

/** Firefox proves with one of them that it fails in the same way. */
const cases: [BrowserName, string][] = [
  ...Object.keys(damages).map((damage): [BrowserName, string] => ["chrome", damage]),
  ["firefox", "with half of linter.wasm"],
];

describe("a damaged package", () => {
  const dir = mkdtempSync(join(tmpdir(), "bonton-broken-"));
  after(() => rmSync(dir, { recursive: true }));

  test("without reasons.wasm and language.wasm: drafts are checked, and a reason that does not come is said to", {
    timeout: 120_000,
    skip: !isTested("chrome"),
  }, async () => {
    const extensionDir = join(dir, "without-extras");
    cpSync("dist/chrome", extensionDir, { recursive: true });
    for (const program of ["reasons.wasm", "language.wasm"]) rmSync(join(extensionDir, "engine", program));
    const browser = await launchChromium({ extension: true, extensionDir });
    try {
      const page = await browser.newPage();
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
    } finally {
      await browser.close();
    }
  });

  for (const [name, damage] of cases.filter(([name]) => isTested(name))) {
    test(`${name} ${damage}: says so, and lets everything pass`, { timeout: 120_000 }, async () => {
      const extensionDir = join(dir, `${name} ${damage}`.replaceAll(/\W/g, "-"));
      cpSync(`dist/${name}`, extensionDir, { recursive: true });
      damages[damage]?.(join(extensionDir, "engine"));
      const launch = name === "chrome" ? launchChromium : launchFirefox;
      const browser = await launch({ extension: true, extensionDir });
      try {
        const page = await browser.newPage();
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
      } finally {
        await browser.close();
      }
    });
  }
});
