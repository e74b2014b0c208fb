// The lines of a hold that its other tests leave out: the company's own reasons, a false positive reported without a word of the draft, what
// is accepted let go with one press, and a mark that does not outlive the kind of its chat.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "puppeteer-core";
import { chipSays, clickPart, held, notHeld, part, readable, verdictIs, withExtension } from "./bonton.ts";
import { openOwnPage, ownOrigin, stored } from "./own-pages.ts";
import { until } from "./until.ts";
import { COMPOSER, compose, lexicalText, press, waitForSends } from "./whatsapp/driver.ts";

const RUDE = "Bonjour connard";
const IBAN = "Mon IBAN : FR76 3000 6000 0112 3456 7890 189, merci";
const CARD = "Ma carte : 4111 1111 1111 1111, merci";

const REASONS = [
  { id: "contract", fr: "Le contrat le prévoit", en: "The contract says so" },
  { id: "asked-in-writing", fr: "Demandé par écrit", en: "Asked for in writing" },
];

async function put(page: Page, values: object): Promise<Page> {
  const options = await openOwnPage(page.browser(), "options", await ownOrigin(page));
  await options.evaluate((all) => chrome.storage.local.set(all), values);
  await page.bringToFront();
  return options;
}

/** Makes these what came with the rules, and again when the background notes those of the package, which it does at its start. */
async function bringReasons(rules: object): Promise<void> {
  const bring = () => chrome.storage.local.set({ rules });
  chrome.storage.local.onChanged.addListener(({ rules: changed }) => {
    if (changed && JSON.stringify(changed.newValue) !== JSON.stringify(rules)) void bring();
  });
  await bring();
}

withExtension(({ open, name }) => {
  test("the reasons of the rules are offered in the user's language; the one chosen by its digit is kept by its id", async () => {
    const page = await open();
    const options = await put(page, {});
    await options.evaluate(bringReasons, { version: "1.0", settings: {}, reasons: REASONS });
    await page.bringToFront();
    await compose(page, IBAN);
    await verdictIs(page, "justify");
    await press(page, "Enter");
    await held(page, "justify");
    await part(page, `[data-part=hold] [data-id=${REASONS[0]?.id}]`);
    const offered = await (await part(page, "[data-part=hold] .reasons")).$$eval(
      "[data-act=justify]",
      (all) => all.map((button) => [button.getAttribute("data-id"), button.lastElementChild?.textContent]),
    );
    assert.deepEqual(
      offered,
      REASONS.map(({ id, fr }) => [id, fr]),
    );
    await readable(page);
    await page.keyboard.press("2");
    await held(page, "justify", "armed");
    await press(page, "Enter");
    await waitForSends(page, 1);
    await options.bringToFront();
    await options.waitForSelector("[data-outcome=justified]");
    assert.equal(((await stored(options)).record as { reason: string }[])[0]?.reason, "asked-in-writing");
    assert.match(
      await options.$eval("[data-outcome=justified]", (row) => row.textContent ?? ""),
      /Demandé par écrit/,
    );
    await options.close();
  });

  test("a block is reported as a false positive: rule and version, no word of the draft; it stays held", async () => {
    const page = await open();
    if (name === "chrome")
      await page
        .browserContext()
        .overridePermissions("https://web.whatsapp.com", ["clipboard-read", "clipboard-sanitized-write"]);
    const options = await put(page, {});
    await compose(page, CARD);
    await verdictIs(page, "block");
    await press(page, "Enter");
    await held(page, "block");
    await clickPart(page, "[data-part=hold] [data-act=report]");
    await until(page, () =>
      document
        .querySelector("bonton-ui")
        ?.shadowRoot?.querySelector("[data-act=report]")
        ?.textContent?.includes("opi"),
    );
    if (name === "chrome") {
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      assert.match(copied, /^confidential\/payment-card \d+\.\d+\.\d+$/);
    }
    await readable(page);
    await press(page, "Enter");
    await held(page, "block");
    assert.deepEqual(await page.evaluate(() => window.__sends), []);
    await press(page, "Escape");
    await notHeld(page);
    await options.bringToFront();
    await options.waitForSelector("[data-outcome=false-positive]");
    const record = (await stored(options)).record as { rule: string; outcome: string }[];
    assert.deepEqual(
      record.map(({ rule, outcome }) => [rule, outcome]),
      [["confidential/payment-card", "false-positive"]],
    );
    await options.close();
  });

  test("what is accepted is let go at the next press; a change after it is asked about anew", async () => {
    const page = await open();
    await compose(page, RUDE);
    await verdictIs(page, "warn");
    await press(page, "Enter");
    await held(page, "warn");
    await clickPart(page, "[data-part=hold] [data-act=send-anyway]");
    await held(page, "warn", "armed");
    await page.keyboard.type("!");
    await notHeld(page);
    await verdictIs(page, "warn");
    await press(page, "Enter");
    await held(page, "warn");
    assert.deepEqual(await page.evaluate(() => window.__sends), []);
    await readable(page);
    await press(page, "Enter");
    assert.deepEqual(
      (await waitForSends(page, 1)).map(({ text }) => text),
      [`${RUDE}!`],
    );
  });

  test("a personal chat that becomes another kind is no more exempt", async () => {
    const page = await open();
    await compose(page, RUDE);
    await verdictIs(page, "warn");
    await clickPart(page, "[data-part=chip]");
    await clickPart(page, "[data-act=mark][data-id=personal]");
    await chipSays(page, "exempt");
    await press(page, "Escape");
    await page.focus(COMPOSER);
    await page.evaluate(() => {
      const picture = document.createElement("span");
      picture.dataset.testid = "group-chat-profile-picture";
      document.querySelector("#main header")?.append(picture);
    });
    await verdictIs(page, "warn");
    await press(page, "Enter");
    await held(page, "warn");
    assert.equal(await lexicalText(page), RUDE);
    await press(page, "Escape");
    await clickPart(page, "[data-part=chip]");
    const marks = await part(page, "[data-part=list] .marks"); // the list itself is there before it is drawn
    assert.match(await marks.evaluate((node) => node.textContent ?? ""), /était marquée personnelle/);
  });
});
