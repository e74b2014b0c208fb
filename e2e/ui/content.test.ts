// As a content script under a page that allows no styles: ours apply all the same, and reasons are read, in both browsers.
import assert from "node:assert/strict";
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launchChromium, launchFirefox, testedIn } from "../browsers.ts";

const manifest = {
  manifest_version: 3,
  name: "Bonton interface",
  version: "1",
  browser_specific_settings: { gecko: { id: "interface@bonton.test" } },
  host_permissions: ["http://127.0.0.1/*"],
  content_scripts: [{ matches: ["http://127.0.0.1/*"], js: ["content.page.js"], run_at: "document_end" }],
};

const folder = mkdtempSync(join(tmpdir(), "bonton-ui-"));
let server: Server;

before(async () => {
  writeFileSync(join(folder, "manifest.json"), JSON.stringify(manifest));
  copyFileSync("dist/test/pages/ui/content.page.js", join(folder, "content.page.js"));
  server = createServer((_, answer) => {
    answer.setHeader("content-type", "text/html; charset=utf-8");
    answer.setHeader("content-security-policy", "default-src 'none'; require-trusted-types-for 'script'");
    answer.end("<!doctype html><title>strict</title><p>strict</p>");
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
});
after(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

for (const name of testedIn) {
  const launch = name === "chrome" ? launchChromium : launchFirefox;
  test(`${name}: sheet and reason are there under default-src 'none' and trusted types`, async () => {
    const browser = await launch({ extension: true, extensionDir: folder });
    try {
      const page = await browser.newPage();
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
      await page.waitForSelector("bonton-ui >>> [data-part=chip]");
      const style = await page.evaluate(() => {
        const root = document.querySelector("bonton-ui")?.shadowRoot as ShadowRoot;
        const { position, height, left } = getComputedStyle(
          root.querySelector("[data-part=chip]") as Element,
        );
        return { position, height, left, reason: root.querySelector(".why strong")?.textContent };
      });
      assert.deepEqual(style, { position: "fixed", height: "24px", left: "40px", reason: "Reason" });
    } finally {
      await browser.close();
    }
  });
}
