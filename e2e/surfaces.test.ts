// Every editor text leaves from and every markup of the Send button: found, checked and held, in each locale and policy.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { ElementHandle, Page } from "puppeteer-core";
import { clickPart, clickSend, held, notHeld, part, readable, underlined, verdictIs } from "./bonton.ts";
import { lastDraft, withTap } from "./tap.ts";
import { until } from "./until.ts";
import { compose, paste, press, sends, sentTexts, waitForSends, waitForText } from "./whatsapp/driver.ts";
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

async function pasteFile(page: Page, file: string): Promise<void> {
  await paste(page, { data: {}, files: [file] });
}

function dropFile(page: Page, file: string): Promise<void> {
  return page.evaluate((name) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(["x"], name));
    const drop = new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(drop);
  }, file);
}

/** What the panel says of who will read the message. */
async function readers(page: Page): Promise<string> {
  return (await part(page, "[data-part=hold] .readers")).evaluate((node) => node.textContent ?? "");
}

async function lastMatch(page: Page, selector: string): Promise<ElementHandle<Element>> {
  const found = (await page.$$(selector)).at(-1);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}

withTap(({ open, name }) => {
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
      if (options.chat) assert.equal(await readers(page), "Ce message sera lu par 3 personnes.");
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
      assert.equal((await lastDraft(page)).surface, surface);
      assert.deepEqual(await underlined(page), { warn: ["connard"] });
      await (await lastMatch(page, send)).click();
      await held(page, "warn");
      assert.deepEqual(await sends(page), []);
      await readable(page);
      await (await lastMatch(page, send)).click();
      const [sent] = await waitForSends(page, 1);
      assert.deepEqual([sent?.surface, sent?.text, sent?.trusted], [surface, RUDE, true]);
    });
  }

  test("a forward is one by its signs of summer 2026 too", async () => {
    const page = await open({ forward: "chat-modal" });
    await page.evaluate(() => window.__replica.openForward());
    await fill(page, "forward", RUDE);
    await verdictIs(page, "warn");
    assert.equal((await lastDraft(page)).surface, "forward");
    await press(page, "Enter");
    await held(page, "warn");
    assert.deepEqual(await sends(page), []);
  });

  test("a scheduled draft is checked as one, held by its clock, then released", async () => {
    const page = await open({ schedule: true, locale: "en" });
    await compose(page, RUDE);
    await verdictIs(page, "warn");
    const clock = '[aria-label="Schedule message"]';
    await page.hover(clock);
    await until(page, () => window.__tap.draft?.surface === "schedule");
    await verdictIs(page, "warn");
    await page.click(clock);
    await held(page, "warn");
    await page.mouse.move(2, 2);
    await readable(page);
    await page.click(clock);
    const [sent] = await waitForSends(page, 1);
    assert.deepEqual([sent?.surface, sent?.text], ["schedule", RUDE]);
  });

  test("a pointer that rests on the clock does not keep what is typed then from being sent by Enter", async () => {
    const page = await open({ schedule: true, locale: "en" });
    await compose(page, "Bonjour,");
    await page.hover('[aria-label="Schedule message"]');
    await until(page, () => window.__tap.draft?.surface === "schedule");
    await page.keyboard.type(" à demain.");
    await until(page, () => window.__tap.draft?.text === "Bonjour, à demain.");
    await verdictIs(page, "clean");
    await press(page, "Enter");
    const [sent] = await waitForSends(page, 1);
    assert.deepEqual([sent?.surface, sent?.text], ["composer", "Bonjour, à demain."]);
  });

  test("what is held and armed stays so while the pointer crosses the clock on its way to Send", async () => {
    const page = await open({ schedule: true, locale: "en" });
    await compose(page, RUDE);
    await verdictIs(page, "warn");
    await press(page, "Enter");
    await held(page, "warn");
    await clickPart(page, "[data-part=hold] [data-act=send-anyway]");
    await held(page, "warn", "armed");
    await page.hover('[aria-label="Schedule message"]');
    await clickSend(page);
    const [sent] = await waitForSends(page, 1);
    assert.deepEqual([sent?.surface, sent?.text], ["composer", RUDE]);
  });

  test("Enter beside the caption, which sends it wherever the focus is in its page, is held", async () => {
    const page = await open({ enterIsSend: false });
    await page.evaluate(() => window.__replica.openCaption());
    await fill(page, "caption", RUDE);
    await verdictIs(page, "warn");
    await page.click('[data-testid="media-editor"] [tabindex="-1"]');
    await press(page, "Enter");
    await held(page, "warn");
    assert.deepEqual(await sends(page), []);
    await readable(page);
    await press(page, "Enter");
    const [sent] = await waitForSends(page, 1);
    assert.deepEqual([sent?.surface, sent?.text], ["caption", RUDE]);
  });

  test("a caption with a button in its field is held by the one that sends", async () => {
    const page = await open({ caption: { once: true } });
    await page.evaluate(() => window.__replica.openCaption());
    await fill(page, "caption", RUDE);
    await verdictIs(page, "warn");
    await (await lastMatch(page, '[data-testid="media-editor"] [role="button"]')).click();
    await held(page, "warn");
    assert.deepEqual(await sends(page), []);
  });

  test("a reply and a post in a channel are held like any message", async () => {
    const page = await open();
    for (const chat of ["Camille Martin", "Quartier en bref"]) {
      await page.evaluate((to) => window.__replica.switchChat(to), chat);
      await page.evaluate(() => window.__replica.reply());
      await compose(page, RUDE);
      await verdictIs(page, "warn");
      await press(page, "Enter");
      await held(page, "warn");
      await press(page, "Escape");
    }
    assert.deepEqual(await sends(page), []);
    const { surface, chat } = await lastDraft(page);
    assert.deepEqual([surface, chat?.kind], ["composer", "channel"]);
  });

  test("a draft that files turn into a caption is checked as one, by paste and by drop", async () => {
    const page = await open();
    await compose(page, RUDE);
    for (const bring of [pasteFile, dropFile]) {
      await bring(page, "photo.png");
      await waitForText(page, RUDE, "caption");
      await verdictIs(page, "warn");
      assert.equal((await lastDraft(page)).surface, "caption");
      await press(page, "Enter");
      await held(page, "warn");
      await page.evaluate(() => window.__replica.closeOverlay("caption"));
      await notHeld(page);
      await compose(page, RUDE);
    }
    assert.deepEqual(await sends(page), []);
  });

  test("the name of a file is checked with its caption, underlined where it stands, and held without one", async () => {
    const page = await open();
    await page.evaluate(() => window.__replica.openCaption(["planning.pdf", "salaires_confidentiel.xlsx"]));
    await verdictIs(page, "warn");
    assert.deepEqual(await underlined(page), { warn: ["confidentiel"] });
    await press(page, "Enter");
    await held(page, "warn");
    const words = await part(page, "[data-part=hold] .message");
    assert.match(
      await words.evaluate((node) => node.textContent ?? ""),
      /salaires_confidentiel\.xlsx.*confidentialité/,
    );
    assert.deepEqual(await sends(page), []);
    await press(page, "Escape");
    await notHeld(page);
    await fill(page, "caption", "Voici le planning.");
    await verdictIs(page, "warn");
    await press(page, "Enter");
    await held(page, "warn");
    await readable(page);
    await press(page, "Enter");
    const [sent] = await waitForSends(page, 1);
    assert.deepEqual([sent?.surface, sent?.text], ["caption", "Voici le planning."]);
  });

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
