// Rules that are pushed while a tab is open, and what comes of it when server or storage cannot be trusted: the rules in
// force stay, the packaged ones are always there, and nothing unsigned is ever used.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "puppeteer-core";
import { chipSays, engineFrame, held, verdictIs } from "../bonton.ts";
import { launchChromium, launchFirefox, testedIn } from "../browsers.ts";
import { ownOrigin } from "../own-pages.ts";
import { until } from "../until.ts";
import { compose, press, sentTexts, waitForSends } from "../whatsapp/driver.ts";
import { serveReplica } from "../whatsapp/serve.ts";
import { packageAt, removePackage } from "./package.ts";
import { holding, type Mood, RulesServer } from "./server.ts";

const DRAFT = "Bonjour zircon";

/** What the background notes of the rules in force. */
interface Noted {
  version: string;
  source: string;
  dev: boolean;
  problem?: { class: string; message: string };
  silent?: string;
}

for (const name of testedIn) {
  const launch = name === "chrome" ? launchChromium : launchFirefox;
  describe(name, () => {
    let server: RulesServer;
    let dir: string;
    let browser: Browser;
    let page: Page;
    before(async () => {
      server = await RulesServer.start();
      dir = packageAt(name, server.address);
      browser = await launch({ extension: true, extensionDir: dir });
      page = await browser.newPage();
      page.setDefaultTimeout(30_000);
      await serveReplica(page);
      await chipSays(page, "ready");
    });
    after(async () => {
      await browser?.close();
      server?.close();
      if (dir) removePackage(dir);
    });

    test("nobody is asked in the first minute without a policy, which may still name another server", async () => {
      await (await engineFrame(page)).evaluate(() =>
        chrome.runtime.sendMessage({ kind: "poll", now: false }),
      );
      assert.deepEqual(server.asked, []);
    });

    test("a draft passes; a rule is pushed; the same draft is held, and an open practice room lists it, with no reload", async () => {
      const room = name === "chrome" ? await browser.newPage() : undefined;
      await room?.goto(`${await ownOrigin(page)}/practice/index.html#/tour`);
      await room?.waitForSelector("[data-rule]");
      await page.bringToFront();
      await compose(page, DRAFT);
      await verdictIs(page, "clean");
      await press(page, "Enter");
      await waitForSends(page, 1);
      await compose(page, DRAFT);
      await verdictIs(page, "clean");
      server.publish("2026.2", "zircon", holding("zircon"));
      const { version, source, dev, problem } = await poll(page);
      assert.deepEqual([version, source, dev, problem], ["2026.2", "stored", true, undefined]);
      await verdictIs(page, "warn"); // nothing was typed since
      await press(page, "Enter");
      await held(page, "warn");
      assert.deepEqual(await sentTexts(page), [DRAFT]);
      await room?.waitForSelector('[data-rule="house/zircon"]');
      await room?.close();
    });

    if (name === "chrome")
      test("with no tab open the background asks by its hourly alarm", async () => {
        const worker = await (
          await browser.waitForTarget((each) => each.type() === "service_worker")
        ).worker();
        const minutes = await worker?.evaluate(
          async () => (await chrome.alarms.get("rules"))?.periodInMinutes ?? 0,
        );
        assert.ok(minutes && minutes >= 48 && minutes <= 72, String(minutes));
        await page.goto("about:blank");
        await worker?.evaluate(() => chrome.storage.session.set({ started: 0 })); // the first minute is over
        const before = server.asked.length;
        const asked = server.next();
        await worker?.evaluate(() => chrome.alarms.create("rules", { when: Date.now() }));
        assert.match(await asked, /timestamp\.json/);
        assert.equal(server.asked.length, before + 1); // the same timestamp: nothing else is fetched
        await serveReplica(page);
        await chipSays(page, "ready");
        await compose(page, DRAFT);
      });

    test("signed rules that the engine cannot take are named, with their texts, and the last good ones stay", async () => {
      const why = { "a/b": { en: "<p>y</p>", fr: "<script>x</script>" } };
      const broken = {
        "rules.json": '{"format":2}',
        "texts.json": JSON.stringify({ format: 1, version: "2026.3", why }),
      };
      server.publishRaw("2026.3", broken);
      const { version, problem } = await poll(page);
      assert.deepEqual([version, problem?.class], ["2026.2", "engine"]);
      assert.match(problem?.message ?? "", /format.*why\.a\/b\.fr: has HTML that is not allowed/s);
      await verdictIs(page, "warn", "stale");
      if (name === "chrome") {
        server.asked = [];
        assert.equal((await pollWhenDue(page)).problem?.message, problem?.message); // not tried again, since nothing came
        assert.deepEqual(server.asked, ["/metadata/timestamp.json"]);
        server.publishRaw("2026.3", broken); // signed anew, and refused by what is noted of these files
        assert.equal((await pollWhenDue(page, "as noted")).problem?.message, "as noted");
        assert.equal((await poll(page)).problem?.message, problem?.message); // who asks for it has them tried
      }
      server.publish("2026.2", "zircon", holding("zircon")); // as before, signed anew
      assert.equal((await poll(page)).problem, undefined);
      await verdictIs(page, "warn");
    });

    // What was refused is said by the chip; that nobody answers is not, while the rules are young.
    const moods: [Mood, string, string][] = [
      ["500", "unavailable", "ready"],
      ["html", "untrusted", "stale"],
      ["redirect", "unavailable", "ready"],
      ["down", "unavailable", "ready"],
    ];
    for (const [mood, problem, state] of moods)
      test(`a server that answers "${mood}" changes nothing, and is named`, async () => {
        server.mood = mood;
        const noted = await poll(page);
        assert.deepEqual([noted.version, noted.problem?.class], ["2026.2", problem]);
        await verdictIs(page, "warn", state);
      });

    if (name === "chrome")
      test("while the server is down a look asks for the timestamp alone, and verifies nothing", async () => {
        server.asked = [];
        const noted = await pollWhenDue(page);
        assert.deepEqual([noted.version, noted.problem?.class], ["2026.2", "unavailable"]);
        assert.deepEqual(new Set(server.asked), new Set(["/metadata/timestamp.json"]));
        server.mood = "well";
        assert.equal((await poll(page)).problem, undefined);
        server.mood = "down";
      });

    test("storage that was tampered with is not believed: what shipped counts, until the server is back", async () => {
      await (await engineFrame(page)).evaluate(tamper);
      const noted = await poll(page);
      assert.deepEqual([noted.source, noted.problem?.class], ["packaged", "unavailable"]);
      await verdictIs(page, "clean");
      server.mood = "closed 404"; // the next root is not there, and the browser does not say so
      const { version, problem } = await poll(page);
      assert.deepEqual([version, problem], ["2026.2", undefined]);
      await verdictIs(page, "warn");
    });

    test("storage that was cleared: what shipped counts, until the server is back", async () => {
      server.mood = "down";
      await (await engineFrame(page)).evaluate(clear);
      const silent = await poll(page);
      assert.deepEqual([silent.source, Boolean(silent.silent)], ["packaged", true]);
      await verdictIs(page, "clean");
      server.mood = "403";
      const noted = await poll(page);
      assert.deepEqual([noted.version, noted.problem, noted.silent], ["2026.2", undefined, undefined]);
      await verdictIs(page, "warn");
      server.mood = "well";
    });

    test("an engine that does not begin with new rules leaves the old ones at work, and the next rules are taken", async () => {
      await (await engineFrame(page)).evaluate(breakNextWorker);
      server.publish("2026.4", "zircon", holding("cinabre"));
      assert.equal((await poll(page)).version, "2026.4");
      await until(await engineFrame(page), () => document.documentElement.dataset.broke);
      await chipSays(page, "ready");
      await page.keyboard.type("!");
      await verdictIs(page, "warn");
      server.publish("2026.5", "zircon", holding("cinabre"));
      assert.equal((await poll(page)).version, "2026.5");
      await verdictIs(page, "clean");
    });
  });
}

