// The local record: what each way out of a hold writes into it, that nothing else does, and that no word, name or hour of
// a session is anywhere in what is stored.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "puppeteer-core";
import { clickPart, held, notHeld, readable, verdictIs, withExtension } from "./bonton.ts";
import { clickIn, openOwnPage, ownOrigin, stored } from "./own-pages.ts";
import { until } from "./until.ts";
import { COMPOSER, compose, press, waitForSends, waitForText } from "./whatsapp/driver.ts";

const RUDE = "Bonjour connard, à demain";
const IBAN = "Mon IBAN : FR76 3000 6000 0112 3456 7890 189, merci";
const CARD = "Ma carte : 4111 1111 1111 1111, merci";

/** Every word that was typed, and every name on the page. */
const TYPED = /connard|bonjour|demain|FR76|3456 ?7890|4111 ?1111|carte|Camille|Martin/i;

interface Line {
  rule: string;
  action: string;
  outcome: string;
  reason?: string;
  count: number;
}

async function hold(page: Page, text: string, action: string): Promise<void> {
  await page.evaluate(() => window.__replica.setText(""));
  await waitForText(page, "");
  await compose(page, text);
  await verdictIs(page, action);
  await press(page, "Enter");
  await held(page, action);
}

/** The ways out of a hold, and what each writes. */
const ways: { outcome: string; action: string; text: string; go(page: Page): Promise<void> }[] = [
  {
    outcome: "sent-anyway",
    action: "warn",
    text: RUDE,
    go: async (page) => {
      await readable(page);
      await press(page, "Enter");
      await waitForSends(page, 1);
    },
  },
  {
    outcome: "justified",
    action: "justify",
    text: IBAN,
    go: async (page) => {
      await readable(page);
      await page.keyboard.press("2");
      await held(page, "justify", "armed");
      await press(page, "Enter");
      await waitForSends(page, 2);
    },
  },
  {
    outcome: "fixed",
    action: "block",
    text: CARD,
    go: async (page) => {
      await clickPart(page, "[data-part=hold] [data-act=fix]");
      await notHeld(page);
    },
  },
  { outcome: "cancelled", action: "block", text: CARD, go: (page) => press(page, "Escape") },
  {
    outcome: "edited",
    action: "warn",
    text: RUDE,
    go: async (page) => {
      await page.focus(COMPOSER);
      await page.keyboard.type("!");
      await notHeld(page);
    },
  },
];

/** The lines of the record once there are so many. */
async function lines(options: Page, count: number): Promise<Line[]> {
  await options.bringToFront();
  await until(options, (wanted) => document.querySelectorAll("[data-outcome]").length >= wanted, count);
  return ((await stored(options)).record ?? []) as Line[];
}

/** Writes the remark of a held draft; answers once the engine has said what is wrong with it. */
async function remark(page: Page, words: string, problem: boolean): Promise<void> {
  await clickPart(page, "[data-act=remark]");
  await page.keyboard.type(words);
  await until(
    page,
    (wanted) =>
      ((document.querySelector("bonton-ui")?.shadowRoot?.querySelector(".problems")?.textContent ?? "") !==
        "") ===
      wanted,
    problem,
  );
}

