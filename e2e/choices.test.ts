// The employee's own choices in the page. Switching a hint off: for this draft, in this chat, everywhere; with the way back,
// and only where the rule allows it. Marking a chat: whom it is with, and what a personal one is let be from.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "puppeteer-core";
import { chipSays, clickPart, part, readable, verdictIs } from "./bonton.ts";
import { withTap } from "./tap.ts";
import { COMPOSER, compose, press, waitForText } from "./whatsapp/driver.ts";
import { hoverWord, openByKey, says, tabTo, underlines } from "./words.ts";

const CARD = "[data-part=card]";
const UNDO = "[data-part=notice] [data-act=undo]";

/** Ignores the finding of a word by the mouse. */
async function ignore(page: Page, word: string, scope: string): Promise<void> {
  await hoverWord(page, word);
  await clickPart(page, `${CARD} [data-act=ignore-${scope}]`);
  await part(page, UNDO);
}

async function empty(page: Page): Promise<void> {
  await page.evaluate(() => window.__replica.setText(""));
  await waitForText(page, "");
}

function switchTo(page: Page, chat: string): Promise<void> {
  return page.evaluate((name) => window.__replica.switchChat(name), chat);
}

withTap(({ open }) => {
  test("a hint is switched off for a draft, everywhere and in a chat, where its rule allows it", async () => {
    const page = await open();
    await compose(page, "bjr connard");
    await hoverWord(page, "connard");
    const offers = (root: Element) => root.querySelectorAll("[data-act^=ignore-]").length;
    assert.equal(await (await part(page, CARD)).evaluate(offers), 0);

    await ignore(page, "bjr", "once");
    await underlines(page, "note");
    await page.keyboard.type(" ok");
    await verdictIs(page, "warn");
    await underlines(page, "note");
    await empty(page);
    await compose(page, "bjr");
    await verdictIs(page, "note");

    await ignore(page, "bjr", "always");
    await verdictIs(page, "clean");
    await says(page, "ignorée partout");
    await clickPart(page, UNDO);
    await verdictIs(page, "note");
    await underlines(page, "note", "bjr");

    await openByKey(page);
    await readable(page);
    await tabTo(page, "ignore-chat");
    await press(page, "Enter");
    await part(page, UNDO);
    await verdictIs(page, "clean");
    await switchTo(page, "Groupe Projet Atlas");
    await compose(page, "bjr");
    await verdictIs(page, "note");
    await switchTo(page, "Camille Martin");
    await verdictIs(page, "clean");
  });

  test("a chat marked personal is let be, but for secrets and cards; the mark stays with the chat", async () => {
    const page = await open();
    await compose(page, "connard");
    await verdictIs(page, "warn");
    await clickPart(page, "[data-part=chip]");
    await clickPart(page, "[data-act=mark][data-id=personal]");
    await chipSays(page, "exempt");
    await part(page, "[data-act=mark][data-id=personal][aria-pressed=true]");
    await underlines(page, "warn");
    await says(page, "Proche");
    await press(page, "Escape");
    await page.focus(COMPOSER);
    await page.keyboard.type(" 4111 1111 1111 1111 ");
    await part(page, "[data-part=chip][data-state=exempt]:not([data-verdict=clean])");
    assert.equal(await page.evaluate(() => window.__tap.draft?.chat?.audience), "personal");

    await switchTo(page, "Groupe Projet Atlas");
    await compose(page, "connard");
    await verdictIs(page, "warn");
    assert.equal(await page.evaluate(() => window.__tap.draft?.chat?.audience), "unknown");
    await switchTo(page, "Camille Martin");
    await chipSays(page, "exempt");

    await empty(page);
    await compose(page, "connard");
    await clickPart(page, "[data-part=chip]");
    await clickPart(page, "[data-act=mark][data-id=personal]");
    await verdictIs(page, "warn");
    assert.equal(await page.evaluate(() => window.__tap.draft?.chat?.audience), "unknown");
  });
});
