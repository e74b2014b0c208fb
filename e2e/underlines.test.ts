// Underlines lie on the flagged characters as they are drawn, whatever happens to the text around them.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { BoundingBox, Page } from "puppeteer-core";
import { chipSays, part } from "./bonton.ts";
import { answered, withTap } from "./tap.ts";
import { until } from "./until.ts";
import { COMPOSER, compose, press, waitForText } from "./whatsapp/driver.ts";
import type { PartialOptions } from "./whatsapp/options.ts";
import { assertUnderlined, drawnBoxes, underlines } from "./words.ts";

const WORD = "connard";

/** Asserts that the one flagged word is underlined where it is drawn. */
async function onTheWord(page: Page): Promise<void> {
  await answered(page);
  await underlines(page, "warn", WORD);
  await assertUnderlined(page, "warn", WORD);
}

/** Types at an offset of the draft. */
async function typeAt(page: Page, offset: number, text: string): Promise<void> {
  await page.evaluate((at) => window.__replica.select(at), offset);
  await compose(page, text);
}

const pages: Record<string, PartialOptions> = {
  "a light page": {},
  "a dark page": { theme: "dark" },
  "a page right to left": { locale: "ar" },
  "a transformed page": { transformed: true },
  "a page with a strict style policy": { csp: "style-self" },
};

withTap(({ open }) => {
  for (const [where, options] of Object.entries(pages))
    test(`${where}: the underline follows its word through edits before and after`, async () => {
      const page = await open(options);
      await compose(page, `un ${WORD}`);
      await onTheWord(page);
      await compose(page, " fini");
      await onTheWord(page);
      await typeAt(page, 0, "Bonjour ");
      await onTheWord(page);
      await typeAt(page, 8, "😀");
      await onTheWord(page);
      await typeAt(page, 10, " 👨‍👩‍👧");
      await onTheWord(page);
      await press(page, "Enter", ["Shift"]);
      await page.evaluate(() => window.__replica.undo());
      await onTheWord(page);
    });

  test("each action has its line, and an edit in the word takes it away", async () => {
    const page = await open();
    await compose(page, `bjr ${WORD} 4111 1111 1111 1111`);
    await onTheWord(page);
    await underlines(page, "note", "bjr");
    await assertUnderlined(page, "note", "bjr");
    await underlines(page, "block", "4111 1111 1111 1111");
    await assertUnderlined(page, "block", "4111 1111 1111 1111");
    await typeAt(page, 6, "x");
    await underlines(page, "warn");
    await page.evaluate(() => window.__replica.setText(""));
    await until(page, () => CSS.highlights.size === 0);
  });

  test("the same text drawn anew keeps its underline", async () => {
    const page = await open();
    await compose(page, `un 😀 ${WORD} fini`);
    await onTheWord(page);
    await page.evaluate((text) => window.__replica.setText(text), `un 😀 ${WORD} fini`);
    await onTheWord(page);
    await page.evaluate(() => window.__replica.rebuildEditor());
    await onTheWord(page);
    await typeAt(page, 0, "  ");
    await waitForText(page, `  un 😀 ${WORD} fini`);
    await onTheWord(page);
  });

  test("a theme switch recolours the line", async () => {
    const page = await open();
    await compose(page, `un ${WORD}`);
    await onTheWord(page);
    const light = await colour(page);
    await page.evaluate(() => window.__replica.setTheme("dark"));
    const dark = await colour(page);
    assert.notEqual(light, dark);
    await onTheWord(page);
  });

  test("in a composer that scrolls, the line scrolls with its word", async () => {
    const page = await open();
    const lines = Array.from({ length: 14 }, (_, index) => `ligne ${index}`);
    await page.focus(COMPOSER);
    await page.evaluate((text) => window.__replica.setText(text), [`un ${WORD}`, ...lines].join("\n"));
    await onTheWord(page);
    const [before] = await drawnBoxes(page, WORD);
    for (const top of [0, 40, 9_999, 0]) {
      await scroll(page, top);
      await onTheWord(page);
    }
    const [after] = await drawnBoxes(page, WORD);
    assert.ok(before && after && after.top > before.top, "nothing scrolled");
  });

  test("the card of words that are scrolled away stays in the window, and goes with them once they show", async () => {
    const page = await open();
    const lines = Array.from({ length: 40 }, (_, index) => `ligne ${index}`);
    await page.focus(COMPOSER);
    await page.evaluate((text) => window.__replica.setText(text), [`un ${WORD}`, ...lines].join("\n"));
    await onTheWord(page);
    await scroll(page, 9_999);
    await press(page, "F8");
    const far = await cardBox(page);
    assert.ok(far.y >= 0, `${far.y}`);
    await scroll(page, 0);
    await until(
      page,
      (left) => {
        const card = document.querySelector("bonton-ui")?.shadowRoot?.querySelector("[data-part=card]");
        return card && card.getBoundingClientRect().left > left;
      },
      far.x,
    );
  });

  test("another chat has its own underlines, and none stay behind", async () => {
    const page = await open();
    await compose(page, `un ${WORD}`);
    await onTheWord(page);
    await page.evaluate(() => window.__replica.switchChat("Groupe Projet Atlas"));
    await until(page, () => CSS.highlights.size === 0);
    await page.evaluate(() => window.__replica.switchChat("Camille Martin"));
    await chipSays(page, "ready");
    await onTheWord(page);
  });
});

/** The colour of the warning line, as the browser computes it for the composer's text. */
function colour(page: Page): Promise<string> {
  return page.$eval(
    `${COMPOSER} [data-lexical-text]`,
    (text) => getComputedStyle(text, "::highlight(bonton-warn)").textDecorationColor,
  );
}

/** Scrolls whatever scrolls the draft. */
async function scroll(page: Page, top: number): Promise<void> {
  await page.$eval(
    COMPOSER,
    (root, to) => {
      for (let box: Element | null = root; box && box.localName !== "footer"; box = box.parentElement)
        if (box.scrollHeight > box.clientHeight) box.scrollTop = to;
    },
    top,
  );
}

/** Where the open card is. */
async function cardBox(page: Page): Promise<BoundingBox> {
  const card = await part(page, "[data-part=card]");
  return (await card.boundingBox()) as BoundingBox;
}
