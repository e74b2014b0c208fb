// Every editor text leaves from and every markup of the Send button: found, checked and held, in each locale and policy.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { ElementHandle, Page } from "puppeteer-core";
import { clickSend, held, notHeld, readable, underlined, verdictIs, withExtension } from "./bonton.ts";
import { compose, press, sends, sentTexts, waitForSends } from "./whatsapp/driver.ts";
import type { CspVariant, Locale, PartialOptions, SendVariant } from "./whatsapp/options.ts";
import { fill, places } from "./whatsapp/places.ts";

const RUDE = "Bonjour connard";

/** Markups, locales and policies of the composer; each must hold a click on Send. */
const pages: Record<string, PartialOptions> = {
  ...named<SendVariant>("send", ["icon-send", "wds-icon", "testid-icon", "svg-title", "label-only", "ai"]),
  ...named<Locale>("locale", ["en", "es", "pt-BR", "he", "ar", "zh"]),
  ...named<CspVariant>("csp", ["no-wasm", "trusted-types", "style-self"]),
  "no testids, 2023 labels": {
    testids: false,
    composerLabel: "title",
    richTextWrapper: true,
    icons: "data-icon",
  },
  "no testids, nothing but labels": {
    testids: false,
    send: "label-only",
    icons: "data-icon",
    composerLabel: "placeholder",
  },
  "rows of 2026-02, old search box": { rows: 1, search: "contenteditable" },
  "rows of 2026-04": { rows: 2 },
  "no voice, all buttons": { voice: false, schedule: true, aiButton: true },
  "transformed ancestor, dark": { transformed: true, theme: "dark" },
  "a group": { chat: "Groupe Projet Atlas" },
  "spellcheck off": { spellcheck: false },
};

function named<T extends string>(option: string, values: T[]): Record<string, PartialOptions> {
  return Object.fromEntries(values.map((value) => [`${option} ${value}`, { [option]: value }]));
}

async function lastMatch(page: Page, selector: string): Promise<ElementHandle<Element>> {
  const found = (await page.$$(selector)).at(-1);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}

withExtension(({ open, name }) => {
  for (const [title, options] of Object.entries(pages)) {
    // The markup is the same in both browsers; Firefox shows a few, so that the whole run stays short.
    if (name === "firefox" && !/svg-title|label-only|he|trusted|style-self/.test(title)) continue;
    test(`${title}: underlined, held by click and by Enter, released`, async () => {
      const page = await open(options);
      await compose(page, RUDE);
      await verdictIs(page, "warn");
      assert.deepEqual(await underlined(page), { warn: ["connard"] });
      await clickSend(page);
      await held(page, "warn");
      await press(page, "Escape");
      await notHeld(page);
      await press(page, "Enter");
      await held(page, "warn");
      assert.deepEqual(await sentTexts(page), []);
      await readable(page);
      await clickSend(page);
      await waitForSends(page, 1);
      assert.deepEqual(await sentTexts(page), [RUDE]);
    });
  }

  for (const { surface, open: show, send } of places) {
    test(`${surface}: held by Enter and by its button, then released`, async () => {
      const page = await open({
        locale: "en",
        ...(surface === "question" ? { chat: "Quartier en bref" } : {}),
      });
      await show(page);
      await fill(page, surface, RUDE);
      await verdictIs(page, "warn");
      await (await lastMatch(page, send)).click();
      await held(page, "warn");
      assert.deepEqual(await sends(page), []);
      await readable(page);
      await (await lastMatch(page, send)).click();
      const [sent] = await waitForSends(page, 1);
      assert.deepEqual([sent?.surface, sent?.text, sent?.trusted], [surface, RUDE, true]);
    });
  }

  test("two composers at once: each has its own draft and its own hold", async () => {
    const page = await open({ chat: "Quartier en bref" });
    await compose(page, "Bonjour à tous");
    await verdictIs(page, "clean");
    await page.evaluate(() => window.__replica.openQuestion());
    await fill(page, "question", RUDE);
    await verdictIs(page, "warn");
    await press(page, "Enter");
    await held(page, "warn");
    assert.deepEqual(await sends(page), []);
    await page.evaluate(() => window.__replica.closeOverlay("question"));
    await notHeld(page);
    await page.evaluate(() => window.__replica.focus());
    await press(page, "End");
    await page.keyboard.type(" !");
    await verdictIs(page, "clean");
    await press(page, "Enter");
    assert.deepEqual(
      (await waitForSends(page, 1)).map(({ text }) => text),
      ["Bonjour à tous !"],
    );
  });
});
