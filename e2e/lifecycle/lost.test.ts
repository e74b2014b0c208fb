// The engine's life in a tab: it starts with the page, and comes back when its Worker, its process or the background goes.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Browser, CDPSession, Page, WebWorker } from "puppeteer-core";
import { chipSays, clickPart, findEngineFrame, held, part, verdictIs, withExtension } from "../bonton.ts";
import { compose, press, sentTexts, waitForText } from "../whatsapp/driver.ts";

const CLEAN = "Bonjour, votre commande part demain.";
const RUDE = "Bonjour connard";

withExtension(({ load: open }) => {
  test("the engine is ready before anything is typed", async () => {
    const page = await open(); // waits for the chip to say `ready`
    assert.equal(await page.evaluate(() => window.__replica.lexicalText()), "");
  });

  test("a draft that is there at load is checked without a key", async () => {
    const page = await open({ initialText: RUDE });
    await verdictIs(page, "warn");
    await press(page, "Enter");
    await held(page, "warn");
    assert.deepEqual(await sentTexts(page), []);
  });

  test("drafts that come without typing are checked: another chat's, a rebuilt editor's, a quick reply, a rewrite", async () => {
    const page = await open();
    await compose(page, RUDE);
    await verdictIs(page, "warn");
    await page.evaluate(() => window.__replica.switchChat("Karim Haddad"));
    await verdictIs(page, "clean");
    await page.evaluate(() => window.__replica.switchChat("Camille Martin"));
    await waitForText(page, RUDE);
    await verdictIs(page, "warn");
    await page.evaluate(() => window.__replica.rebuildEditor());
    await verdictIs(page, "warn");
    await page.evaluate((text) => window.__replica.aiRewrite(text), CLEAN);
    await verdictIs(page, "clean");
    await page.evaluate(() => window.__replica.quickReply(" Connard !"));
    await verdictIs(page, "warn");
    await press(page, "Enter");
    await held(page, "warn");
    assert.deepEqual(await sentTexts(page), []);
  });
});

// Firefox has no way into frames' Workers, processes and the background.
withExtension(
  ({ load: open, browser }) => {
    const deaths: Record<string, (page: Page) => Promise<unknown>> = {
      "its Worker closes": (page) => inWorker(page, "close()"),
      "its engine throws": (page) => inWorker(page, "JSON.parse = () => { throw new Error('gone') }"),
      "its process crashes": async (page) => {
        const session = await attach(page, "/engine/frame.html");
        session.send("Page.crash").catch(() => undefined); // nobody is left to answer
      },
    };
    for (const [death, cause] of Object.entries(deaths)) {
      test(`when ${death} a new one takes over and checks the draft`, async () => {
        const page = await open();
        await compose(page, "Bonjour");
        await verdictIs(page, "clean");
        await cause(page);
        await page.keyboard.type(" connard");
        await verdictIs(page, "warn");
        await press(page, "Enter");
        await held(page, "warn");
        assert.deepEqual(await sentTexts(page), []);
      });
    }

    test("while the background is the host, it may be stopped: the next draft is checked all the same", async () => {
      const page = await open();
      await page.evaluate(takeEveryFrame);
      await compose(page, "Bonjour");
      await verdictIs(page, "clean");
      assert.equal(await hostOf(browser()), "background");
      await stopBackground(browser());
      await page.keyboard.type(" connard");
      await verdictIs(page, "warn");
      assert.equal(await hostOf(browser()), "background");
      assert.equal(await findEngineFrame(page), undefined);
      await press(page, "Enter");
      await held(page, "warn");
      await clickPart(page, "[data-part=hold] [data-act=why]");
      await part(page, "[data-part=hold] .why strong");
    });

    test("while the background is the host, the chip hears that an update was refused", async () => {
      const page = await open();
      await page.evaluate(takeEveryFrame);
      await compose(page, "Bonjour");
      await verdictIs(page, "clean");
      assert.equal(await hostOf(browser()), "background");
      await (await background(browser())).evaluate(noteRefusal);
      await chipSays(page, "stale");
    });
  },
  ["chrome"],
  { alone: true },
);

/** Runs an expression in the lint Worker. */
async function inWorker(page: Page, expression: string): Promise<void> {
  await (await attach(page, "/engine/linter-worker.js")).send("Runtime.evaluate", { expression });
}

/** A debugging session with a part of the extension in the tab. */
async function attach(page: Page, path: string): Promise<CDPSession> {
  const session = await page.browser().target().createCDPSession();
  const { targetInfos } = await session.send("Target.getTargets", { filter: [{}] });
  const target = targetInfos.find(({ url }) => url.endsWith(path));
  assert.ok(target, `${path} runs`);
  const { targetId } = target;
  const { sessionId } = await session.send("Target.attachToTarget", { targetId, flatten: true });
  const attached = session.connection()?.session(sessionId);
  assert.ok(attached);
  return attached;
}

/** The background's Worker, woken if need be. */
async function background(browser: Browser): Promise<WebWorker> {
  const target = await browser.waitForTarget((each) => each.type() === "service_worker");
  const worker = await target.worker();
  assert.ok(worker);
  return worker;
}

/** Where the engine of the tab runs, as the popup's page check tells. */
async function hostOf(browser: Browser): Promise<unknown> {
  return (await background(browser)).evaluate(`
    chrome.tabs.query({ active: true })
      .then((tabs) => Promise.allSettled(tabs.map(({ id }) => chrome.tabs.sendMessage(id, { kind: "probe" }))))
      .then((replies) => replies.map(({ value }) => value?.engine.host).find(Boolean))`);
}

/** Stops the service worker as the browser does after a while, and waits until it is gone. */
async function stopBackground(browser: Browser): Promise<void> {
  const gone = new Promise<void>((done) =>
    browser.on("targetdestroyed", (target) => target.type() === "service_worker" && done()),
  );
  await (await background(browser)).close();
  await gone;
}

/** In the background: the rules stay as they are, and from here on something newer was refused. */
async function noteRefusal(): Promise<void> {
  const problem = { class: "untrusted", message: "", at: new Date().toISOString() };
  const database = await new Promise<IDBDatabase>((done, fail) => {
    const request = indexedDB.open("bundle");
    request.onsuccess = () => done(request.result);
    request.onerror = fail;
  });
  const files = database.transaction("files", "readwrite").objectStore("files");
  const note = await new Promise((done) => {
    const request = files.get("in-force");
    request.onsuccess = () => {
      const record = request.result;
      record.note = { ...record.note, problem };
      files.put(record, "in-force").onsuccess = () => done(record.note);
    };
  });
  database.close();
  await chrome.storage.local.set({ bundle: note });
}

/** Takes out whatever seat of a frame is put into our root. */
function takeEveryFrame(): void {
  const root = document.querySelector("bonton-ui")?.shadowRoot;
  if (!root) throw new Error("no root");
  const take = () => {
    for (const child of root.children) if (child.localName === "span") child.remove();
  };
  new MutationObserver(take).observe(root, { childList: true });
  take();
}
