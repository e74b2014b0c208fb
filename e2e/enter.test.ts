// Enter: in both "Enter is send" modes, before and after the mode is learnt, with input methods and suggestion lists.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "puppeteer-core";
import { held, notHeld, part, readable, verdictIs, withExtension } from "./bonton.ts";
import { until } from "./until.ts";
import { compose, lexicalText, press, sentTexts, waitForSends, waitForText } from "./whatsapp/driver.ts";
import type { PartialOptions } from "./whatsapp/options.ts";
import { fill } from "./whatsapp/places.ts";

const CLEAN = "Bonjour, votre commande part demain.";
const RUDE = "Bonjour connard";

/** Whether the hold panel says that the meaning of Enter is not known yet. */
async function saysUnknown(page: Page): Promise<boolean> {
  const words = await (await part(page, "[data-part=hold]")).evaluate((el) => (el as HTMLElement).innerText);
  return words.includes("Bonton ne le sait pas encore");
}

withExtension(({ open, name }) => {
  test("until it is known, a flagged draft is held on Enter and on Shift+Enter, and the panel says so", async () => {
    const page = await open({ enterIsSend: false });
    await compose(page, RUDE);
    await verdictIs(page, "warn");
    await press(page, "Enter");
    await held(page, "warn");
    assert.ok(await saysUnknown(page));
    await press(page, "Escape");
    await notHeld(page);
    await press(page, "Enter", ["Shift"]);
    await held(page, "warn");
    assert.equal(await lexicalText(page), RUDE);
    assert.deepEqual(await sentTexts(page), []);
  });

  test("where Enter breaks the line: learnt from a clean draft, then it is let alone and Ctrl+Enter is held", async () => {
    const page = await open({ enterIsSend: false });
    await compose(page, CLEAN);
    await verdictIs(page, "clean");
    await press(page, "Enter");
    await waitForText(page, `${CLEAN}\n`);
    await page.keyboard.type("connard");
    await verdictIs(page, "warn");
    await press(page, "Enter");
    await waitForText(page, `${CLEAN}\nconnard\n`);
    await notHeld(page);
    for (const key of ["Control", "Alt", "Shift", "Meta"] as const) {
      await press(page, "Enter", [key]);
      await held(page, "warn");
      assert.equal(await saysUnknown(page), false);
      await press(page, "Escape");
      await notHeld(page);
    }
    assert.deepEqual(await sentTexts(page), []);
    await press(page, "Enter", ["Control"]);
    await held(page, "warn");
    await readable(page);
    await press(page, "Enter", ["Control"]);
    await waitForSends(page, 1);
    assert.deepEqual(await sentTexts(page), [`${CLEAN}\nconnard`]);
  });

  test("where Enter sends: learnt from a clean send, then Shift+Enter is let alone and Enter is held", async () => {
    const page = await open();
    await compose(page, CLEAN);
    await verdictIs(page, "clean");
    await press(page, "Enter");
    await waitForSends(page, 1);
    await page.keyboard.type("connard");
    await verdictIs(page, "warn");
    await press(page, "Enter", ["Shift"]);
    await waitForText(page, "connard\n");
    await press(page, "Enter");
    await held(page, "warn");
    assert.equal(await saysUnknown(page), false);
    assert.deepEqual(await sentTexts(page), [CLEAN]);
  });

  test("lines written without a pause keep their breaks, also before it is known what Enter does", async () => {
    const page = await open();
    const lines = Array.from({ length: 12 }, (_, i) => `ligne ${i}`).join("\n");
    await compose(page, lines);
    assert.equal(await lexicalText(page), lines);
    assert.deepEqual(await sentTexts(page), []);
  });

  const lists: [string, PartialOptions, string][] = [
    ["with aria-activedescendant", { activeDescendant: true }, "[role=listbox]"],
    ["without aria-activedescendant", { activeDescendant: false }, "[role=listbox]"],
    ["of plain buttons, out of the footer", { suggestionList: "portal" }, "#wa-popovers-bucket button"],
  ];
  for (const [title, options, list] of lists) {
    test(`a suggestion list takes Enter (${title})`, async () => {
      const page = await open(options);
      await compose(page, "connard /mer");
      await verdictIs(page, "warn");
      await page.waitForSelector(list);
      await press(page, "Enter");
      await until(page, () => window.__replica.lexicalText().includes("Merci pour votre message"));
      assert.deepEqual(await sentTexts(page), []);
      await verdictIs(page, "warn");
      await press(page, "Enter");
      await held(page, "warn");
    });
  }

  test("an open list takes no Enter with a modifier, which sends where Enter breaks the line", async () => {
    const page = await open({ enterIsSend: false });
    await compose(page, "connard /mer");
    await verdictIs(page, "warn");
    await page.waitForSelector("[role=listbox]");
    await press(page, "Enter", ["Control"]);
    await held(page, "warn");
    assert.deepEqual(await sentTexts(page), []);
  });

  test("a list that is not at the caret, and a choice that is gone, take no Enter", async () => {
    const page = await open();
    await page.evaluate(() => window.__replica.openEdit());
    await fill(page, "edit", RUDE);
    await verdictIs(page, "warn");
    await page.evaluate(() => {
      const list = '<div role="listbox"><div role="option" aria-selected="true">FR</div></div>';
      document.querySelector("[role=dialog]")?.insertAdjacentHTML("afterbegin", list);
      document.activeElement?.setAttribute("aria-activedescendant", "suggestion-0");
    });
    await press(page, "Enter");
    await held(page, "warn");
    assert.deepEqual(await sentTexts(page), []);
  });

  test("Enter with the focus on nothing still meets the guard", async () => {
    const page = await open({ enterAnywhere: true });
    await compose(page, RUDE);
    await verdictIs(page, "warn");
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await press(page, "Enter");
    await held(page, "warn");
    assert.deepEqual(await sentTexts(page), []);
  });

  // Only the DevTools protocol can compose as an input method does.
  if (name === "chrome") {
    test("Enter of an input method picks a word and is never held; the next one is", async () => {
      const page = await open();
      await compose(page, "connard ");
      await verdictIs(page, "warn");
      const session = await page.createCDPSession();
      await session.send("Input.imeSetComposition", { text: "にほん", selectionStart: 3, selectionEnd: 3 });
      const key = { key: "Process", code: "Enter", windowsVirtualKeyCode: 229 };
      await session.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...key });
      await session.send("Input.insertText", { text: "日本" });
      await session.send("Input.dispatchKeyEvent", { type: "keyUp", ...key });
      await waitForText(page, "connard 日本");
      await notHeld(page);
      await press(page, "Enter");
      await held(page, "warn");
      assert.deepEqual(await sentTexts(page), []);
    });
  }
});
