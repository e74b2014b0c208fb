// Rules from where the company's policy says: its own server (`bonton serve`), verified by its own root, on the channel it chose. The
// package knows none of the three.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "puppeteer-core";
import { chipSays, drawn, held, verdictIs } from "../bonton.ts";
import { testedIn } from "../browsers.ts";
import { openOwnPage, stored } from "../own-pages.ts";
import { Admin } from "../rules/admin.ts";
import { type RulesHost, secureHost } from "../rules/hosts.ts";
import { holding } from "../rules/server.ts";
import { compose, press, sentTexts, waitForSends } from "../whatsapp/driver.ts";
import { serveReplica } from "../whatsapp/serve.ts";
import { type Managed, manage } from "./managed.ts";

/** What the background notes of the rules in force. */
interface Noted {
  version: string;
  source: string;
  dev: boolean;
  problem?: { class: string; message: string };
}

const UNTRUSTED = { class: "untrusted", message: "" };

describe("the company's own server", { timeout: 600_000 }, () => {
  let admin: Admin;
  let host: RulesHost;
  before(async () => {
    admin = new Admin();
    host = await secureHost(admin);
    admin.sign("2026.1", "zircon", holding("zircon"));
    admin.publish(host);
    admin.sign("2026.2", "topaze", holding("topaze"), "pilot");
    admin.publish(host);
  });
  after(async () => {
    await host?.stop();
    admin?.remove();
  });

  for (const name of testedIn)
    describe(name, () => {
      let managed: Managed;
      let browser: Browser | undefined;
      before(() => {
        managed = manage(name);
      });
      after(async () => {
        await browser?.close();
        managed?.dispose();
      });

      /** Starts the browser under a policy; answers once the background has noted what it looks for. Chromium hands the policy over when
       *  it likes, and the background looks then. */
      async function under(
        policy: Record<string, unknown>,
        wanted: Partial<Noted>,
      ): Promise<{ page: Page; noted: Noted }> {
        await browser?.close();
        managed.set({ updateUrl: host.address, ...policy });
        browser = await managed.start({ anyCertificate: true });
        const page = await browser.newPage();
        page.setDefaultTimeout(60_000);
        await serveReplica(page);
        const options = await openOwnPage(browser, "options", managed.origin);
        await options.waitForFunction(
          async ({ version, problem }) => {
            const { bundle } = (await chrome.storage.local.get("bundle")) as { bundle?: Noted };
            return (
              bundle && (version ? bundle.version === version : bundle.problem?.class === problem?.class)
            );
          },
          { polling: 200 },
          wanted,
        );
        const noted = (await stored(options)).bundle as Noted;
        await options.close();
        await page.bringToFront();
        return { page, noted };
      }

      test("a root that was cut off is named, and what shipped is in force", async () => {
        const { page, noted } = await under({ root: admin.root.slice(0, 300) }, { problem: UNTRUSTED });
        assert.deepEqual([noted.source, noted.problem?.class], ["packaged", "untrusted"]);
        assert.match(noted.problem?.message ?? "", /root cannot be read/);
        await chipSays(page, "stale");
      });

      test("a server whose root the policy does not give is not believed, and the chip says that its rules are old", async () => {
        const { page, noted } = await under({}, { problem: UNTRUSTED });
        assert.deepEqual([noted.source, noted.problem?.class], ["packaged", "untrusted"]);
        await chipSays(page, "stale");
        await compose(page, "Bonjour zircon");
        await drawn(page);
        await chipSays(page, "stale"); // it has been checked
        await press(page, "Enter");
        await waitForSends(page, 1);
      });

      test("with the root, the pilot has the pilot's rules, and stable has not", async () => {
        const { page, noted } = await under({ root: admin.root, channel: "pilot" }, { version: "2026.2" });
        assert.deepEqual(
          [noted.version, noted.source, noted.dev, noted.problem],
          ["2026.2", "stored", false, undefined],
        );
        await compose(page, "Bonjour topaze");
        await verdictIs(page, "warn");
        await press(page, "Enter");
        await held(page, "warn");

        const stable = await under({ root: admin.root, channel: "stable" }, { version: "2026.1" });
        assert.deepEqual([stable.noted.version, stable.noted.source], ["2026.1", "stored"]);
        await compose(stable.page, "Bonjour zircon");
        await verdictIs(stable.page, "warn");
        await stable.page.evaluate(() => window.__replica.setText(""));
        await compose(stable.page, "Bonjour topaze");
        await verdictIs(stable.page, "clean");
        await press(stable.page, "Enter");
        await waitForSends(stable.page, 1);
        assert.deepEqual(await sentTexts(stable.page), ["Bonjour topaze"]);
      });

      test("a root that was cut off later leaves the company's rules in force, and the chip says that they are old", async () => {
        const { page, noted } = await under({ root: admin.root.slice(0, 300) }, { problem: UNTRUSTED });
        assert.deepEqual([noted.version, noted.source], ["2026.1", "stored"]);
        await chipSays(page, "stale");
        await compose(page, "Bonjour zircon");
        await verdictIs(page, "warn", "stale");
      });
    });
});