/** Has the background look now, as the popup's button does, and answers what it noted. */
async function poll(page: Page): Promise<Noted> {
  return (await engineFrame(page)).evaluate(async () => {
    await chrome.runtime.sendMessage({ kind: "poll", now: true });
    return (await chrome.storage.local.get("bundle")).bundle as Noted;
  });
}

/** Has the background look as for a tab whose time has come, after the first minute. Firefox's frames have no session to say so in.
 *  With a `why`, that is noted as the reason why files were refused. */
async function pollWhenDue(page: Page, why?: string): Promise<Noted> {
  return (await engineFrame(page)).evaluate(async (reason) => {
    await chrome.storage.session.set({ started: 0 });
    await new Promise<void>((done) => {
      const request = indexedDB.open("bundle");
      request.onsuccess = () => {
        const transaction = request.result.transaction("files", "readwrite");
        const files = transaction.objectStore("files");
        files.get("in-force").onsuccess = ({ target }) => {
          const record = (target as IDBRequest).result;
          record.note.looked = new Date(0).toISOString();
          if (reason) record.refused[0].why = reason;
          files.put(record, "in-force");
        };
        transaction.oncomplete = () => {
          request.result.close();
          done();
        };
      };
    });
    await chrome.runtime.sendMessage({ kind: "poll", now: false });
    return (await chrome.storage.local.get("bundle")).bundle as Noted;
  }, why);
}

/** In the frame: turns a bit of every stored file, and writes rules of another's making over those in force. */
function tamper(): Promise<void> {
  return new Promise((done, fail) => {
    const request = indexedDB.open("bundle");
    request.onerror = fail;
    request.onsuccess = () => {
      const transaction = request.result.transaction("files", "readwrite");
      transaction.objectStore("files").openCursor().onsuccess = ({ target }) => {
        const cursor = (target as IDBRequest<IDBCursorWithValue | null>).result;
        if (!cursor) return;
        const { value } = cursor;
        const turned = (bytes: Uint8Array) =>
          bytes.map((byte, i) => (i === bytes.length >> 1 ? byte ^ 1 : byte));
        cursor.update(value instanceof Uint8Array ? turned(value) : { ...value, rules: turned(value.rules) });
        cursor.continue();
      };
      transaction.oncomplete = () => {
        request.result.close();
        done();
      };
    };
  });
}

/** In the frame: the next Worker gets a script that is not there. */
function breakNextWorker(): void {
  const Real = Worker;
  self.Worker = class extends Real {
    constructor() {
      super("missing.js");
      self.Worker = Real;
      this.addEventListener("error", () => {
        document.documentElement.dataset.broke = "yes";
      });
    }
  };
}

/** In the frame: everything is gone. */
function clear(): Promise<void> {
  return new Promise((done, fail) => {
    const request = indexedDB.deleteDatabase("bundle");
    request.onsuccess = () => done();
    request.onerror = fail;
  });
}
