// What a held draft looks like and how its user goes on: fix, edit, send anyway, justify, report, give up.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { test } from "node:test";
import type { Page } from "puppeteer-core";
import {
  announced,
  clickPart,
  drawn,
  held,
  notHeld,
  part,
  readable,
  SCREENSHOTS,
  sendButton,
  verdictIs,
  withExtension,
} from "./bonton.ts";
import { until } from "./until.ts";
import {
  compose,
  lexicalText,
  press,
  selectionOf,
  sentTexts,
  waitForSends,
  waitForText,
} from "./whatsapp/driver.ts";

const RUDE = "Bonjour connard, ça va ?";
const IBAN = "Mon IBAN : FR76 3000 6000 0112 3456 7890 189, merci";
const CARD = "Ma carte : 4111 1111 1111 1111, merci";

async function hold(page: Page, text: string, action: string): Promise<void> {
  await compose(page, text);
  await verdictIs(page, action);
  await press(page, "Enter");
  await held(page, action);
}

/** Where the focus is: in the page's composer, in one of our parts, or elsewhere. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const inner = document.querySelector("bonton-ui")?.shadowRoot?.activeElement;
    if (inner) return inner.closest<HTMLElement>("[data-part]")?.dataset.part ?? "ours";
    return document.activeElement?.closest('#main footer [contenteditable="true"]')
      ? "composer"
      : "elsewhere";
  });
}

withExtension(({ open, name }) => {
  test("warn: the caret stays in the draft, the hold is announced", async () => {
    const page = await open();
    await hold(page, RUDE, "warn");
    assert.equal(await focused(page), "composer");
    assert.match(await announced(page), /À relire/);
    assert.deepEqual(await selectionOf(page), { anchor: RUDE.length, focus: RUDE.length });
    mkdirSync(SCREENSHOTS, { recursive: true });
    await page.screenshot({ path: `${SCREENSHOTS}/hold-warn-${name}.png` });
  });

  test("warn: 'send anyway' only arms; the user's own next Enter sends", async () => {
    const page = await open();
    await hold(page, RUDE, "warn");
    await clickPart(page, "[data-part=hold] [data-act=send-anyway]");
    await held(page, "warn", "armed");
    assert.deepEqual(await sentTexts(page), []);
    assert.equal(await focused(page), "composer");
    await press(page, "Enter");
    await waitForSends(page, 1);
    assert.deepEqual(await sentTexts(page), [RUDE]);
  });

  test("the fix in the panel changes the word, frees the draft, and it goes with one press", async () => {
    const page = await open();
    await hold(page, CARD, "block");
    await clickPart(page, "[data-part=hold] [data-act=fix]");
    const fixed = "Ma carte : •••• •••• •••• 1111, merci";
    await waitForText(page, fixed);
    await notHeld(page);
    await verdictIs(page, "clean");
    await press(page, "Enter");
    await waitForSends(page, 1);
    assert.deepEqual(await sentTexts(page), [fixed]);
  });

  test("Esc gives up the hold, keeps the draft, and does not reach the page", async () => {
    const page = await open();
    await hold(page, RUDE, "warn");
    await press(page, "Escape");
    await notHeld(page);
    assert.equal(await lexicalText(page), RUDE);
    assert.equal(await focused(page), "composer");
    await press(page, "Enter");
    await held(page, "warn");
    assert.deepEqual(await sentTexts(page), []);
  });

  test("a press of Send that is given up, or of the other button, spends nothing", async () => {
    const page = await open();
    await hold(page, RUDE, "warn");
    await readable(page);
    const send = await sendButton(page);
    await send.click({ button: "right" });
    await send.hover();
    await page.mouse.down();
    await page.mouse.move(2, 2);
    await page.mouse.up();
    await held(page, "warn");
    assert.deepEqual(await sentTexts(page), []);
    await send.click();
    await waitForSends(page, 1);
    await notHeld(page);
    assert.deepEqual(await sentTexts(page), [RUDE]);
  });

  test("F8 goes into the panel; an Esc that a script made up changes nothing", async () => {
    const page = await open();
    await hold(page, RUDE, "warn");
    await press(page, "F8");
    assert.equal(await focused(page), "hold");
    await page.evaluate(() => {
      document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
    });
    await drawn(page);
    await held(page, "warn");
    await press(page, "Escape");
    await notHeld(page);
    assert.equal(await focused(page), "composer");
  });

  test("'edit' closes the panel and puts the caret at the finding", async () => {
    const page = await open();
    await hold(page, RUDE, "warn");
    await clickPart(page, "[data-part=hold] [data-act=edit]");
    await notHeld(page);
    const at = "Bonjour connard".length;
    await until(page, (offset) => window.__replica.selection()?.anchor === offset, at);
    assert.equal(await focused(page), "composer");
  });

  test("justify: a dialog takes the focus; pressing Enter again does not send", async () => {
    const page = await open();
    await hold(page, IBAN, "justify");
    assert.equal(
      await (await part(page, "[data-part=hold]")).evaluate((el) => el.getAttribute("role")),
      "alertdialog",
    );
    assert.equal(await focused(page), "hold");
    await readable(page);
    await press(page, "Escape");
    await notHeld(page);
    assert.equal(await focused(page), "composer");
    assert.equal(await lexicalText(page), IBAN);
    assert.deepEqual(await sentTexts(page), []);
  });

  test("justify: a digit chooses the reason, the next Enter sends, and no digit gets into the draft", async () => {
    const page = await open();
    await hold(page, IBAN, "justify");
    await readable(page);
    await page.keyboard.press("1");
    await held(page, "justify", "armed");
    assert.equal(await lexicalText(page), IBAN);
    assert.equal(await focused(page), "composer");
    await press(page, "Enter");
    await waitForSends(page, 1);
    assert.deepEqual(await sentTexts(page), [IBAN]);
  });

  test("justify: a reason can be clicked", async () => {
    const page = await open();
    await hold(page, IBAN, "justify");
    await clickPart(page, "[data-part=hold] [data-act=justify]");
    await held(page, "justify", "armed");
    await press(page, "Enter");
    await waitForSends(page, 1);
    assert.deepEqual(await sentTexts(page), [IBAN]);
  });

  test("block: nothing sends it, not even patience", async () => {
    const page = await open();
    await hold(page, CARD, "block");
    for (let i = 0; i < 3; i++) {
      await readable(page);
      await press(page, "Enter");
    }
    await held(page, "block");
    assert.deepEqual(await sentTexts(page), []);
    const root = await part(page, "[data-part=hold]");
    assert.equal(await root.$("[data-act=send-anyway], [data-act=justify]"), null);
    assert.ok(await root.$("[data-act=report]"));
  });

  test("why: the reason of the rule is shown in the panel", async () => {
    const page = await open();
    await hold(page, CARD, "block");
    await clickPart(page, "[data-part=hold] [data-act=why]");
    await until(
      page,
      () =>
        (document.querySelector("bonton-ui")?.shadowRoot?.querySelector("[data-part=hold] .why")
          ?.textContent ?? "") !== "",
    );
  });
});
