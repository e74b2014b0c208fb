import assert from "node:assert/strict";
import { test } from "node:test";
import { until } from "../until.ts";
import {
  COMPOSER,
  compose,
  domText,
  lexicalText,
  press,
  sends,
  waitForSends,
  waitForText,
} from "./driver.ts";
import { eachBrowser } from "./each.ts";
import type { SendVariant } from "./options.ts";
import { fill, places } from "./places.ts";

/** A hook of each variant's Send button, as the projects of its time used it. */
const hooks: Record<SendVariant, string> = {
  "icon-send": '#main footer button[data-tab="11"] span[data-icon="send"]',
  "wds-icon": '#main footer span[data-icon="wds-ic-send-filled"]',
  "testid-icon": '#main footer [data-testid="wds-ic-send-filled"]',
  "svg-title": "#main footer button svg title",
  "label-only": '#main footer button[aria-label="Envoyer"]',
  ai: '#main footer span[data-icon="wds-ic-send-ai"]',
};

eachBrowser(({ open }) => {
  for (const variant of Object.keys(hooks) as SendVariant[]) {
    test(`the Send button "${variant}" appears with the text and sends by click`, async () => {
      const page = await open({ send: variant });
      const buttons = () =>
        page.$$eval("#main footer button", (all) => all.map((one) => one.getAttribute("aria-label")));
      assert.equal((await buttons()).at(-1), "Message vocal");
      await compose(page, " un");
      assert.equal((await buttons()).at(-1), "Envoyer");
      const hook = await page.$(hooks[variant]);
      assert.ok(hook, hooks[variant]);
      await page.click('#main footer button[aria-label="Envoyer"]');
      const [send] = await waitForSends(page, 1);
      assert.deepEqual([send?.path, send?.text, send?.trusted], ["click", "un", true]);
      assert.equal((await buttons()).at(-1), "Message vocal");
    });
  }

  test("a scripted click sends, untrusted; Enter on the focused button sends, trusted", async () => {
    const page = await open();
    await compose(page, "un");
    const button = '#main footer button[aria-label="Envoyer"]';
    await page.$eval(button, (one) => (one as HTMLElement).click());
    await compose(page, "deux");
    await page.focus(button);
    await press(page, "Enter");
    const got = (await waitForSends(page, 2)).map((send) => [send.text, send.path, send.trusted]);
    assert.deepEqual(got, [
      ["un", "click", false],
      ["deux", "click", true],
    ]);
  });

  test("a chat without voice shows a disabled Send until there is text", async () => {
    const page = await open({ voice: false });
    const disabled = () =>
      page.$eval('#main footer button[aria-label="Envoyer"]', (one) => (one as HTMLButtonElement).disabled);
    assert.equal(await disabled(), true);
    await compose(page, "a");
    assert.equal(await disabled(), false);
  });

  test("the clock button sends the same draft on its own path", async () => {
    const page = await open({ schedule: true, locale: "en" });
    assert.equal(await page.$('[aria-label="Schedule message"]'), null);
    await compose(page, "plus tard ");
    await page.click('[aria-label="Schedule message"]');
    const [send] = await sends(page);
    assert.deepEqual(
      [send?.path, send?.surface, send?.text, send?.trusted],
      ["schedule", "schedule", "plus tard", true],
    );
  });

  test("the internal send action needs no focus", async () => {
    const page = await open();
    await compose(page, "interne");
    await page.evaluate(() => {
      (document.activeElement as HTMLElement).blur();
      window.__replica.sendInternally();
    });
    const [send] = await sends(page);
    assert.deepEqual([send?.path, send?.text, send?.trusted], ["internal", "interne", false]);
  });

  for (const place of places) {
    test(`the ${place.surface} editor sends by Enter and by its own control`, async () => {
      const page = await open({ locale: "en" });
      for (const by of ["enter", "click"] as const) {
        await place.open(page);
        await fill(page, place.surface, `${by} 😀\nfin`);
        assert.equal(await domText(page, place.surface), `${by} 😀\nfin`);
        await (by === "enter" ? press(page, "Enter") : page.click(place.send));
        await until(page, (wanted) => window.__sends.some((send) => send.by === wanted), by);
      }
      const got = (await sends(page)).map((send) => [
        send.path,
        send.by,
        send.surface,
        send.text,
        send.trusted,
      ]);
      assert.deepEqual(got, [
        [place.surface, "enter", place.surface, "enter 😀\nfin", true],
        [place.surface, "click", place.surface, "click 😀\nfin", true],
      ]);
    });
  }

  test("two composers coexist, each with its own draft", async () => {
    const page = await open({ chat: "Quartier en bref" });
    await compose(page, "annonce");
    await page.evaluate(() => window.__replica.openQuestion());
    await fill(page, "question", "une question ?");
    assert.equal(await lexicalText(page), "annonce");
    assert.equal((await page.$$('[data-testid="conversation-compose-box-input"]')).length, 2);
    await press(page, "Enter");
    const [send] = await sends(page);
    assert.deepEqual([send?.surface, send?.text], ["question", "une question ?"]);
    assert.equal(await lexicalText(page), "annonce");
  });

  test("the caption overlay takes the draft along", async () => {
    const page = await open({ caption: { testid: "itself", tab: "6", label: "message", send: "plain" } });
    await compose(page, "légende\nici");
    await page.evaluate(() => window.__replica.openCaption());
    assert.equal(await lexicalText(page), "");
    assert.equal(await domText(page, "caption"), "légende\nici");
    const caption = await page.$(
      '[data-testid="media-caption-input-container"][contenteditable][data-tab="6"]',
    );
    assert.ok(caption);
    await page.click('div[role=button][aria-label="Envoyer"]');
    assert.equal((await sends(page))[0]?.path, "caption");
  });

  test("ArrowUp in an empty composer edits the last own message", async () => {
    const page = await open();
    await compose(page, "");
    await press(page, "ArrowUp");
    await waitForText(page, "Il reste deux écrans à valider de votre côté.", "edit");
    await press(page, "Escape");
    assert.equal(await page.$("[role=dialog]"), null);
  });

  test("the composer is read-only while a voice note is recorded", async () => {
    const page = await open();
    await page.click('#main footer button[aria-label="Message vocal"]');
    const editable = () =>
      page.$eval("#main footer [role=textbox]", (root) => root.getAttribute("contenteditable"));
    assert.equal(await editable(), "false");
    await page.evaluate(() => window.__replica.record(false));
    assert.equal(await editable(), "true");
    assert.ok(await page.$(COMPOSER));
  });
});
