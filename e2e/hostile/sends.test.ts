// A page script that tries to send for the user: by keys, clicks and whole presses of its own making. Each trick works on
// a clean draft, which shows that the page takes it; held text goes nowhere by any of them.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "puppeteer-core";
import { clickPart, held, notHeld, readable, sendButton, verdictIs, withExtension } from "../bonton.ts";
import { COMPOSER, compose, press, sends, sentTexts, waitForSends } from "../whatsapp/driver.ts";

const CLEAN = "Bonjour, votre commande part demain.";
const RUDE = "Bonjour connard";

/** What a script does to the editor and to the page's send button. */
type Trick = (editor: HTMLElement, button: HTMLElement) => void;

const tricks: Record<string, Trick> = {
  "an Enter key": (editor) => {
    editor.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
  },
  "an Enter on the words": (editor) => {
    const words = editor.querySelector("span") ?? editor;
    words.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
  },
  "an Enter that claims an input method": (editor) => {
    const claims = { key: "Enter", isComposing: true, keyCode: 229, bubbles: true, cancelable: true };
    editor.dispatchEvent(new KeyboardEvent("keydown", claims));
  },
  "an Enter beside a made-up list": (editor) => {
    editor.setAttribute("aria-activedescendant", "suggestion-0");
    editor.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
    editor.removeAttribute("aria-activedescendant");
  },
  "a Meta+Enter": (editor) => {
    const keys = { key: "Enter", metaKey: true, bubbles: true, cancelable: true };
    editor.dispatchEvent(new KeyboardEvent("keydown", keys));
  },
  "click()": (_, button) => button.click(),
  "a click event": (_, button) => {
    button.dispatchEvent(new MouseEvent("click", { detail: 1, bubbles: true, cancelable: true }));
  },
  "a click on the drawing": (_, button) => {
    const drawing = button.querySelector("svg") ?? button;
    drawing.dispatchEvent(new MouseEvent("click", { detail: 1, bubbles: true, cancelable: true }));
  },
  "a whole press": (_, button) => {
    const all = { bubbles: true, cancelable: true, composed: true, detail: 1, button: 0 };
    for (const name of ["pointerdown", "mousedown", "pointerup", "mouseup", "click"])
      button.dispatchEvent(new (name.startsWith("p") ? PointerEvent : MouseEvent)(name, all));
  },
  "a touch": (_, button) => {
    for (const name of ["touchstart", "touchend", "click"])
      button.dispatchEvent(new Event(name, { bubbles: true, cancelable: true }));
  },
};

withExtension(({ load: open }) => {
  let opened: Promise<Page> | undefined;
  for (const [name, trick] of Object.entries(tricks)) {
    test(`${name} made by a script does not send held text`, async () => {
      opened ??= open();
      const page = await opened;
      await page.evaluate((text) => {
        window.__sends.length = 0;
        window.__replica.setText(text);
      }, CLEAN);
      await verdictIs(page, "clean");
      await play(page, trick);
      await waitForSends(page, 1);
      await page.evaluate((text) => window.__replica.setText(text), RUDE);
      await verdictIs(page, "warn");
      await play(page, trick);
      await held(page, "warn");
      await readable(page);
      await play(page, trick); // what the user's own second press would release
      assert.deepEqual(await sentTexts(page), [CLEAN]);
    });
  }

  test("a script's click releases neither what the user's Enter held nor what the user armed", async () => {
    const page = await open();
    await compose(page, RUDE);
    await verdictIs(page, "warn");
    await press(page, "Enter");
    await held(page, "warn");
    await readable(page);
    await play(page, (_, button) => button.click());
    await clickPart(page, "[data-act=send-anyway]");
    await held(page, "warn", "armed");
    await play(page, (_, button) => button.click());
    assert.deepEqual(await sentTexts(page), []);
    await press(page, "Enter");
    const [sent] = await waitForSends(page, 1);
    assert.equal(sent?.trusted, true);
  });

  test("a script cannot ride on the user's press, wherever it goes", async () => {
    const page = await open();
    await compose(page, RUDE);
    await verdictIs(page, "warn");
    await page.evaluate(rideOnPresses);
    await page.click("#main header");
    await held(page, "warn");
    await readable(page);
    await (await sendButton(page)).hover();
    await page.mouse.down();
    await page.mouse.up();
    assert.deepEqual(await sentTexts(page), []);
  });

  test("limit: the app's own internal action makes no event, and nothing is claimed about it", async () => {
    const page = await open();
    await compose(page, RUDE);
    await verdictIs(page, "warn");
    await page.evaluate(() => window.__replica.sendInternally());
    assert.deepEqual(
      (await sends(page)).map(({ text, by }) => [text, by]),
      [[RUDE, "internal"]],
    );
    await verdictIs(page, "clean");
    await notHeld(page);
  });
});

function play(page: Page, trick: Trick): Promise<void> {
  const run = `(${trick})(document.querySelector(${JSON.stringify(COMPOSER)}), window.__button)`;
  return sendButton(page)
    .then((button) => button.evaluate((element) => Object.assign(window, { __button: element })))
    .then(() => page.evaluate(run) as Promise<void>);
}

/** Clicks Send by script at each event of a press of the user that the page sees, before anybody else does. */
function rideOnPresses(): void {
  for (const name of ["pointerdown", "mousedown", "pointerup", "mouseup", "click"]) {
    addEventListener(
      name,
      ({ isTrusted }) => {
        const buttons = document.querySelectorAll<HTMLElement>("#main footer button:not(:disabled)");
        if (isTrusted) buttons[buttons.length - 1]?.click();
      },
      true,
    );
  }
}
