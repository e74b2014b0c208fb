// The language of a draft decides over its rules, whatever the interface's is (French here), and nothing waits for it.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page, WebWorker } from "puppeteer-core";
import { chipSays, held, underlined, verdictIs, withExtension } from "./bonton.ts";
import { until } from "./until.ts";
import { compose, press, sentTexts, waitForSends, waitForText } from "./whatsapp/driver.ts";

withExtension(({ open, load, name }) => {
  test("a draft in English gets the rules of English", async () => {
    const page = await open();
    await compose(page, "Leave me alone and never call me back, you idiot");
    await verdictIs(page, "warn");
    assert.deepEqual((await underlined(page)).warn, ["idiot"]);
    await press(page, "Enter");
    await held(page, "warn");
    assert.deepEqual(await sentTexts(page), []);
  });

  test("a word that is rude in one language only follows the language", async () => {
    const page = await open();
    await compose(page, "You are such a retard, do you ever listen to anyone");
    await verdictIs(page, "warn");
    await empty(page);
    await verdictIs(page, "clean");
    await compose(page, "Le colis a du retard, je suis vraiment désolé");
    await verdictIs(page, "clean");
    await press(page, "Enter");
    const [sent] = await waitForSends(page, 1);
    assert.match(sent?.text ?? "", /retard/);
  });

  test("a draft in two languages gets the rules of both", async () => {
    const page = await open();
    await compose(
      page,
      "Votre colis part demain matin, connard. Never call me back about this again, you idiot",
    );
    await until(page, () => [...(CSS.highlights.get("bonton-warn") ?? [])].length === 2);
    assert.deepEqual((await underlined(page)).warn?.sort(), ["connard", "idiot"]);
  });

  if (name === "chrome")
    test("with its program killed, drafts are checked in the interface's language", async () => {
      const page = await load();
      const started = languageWorker(page);
      await compose(page, "Never call me back about this again, you idiot");
      await verdictIs(page, "warn");
      const gone = new Promise((resolve) => page.once("workerdestroyed", resolve));
      await end(await started);
      await gone;
      await empty(page);
      await compose(page, "Bonjour connard");
      await verdictIs(page, "warn");
      await chipSays(page, "ready");
    });
});

async function empty(page: Page): Promise<void> {
  await press(page, "a", ["Control"]);
  await press(page, "Backspace");
  await waitForText(page, "");
}

/** Ends a Worker that may just have been announced: for a moment its global scope is bare. */
async function end(worker: WebWorker): Promise<void> {
  while ((await worker.evaluate("typeof setTimeout")) !== "function");
  await worker.evaluate("void setTimeout(close)");
}

/** The next language Worker that starts. */
function languageWorker(page: Page): Promise<WebWorker> {
  return new Promise((resolve) =>
    page.on("workercreated", (worker) => worker.url().endsWith("/language-worker.js") && resolve(worker)),
  );
}
