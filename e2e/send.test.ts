// Clean drafts go at once and unchanged; flagged drafts are held by every path, and released by the user alone.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "puppeteer-core";
import {
  clickPart,
  clickSend,
  held,
  notHeld,
  readable,
  sendButton,
  verdictIs,
  withExtension,
} from "./bonton.ts";
import { compose, press, sends, sentTexts, waitForSends } from "./whatsapp/driver.ts";

const CLEAN = "Bonjour, votre commande part demain.";
const RUDE = "Bonjour connard";

/** Every way a user sends, each pressing once. */
const paths: Record<string, (page: Page) => Promise<void>> = {
  Enter: (page) => press(page, "Enter"),
  NumpadEnter: (page) => press(page, "NumpadEnter"),
  "Meta+Enter": (page) => press(page, "Enter", ["Meta"]),
  mouse: clickSend,
  "Enter on the button": async (page) => {
    await (await sendButton(page)).focus();
    await press(page, "Enter");
  },
  "Space on the button": async (page) => {
    await (await sendButton(page)).focus();
    await press(page, " ");
  },
};

withExtension(({ open }) => {
  for (const [name, send] of Object.entries(paths)) {
    test(`${name}: a clean draft is sent at once, unchanged`, async () => {
      const page = await open();
      await compose(page, CLEAN);
      await verdictIs(page, "clean");
      await send(page);
      await waitForSends(page, 1);
      assert.deepEqual(await sentTexts(page), [CLEAN]);
    });

    test(`${name}: a flagged draft is held, and released once by the second press`, async () => {
      const page = await open();
      await compose(page, RUDE);
      await verdictIs(page, "warn");
      await send(page);
      await held(page, "warn");
      assert.deepEqual(await sentTexts(page), []);
      await readable(page);
      await send(page);
      const [sent, ...more] = await waitForSends(page, 1);
      assert.deepEqual([sent?.text, sent?.trusted, more.length], [RUDE, true, 0]);
      await notHeld(page);
    });
  }
});
