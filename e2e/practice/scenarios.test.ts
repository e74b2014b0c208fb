// Every scenario to its good and to its bad end, in both languages: the model is sent and answered; the bad message is held as
// the rules say, and where it may be sent all the same, it gets the other answer.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "puppeteer-core";
import { elementsOf, type Lesson, replyTo } from "../../extension/practice/lessons.ts";
import type { Verdict } from "../../wasm/linter/engine.d.ts";
import { clickPart, drawn, held, readable, verdictIs } from "../bonton.ts";
import { eachBrowser } from "../each.ts";
import { given } from "../until.ts";
import { COMPOSER, press } from "../whatsapp/driver.ts";
import { enter, type Locale, lessons, type ServedRoom, serveRoom, shows, write } from "./room.ts";

eachBrowser(({ name, page: only }) => {
  let room: ServedRoom;
  before(async () => {
    room = await serveRoom();
  });
  after(() => room?.stop());

  for (const lesson of lessons()) {
    // Firefox plays them in French alone: what a language changes is the lesson's own words, and Chromium plays both.
    for (const locale of name === "firefox" ? (["fr"] as const) : (["fr", "en"] as const)) {
      test(`${lesson.id} in ${locale}: the good end`, async () => {
        const page = await only();
        await enter(page, room.address, `practice/${lesson.id}`, locale);
        await write(page, COMPOSER, lesson.model[locale]);
        await verdictIs(page, "clean");
        await press(page, "Enter");
        await answered(page, lesson, locale, "clean");
      });

      test(`${lesson.id} in ${locale}: the bad end`, async () => {
        const page = await only();
        await enter(page, room.address, `practice/${lesson.id}`, locale);
        await write(page, COMPOSER, lesson.bad[locale]);
        const verdict = await badVerdict(page);
        await press(page, "Enter");
        if (verdict === "block") await staysHeld(page);
        else {
          await release(page, verdict);
          await answered(page, lesson, locale, verdict);
        }
      });
    }
  }
});

/** The message stands in the chat, the other side answers as the lesson says, and the outcome is shown. */
async function answered(page: Page, lesson: Lesson, locale: Locale, verdict: Verdict): Promise<void> {
  await page.waitForSelector(`[data-part=outcome][data-verdict=${verdict}]`);
  const found = await page.$$eval("[data-part=outcome] [data-rule]", (all) =>
    all.map((each) => ({ rule: (each as HTMLElement).dataset.rule ?? "" })),
  );
  const reply = replyTo(lesson, { verdict, findings: found }, elementsOf(lesson))?.[locale] ?? "none";
  const said = () => page.$eval("#main .log", (log, text) => log.textContent?.includes(text), reply);
  if (verdict === "clean") assert.ok(!(await said()), "answered before anything was ticked");
  await page.$$eval("[data-part=outcome] label", (all) => all.forEach((each) => void each.click()));
  await shows(page, "#main [data-from=them]", reply);
  const sent = await page.$$eval("#main [data-from=me]", (bubbles) => bubbles.length);
  assert.ok(sent > 0);
  assert.equal(found.length === 0, verdict === "clean");
}

/** The verdict of a draft that is not clean, once it is known. */
async function badVerdict(page: Page): Promise<Verdict> {
  await drawn(page); // what was typed last shows as "checking" from then on
  const verdict = await given(page, () => {
    const chip = document
      .querySelector("bonton-ui")
      ?.shadowRoot?.querySelector<HTMLElement>("[data-part=chip]");
    const known = chip?.dataset.state === "ready" && chip.dataset.verdict !== "clean";
    return known && chip.dataset.verdict;
  });
  return verdict as Verdict;
}

/** Sends a held message all the same, the way its verdict allows. */
async function release(page: Page, verdict: Verdict): Promise<void> {
  if (verdict === "note") return; // it was sent
  await held(page, verdict);
  if (verdict === "justify") await clickPart(page, "[data-act=justify]");
  else await readable(page);
  await page.focus(COMPOSER);
  await press(page, "Enter");
}

/** Nothing releases a blocked message. */
async function staysHeld(page: Page): Promise<void> {
  await held(page, "block");
  await readable(page);
  await press(page, "Enter");
  await held(page, "block");
  assert.equal(await page.$("[data-part=outcome]"), null);
}
