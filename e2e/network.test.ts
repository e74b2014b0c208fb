// Nothing typed leaves the browser. The witness is the browser's own log of its network stack, which sees pages, frames,
// workers and the background alike; a request that the test itself makes shows that it is not blind.
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "puppeteer-core";
import { chipSays, clickPart, held, notHeld, part, readable, verdictIs } from "./bonton.ts";
import { type BrowserName, launchChromium, launchFirefox, testedIn } from "./browsers.ts";
import { press, typeOut, waitForSends } from "./whatsapp/driver.ts";
import { ORIGIN, serveReplica } from "./whatsapp/serve.ts";

/** Starts a browser that logs its requests into a folder. */
const loggers: Record<BrowserName, (dir: string) => Promise<Browser>> = {
  chrome: (dir) => launchChromium({ extension: true, args: [`--log-net-log=${join(dir, "net.json")}`] }),
  firefox: (dir) =>
    launchFirefox({
      extension: true,
      env: { MOZ_LOG: "nsHttp:3,nsHostResolver:0", MOZ_LOG_FILE: join(dir, "net") },
    }),
};

/** The addresses that a log names, without those that the browser asks for on its own account. */
const requests: Record<BrowserName, (log: string) => string[]> = {
  chrome: (log) =>
    (JSON.parse(log) as { events: NetLogEvent[] }).events
      .filter(({ params }) => (params?.initiator ?? NO_PAGE) !== NO_PAGE)
      .map(({ params }) => params?.url ?? ""),
  firefox: (log) =>
    Array.from(log.matchAll(/uri=((?:https?|wss?):\S+)/g), ([, url]) => url ?? "").filter(
      (url) => !/\.(mozilla\.(com|net|org)|firefox\.com)$/.test(new URL(url).hostname),
    ),
};

/** An event of Chromium's log; `initiator` is the origin that asked. */
interface NetLogEvent {
  params?: { url?: string; initiator?: string };
}

/** What the log says for requests of the browser itself (its updates, its dictionaries). */
const NO_PAGE = "not an origin";

for (const name of testedIn) {
  describe(name, () => {
    const dir = mkdtempSync(join(tmpdir(), "bonton-net-"));
    let browser: Browser;
    let server: Server;
    before(async () => {
      browser = await loggers[name](dir);
      server = createServer((_, response) => response.end("seen")).listen(0, "127.0.0.1");
    });
    after(async () => {
      await browser.close();
      server.close();
      rmSync(dir, { recursive: true });
    });

    test("typing, fixing, holding and sending cause no request", async () => {
      const page = await browser.newPage();
      await serveReplica(page);
      await chipSays(page, "ready");
      await useEverything(page);
      const witness = `http://127.0.0.1:${(server.address() as AddressInfo).port}/witness`;
      await page.goto(witness);
      await page.evaluate((url) => fetch(url), witness);
      await browser.close();
      const logged = readdirSync(dir).map((file) => readFileSync(join(dir, file), "utf8"));
      const seen = logged.flatMap(requests[name]);
      assert.ok(seen.includes(witness), "the log sees requests");
      const others = seen.filter(
        (url) => !url.startsWith(`${ORIGIN}/`) && !url.startsWith(new URL(witness).origin),
      );
      assert.deepEqual([...new Set(others)], []);
      assert.ok(!logged.some((log) => TYPED.test(log)), "no word of a draft is in the log");
    });
  });
}

/** What is typed, as text or in an address. Of the number more than four digits: the log is full of numbers. */
const TYPED = /connard|4111(?: |\+|%20)?1111/;

/** A fix, a hold given up, a reason asked for, a hold released, a clean send. */
async function useEverything(page: Page): Promise<void> {
  await typeOut(page, "Ma carte : 4111 1111 1111 1111");
  await verdictIs(page, "block");
  await press(page, "Enter");
  await held(page, "block");
  await clickPart(page, "[data-part=hold] [data-act=why]");
  await part(page, "[data-part=hold] .why"); // the panel grows by it, and what is clicked next moves
  await clickPart(page, "[data-part=hold] [data-act=fix]");
  await notHeld(page);
  await verdictIs(page, "clean");
  await press(page, "Enter");
  await waitForSends(page, 1);
  await typeOut(page, "Bonjour connard");
  await verdictIs(page, "warn");
  await press(page, "Enter");
  await held(page, "warn");
  await readable(page);
  await press(page, "Enter");
  await waitForSends(page, 2);
}

describe("what the package may do", () => {
  for (const name of testedIn) {
    test(`${name}: storage and one site, no page world, no remote source`, () => {
      const manifest = JSON.parse(readFileSync(`dist/${name}/manifest.json`, "utf8"));
      assert.deepEqual(manifest.permissions, ["alarms", "storage"]);
      for (const key of ["host_permissions", "optional_permissions", "optional_host_permissions", "sandbox"])
        assert.equal(manifest[key], undefined, key);
      assert.equal(manifest.externally_connectable, undefined);
      for (const script of manifest.content_scripts) {
        assert.deepEqual(script.matches, [`${ORIGIN}/*`]);
        assert.equal(script.world, undefined);
      }
      for (const { resources, matches } of manifest.web_accessible_resources) {
        assert.deepEqual(resources, ["engine/frame.html"]);
        assert.deepEqual(matches, [`${ORIGIN}/*`]);
      }
      const policies = Object.values<string>(manifest.content_security_policy);
      assert.equal(policies.length, 1);
      const sources = policies[0]?.split(";").flatMap((directive) => directive.trim().split(/\s+/).slice(1));
      assert.deepEqual([...new Set(sources)].sort(), ["'none'", "'self'", "'wasm-unsafe-eval'", "https:"]);
    });
  }
});