withExtension(({ open, browser }) => {
  test("a reason can have a remark: it stays with the reason, unless the rules speak of it, and the page hears nothing", async () => {
    const page = await open();
    await hold(page, IBAN, "justify");
    await page.evaluate(() => {
      for (const type of ["keydown", "keyup", "beforeinput", "input"])
        addEventListener(
          type,
          ({ target }) => document.body.setAttribute("data-heard", `${type} ${target}`),
          true,
        );
    });
    await remark(page, "carte 4111 1111 1111 1111", true);
    assert.equal(await page.evaluate(() => document.body.getAttribute("data-heard")), null);
    await press(page, "End");
    await page.keyboard.down("Shift");
    await press(page, "Home");
    await page.keyboard.up("Shift");
    await press(page, "Delete");
    await remark(page, "2 pages, accord oral", false);
    await held(page, "justify");
    await clickPart(page, "[data-act=justify]");
    await held(page, "justify", "armed");
    await press(page, "Enter");
    await waitForSends(page, 1);

    const options = await openOwnPage(browser(), "options", await ownOrigin(page));
    const [line] = (await lines(options, 1)) as [Line & { remark?: string }];
    assert.deepEqual([line.outcome, line.remark], ["justified", "2 pages, accord oral"]);
    await until(options, () => document.body.innerText.includes("2 pages, accord oral"));
    await clickIn(options, "[data-act=erase]");
    await until(options, () => document.querySelectorAll("[data-outcome]").length === 0);
    await options.close();
  });

  test("an Enter that only broke the line is no send; one whose meaning was not known is one once the draft is gone", async () => {
    for (const [enterIsSend, outcome] of [
      [false, "edited"],
      [true, "sent-anyway"],
    ] as const) {
      const page = await open({ enterIsSend });
      const origin = await ownOrigin(page);
      await hold(page, RUDE, "warn");
      await readable(page);
      await press(page, "Enter");
      await waitForText(page, enterIsSend ? "" : `${RUDE}\n`);
      await notHeld(page);
      if (!enterIsSend) await page.keyboard.type("!");
      const options = await openOwnPage(browser(), "options", origin);
      assert.deepEqual(
        (await lines(options, 1)).map((line) => line.outcome),
        [outcome],
      );
      await options.close();
    }
  });

  test("each way out of a hold is counted as what it is, and no word, name or hour is stored", async () => {
    const page = await open();
    const origin = await ownOrigin(page);
    for (const { action, text, go } of ways) {
      await hold(page, text, action);
      await go(page);
    }
    const options = await openOwnPage(browser(), "options", origin);
    const record = await lines(options, ways.length);
    assert.deepEqual(
      record.map(({ outcome, action, reason, count }) => [outcome, action, reason, count]),
      ways.map(({ outcome, action }) => [
        outcome,
        action,
        outcome === "justified" ? "authorised" : undefined,
        1,
      ]),
    );
    const all = JSON.stringify(await stored(options));
    assert.match(all, /sent-anyway/);
    assert.doesNotMatch(all, TYPED);
    assert.doesNotMatch(JSON.stringify(record), /\d:\d\d/);
    const href = await options.$eval("[data-act=export]", (link) => link.getAttribute("href") ?? "");
    const exported = JSON.parse(decodeURIComponent(href.slice(href.indexOf(",") + 1)));
    assert.deepEqual(exported.record, record);
    assert.equal(exported.enterMode, "sends");
    await options.waitForSelector("[data-part=enter-mode]");

    await clickIn(options, "[data-act=erase]");
    await until(options, () => document.querySelectorAll("[data-outcome]").length === 0);
    assert.deepEqual((await stored(options)).record, []);

    await page.bringToFront();
    await page.evaluate(() => window.__replica.setText(""));
    await compose(page, RUDE);
    await verdictIs(page, "warn");
    assert.deepEqual((await stored(options)).record, [], "typing alone writes nothing");

    await options.bringToFront();
    await clickIn(options, "[data-act=erase-all]");
    await until(options, () => !document.querySelector("[data-part=enter-mode]"));
    const left = Object.entries(await stored(options)).filter(([, value]) => !isNothing(value));
    const listed = ["bundle", "choices", "policy", "rules"]; // in the table of docs/store/privacy.en.md, to stay
    assert.deepEqual(
      left.map(([key]) => key).filter((key) => !listed.includes(key)),
      [],
    );
    await options.close();
  });
});

/** Whether a part of storage holds nothing of its user. */
function isNothing(value: unknown): boolean {
  return value === "unknown" || (typeof value === "object" && Object.keys(value ?? {}).length === 0);
}
