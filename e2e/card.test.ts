// The ways to a finding's card and back to the draft: by the pointer, by F8, by Esc, by a press elsewhere.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "puppeteer-core";
import { clickPart, part, readable } from "./bonton.ts";
import { answered, keepReasons, withTap } from "./tap.ts";
import { until } from "./until.ts";
import { COMPOSER, compose, press, selectionOf, waitForText } from "./whatsapp/driver.ts";
import { drawnBoxes, hoverWord, noCard, openByKey, restOn, shownIn, tabTo } from "./words.ts";

const CARD = "[data-part=card]";
const HOLD = "[data-part=hold]";
/** Copied, or to be copied by hand where the browser lends no clipboard. */
const REPORTED = /Signalement copié|À recopier/;
const DRAFT = "Salut bjr à connard";

withTap(({ open }) => {
  test("the pointer opens a card after a moment; leaving closes it, going onto it keeps it", async () => {
    const page = await open();
    await compose(page, DRAFT);
    await answered(page);
    await noteOpening(page, "bjr");
    await hoverWord(page, "bjr");
    const waited = await page.evaluate(() => window.__openedAfter);
    assert.ok(waited !== undefined && waited >= 200, `opened after ${waited} ms`);
    await (await part(page, `${CARD} [data-act=fix]`)).hover();
    await readable(page);
    await part(page, CARD);
    assert.match(await cardText(page), /SMS/);
    await page.mouse.move(500, 200, { steps: 4 });
    await noCard(page);
    await hoverWord(page, "connard");
    assert.match(await cardText(page), /insult/);
    assert.ok(await composerFocused(page), "the focus left the draft");
  });

  test("a card says what, offers fixes, and says why when asked", async () => {
    const page = await open();
    await compose(page, DRAFT);
    await hoverWord(page, "bjr");
    const fix = await (await part(page, `${CARD} [data-act=fix]`)).evaluate((button) => button.textContent);
    assert.match(fix ?? "", /bonjour/i);
    const before = await cardText(page);
    await clickPart(page, `${CARD} [data-act=why]`);
    await part(page, `${CARD} .why`);
    assert.ok((await cardText(page)).length > before.length + 40);
    assert.ok(await composerFocused(page), "the focus left the draft");
  });

  test("a reason that comes late is not shown with another finding, nor with a hold", async () => {
    const page = await open();
    await compose(page, DRAFT);
    await hoverWord(page, "bjr");
    await keepReasons(page, true);
    await clickPart(page, `${CARD} [data-act=why]`);
    await clickPart(page, `${CARD} [data-act=next]`);
    await keepReasons(page, false);
    assert.match(await whyIn(page, CARD), /insult/);

    await clickPart(page, `${CARD} [data-act=previous]`);
    await keepReasons(page, true);
    await clickPart(page, `${CARD} [data-act=why]`);
    await page.focus(COMPOSER);
    await press(page, "Enter");
    await part(page, HOLD);
    await keepReasons(page, false);
    assert.match(await whyIn(page, HOLD), /insult/);
  });

  test("a finding is reported as wrong from its card, which says so, to a screen reader too", async () => {
    const page = await open();
    await compose(page, DRAFT);
    await hoverWord(page, "bjr");
    assert.doesNotMatch(await cardText(page), REPORTED);
    await clickPart(page, `${CARD} [data-act=report]`);
    await until(page, shownIn, CARD, REPORTED.source);
    await until(page, shownIn, "[role=status]", REPORTED.source);
    await clickPart(page, `${CARD} [data-act=next]`);
    await until(page, shownIn, CARD, "insult");
    assert.doesNotMatch(await cardText(page), REPORTED);
  });

  test("a press elsewhere closes the card", async () => {
    const page = await open();
    await compose(page, DRAFT);
    await hoverWord(page, "bjr");
    await page.click("#main header");
    await noCard(page);
    await page.focus(COMPOSER);
    await openByKey(page);
    const [salut] = await drawnBoxes(page, "Salut");
    assert.ok(salut);
    await page.mouse.click(salut.left + 5, (salut.top + salut.bottom) / 2);
    await noCard(page);
    assert.ok(await composerFocused(page));
  });

  test("F8 goes from card to card with the focus inside, and the pointer does not take it away", async () => {
    const page = await open();
    await compose(page, DRAFT);
    await answered(page);
    await openByKey(page);
    await focusInCard(page);
    const first = await cardText(page);
    await restOn(page, "connard");
    await readable(page);
    assert.equal(await cardText(page), first);
    await press(page, "F8");
    await until(
      page,
      (text) =>
        document.querySelector("bonton-ui")?.shadowRoot?.querySelector("[data-part=card]")?.textContent !==
        text,
      first,
    );
    await focusInCard(page);
  });

  test("Esc closes the card and gives the caret back where it was", async () => {
    const page = await open();
    await compose(page, DRAFT);
    await answered(page);
    await page.evaluate(() => window.__replica.select(3));
    await openByKey(page);
    await focusInCard(page);
    await press(page, "Escape");
    await noCard(page);
    await until(page, (composer) => document.activeElement === document.querySelector(composer), COMPOSER);
    assert.deepEqual(await selectionOf(page), { anchor: 3, focus: 3 });
    await page.keyboard.type("x");
    await waitForText(page, "Salxut bjr à connard");
  });

  test("a fix by the keyboard alone leaves the caret in the draft", async () => {
    const page = await open();
    await compose(page, DRAFT);
    await answered(page);
    await page.evaluate(() => window.__replica.select(3));
    await openByKey(page);
    await readable(page);
    await tabTo(page, "fix");
    await press(page, "Enter");
    await waitForText(page, "Salut bonjour à connard");
    await until(page, (composer) => document.activeElement === document.querySelector(composer), COMPOSER);
    await page.keyboard.type("x");
    await waitForText(page, "Salxut bonjour à connard");
  });

  test("typing closes the card, since it spoke of another text", async () => {
    const page = await open();
    await compose(page, DRAFT);
    await hoverWord(page, "bjr");
    await page.keyboard.type("s");
    await noCard(page);
    await restOn(page, "Salut");
    await hoverWord(page, "bjr");
  });
});

declare global {
  interface Window {
    __openedAfter?: number;
  }
}

/** Notes how long after the pointer came to a word a card is there. */
async function noteOpening(page: Page, word: string): Promise<void> {
  const [box] = await drawnBoxes(page, word);
  await page.evaluate((edge) => {
    let came = 0;
    const watch = () => {
      const open = document.querySelector("bonton-ui")?.shadowRoot?.querySelector("[data-part=card]");
      if (open) window.__openedAfter = performance.now() - came;
      else requestAnimationFrame(watch);
    };
    window.addEventListener("pointermove", ({ clientX }) => {
      if (!came && clientX >= (edge ?? 0)) came = performance.now();
    });
    watch();
  }, box?.left);
}

async function cardText(page: Page): Promise<string> {
  return (await (await part(page, CARD)).evaluate((card) => card.textContent)) ?? "";
}

/** Asks for the reason in a panel. */
async function whyIn(page: Page, panel: string): Promise<string> {
  await clickPart(page, `${panel} [data-act=why]`);
  return (await (await part(page, `${panel} .why`)).evaluate((why) => why.textContent)) ?? "";
}

function composerFocused(page: Page): Promise<boolean> {
  return page.evaluate((composer) => document.activeElement === document.querySelector(composer), COMPOSER);
}

async function focusInCard(page: Page): Promise<void> {
  await until(
    page,
    () => document.querySelector("bonton-ui")?.shadowRoot?.activeElement?.closest("[data-part=card]") != null,
  );
}
