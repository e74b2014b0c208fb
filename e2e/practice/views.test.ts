// The views of the room beside the scenarios: before and after, the rule tour, the guides. Axe finds nothing in any of them.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import type { AxeResults } from "axe-core";
import type { Page } from "puppeteer-core";
import type { Lesson } from "../../extension/practice/lessons.ts";
import { drawn, SCREENSHOTS, verdictIs } from "../bonton.ts";
import { eachBrowser } from "../each.ts";
import { until } from "../until.ts";
import { COMPOSER, type Key, press } from "../whatsapp/driver.ts";
import { enter, go, type Locale, lessons, type ServedRoom, serveRoom, shows, write } from "./room.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const LESSON = "complaint/angry-customer";

/** The words of the lesson in a language. */
function lessonIn(locale: Locale): Record<"title" | "opening" | "model" | "bad", string> {
  const { title, opening, model, bad } = lessons().find(({ id }) => id === LESSON) as Lesson;
  return {
    title: title[locale],
    opening: opening[0]?.text[locale] ?? "",
    model: model[locale],
    bad: bad[locale],
  };
}

const places = [
  ["scenarios", ".cards [data-lesson]"],
  [`practice/${LESSON}`, "#main footer .editor"],
  [`compare/${LESSON}`, "[data-part=step]"],
  ["tour", "[data-rule]"],
  ["session", "[data-act=begin]"],
  ["guides", ".guide h1"],
] as const;

eachBrowser(({ name, page: only }) => {
  let room: ServedRoom;
  before(async () => {
    room = await serveRoom();
  });
  after(() => room?.stop());

  test("before and after: the arrow keys show it step by step, each finding with its reason", async () => {
    const page = await only();
    await enter(page, room.address, `compare/${LESSON}`);
    await page.waitForSelector("[data-part=step]");
    assert.equal(await page.$("[data-side]"), null);
    await step(page, "ArrowRight", 2);
    await page.waitForSelector("[data-side=before][data-verdict=note]");
    await press(page, "PageDown");
    await page.waitForSelector("[data-side=before] [data-rule] .why");
    await press(page, "ArrowRight");
    await page.waitForSelector("[data-side=after][data-verdict=clean][data-settled=true]");
    await press(page, "ArrowRight");
    await page.waitForSelector(".learnt .why");
    await press(page, "ArrowLeft");
    await until(page, () => !document.querySelector(".learnt"));
  });

  test("before and after: both can be typed over, and are checked as they are typed", async () => {
    const page = await only();
    await enter(page, room.address, `compare/${LESSON}`);
    await page.waitForSelector("[data-part=step]");
    for (const number of [2, 3, 4]) await step(page, "ArrowRight", number);
    const good = "[data-side=after] .editor";
    await page.waitForSelector("[data-side=after][data-settled=true]");
    await write(page, good, "Bonjour Madame Benali, vous exagérez un peu.", "over");
    await page.waitForSelector('[data-side=after] [data-rule="complaint/minimise-fr"]');
  });

  test("another language takes nothing from the screen: neither the step, nor a draft, nor what was said", async () => {
    const page = await only();
    await enter(page, room.address, `compare/${LESSON}`);
    await page.waitForSelector("[data-part=step]");
    for (const number of [2, 3, 4]) await step(page, "ArrowRight", number);
    await write(page, "[data-side=after] .editor", "Hello, this is my own answer.", "over");
    await page.click("[data-act=language]");
    await shows(page, "[data-part=step]", "Step 4 of 5");
    await shows(page, "[data-side=before] .editor", lessonIn("en").bad);
    await shows(page, "[data-side=after] .editor", "my own answer");

    await go(page, `practice/${LESSON}`, COMPOSER);
    await page.click("[data-act=hint]");
    await write(page, COMPOSER, lessonIn("en").model);
    await verdictIs(page, "clean");
    await press(page, "Enter");
    await page.waitForSelector("[data-part=outcome]");
    await write(page, COMPOSER, "Calmez-vous, Madame.");
    await page.click("[data-act=language]");
    await shows(page, "h1", lessonIn("fr").title);
    await shows(page, "#main [data-from=them]", lessonIn("fr").opening);
    await shows(page, "#main [data-from=me]", lessonIn("en").model);
    await shows(page, "[data-part=outcome]", "selon les règles");
    await shows(page, COMPOSER, "Calmez-vous, Madame.");
    await verdictIs(page, "note");
    assert.ok(await page.$(".hints li"));
    assert.equal(await page.$eval(COMPOSER, (box) => box.ariaLabel), "Votre message");
  });

  test("at 640 by 400 the outcome comes into sight with the focus, and no control takes the focus with it when it goes", async () => {
    const page = await only();
    await page.setViewport({ width: 640, height: 400 });
    await enter(page, room.address, `practice/${LESSON}`);
    await write(page, COMPOSER, lessonIn("fr").bad);
    await verdictIs(page, "note");
    await press(page, "Enter");
    await holdsFocus(page, "[data-part=outcome] h2");
    await page.click("[data-part=outcome] [data-act=again]");
    await holdsFocus(page, COMPOSER);
    await go(page, "session", "[data-act=begin]");
    await holdsFocus(page, "main h1");
    await page.click("[data-act=begin]");
    await page.waitForSelector("[data-part=round]");
    await page.click("[data-act=end]");
    await page.waitForSelector("[data-act=print]");
    await holdsFocus(page, "main h1");
    await page.click("[data-act=restart]");
    await page.setViewport({ width: 1280, height: 800 });
  });

  test("the tour has every rule, filters them, and lints their examples live", async () => {
    const page = await only();
    await enter(page, room.address, "tour");
    const rules = JSON.parse(readFileSync("dist/practice/engine/rules.json", "utf8")).rules as {
      category: string;
      action: string;
    }[];
    await page.waitForSelector(`[data-part=count][data-count="${rules.length}"]`);
    await page.select("select[name=category]", "confidential");
    await page.select("select[name=action]", "block");
    const wanted = rules.filter((rule) => rule.category === "confidential" && rule.action === "block").length;
    assert.ok(wanted > 0);
    await page.waitForSelector(`[data-part=count][data-count="${wanted}"]`);
    await page.$$eval("summary", (all) => all.forEach((summary) => void summary.click()));
    await until(page, () => {
      const examples = [...document.querySelectorAll(".examples li")];
      return examples.length > 0 && examples.every((each) => each.hasAttribute("data-right"));
    });
    assert.equal(await page.$("[data-right=false]"), null);
    await page.type('[data-rule="confidential/payment-card"] .try input', "4539 1488 0343 6467");
    await shows(page, ".try output", "4539 1488 0343 6467");
  });

  test("every guide is there in both languages", async () => {
    const page = await only();
    for (const locale of ["fr", "en"] as const) {
      await enter(page, room.address, "guides", locale);
      await page.waitForSelector(".guides nav a");
      const names = await page.$$eval(".guides nav a", (links) => links.map(({ hash }) => hash));
      assert.ok(names.length >= 12, String(names.length));
      for (const hash of names) {
        await go(page, hash.slice(2), `[data-guide="${hash.split("/").at(-1)}"] h1`);
        await shows(page, ".guide", "Source");
      }
    }
  });

  test("a guide, a lesson and the tour fit on a phone: nothing is wider than the screen", async () => {
    const page = await only();
    await page.setViewport({ width: 360, height: 740 });
    for (const [place, selector] of places) {
      await enter(page, room.address, place);
      await page.waitForSelector(selector);
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      assert.ok(over <= 0, `${place} is ${over} px too wide`);
    }
    await page.setViewport({ width: 1280, height: 800 });
  });

  if (name !== "chrome") return;
  for (const theme of ["light", "dark"] as const) {
    for (const [place, selector] of places) {
      test(`axe finds nothing in ${place}, ${theme}`, async () => {
        const page = await only();
        await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: theme }]);
        await enter(page, room.address, place);
        await page.waitForSelector(selector);
        if (place.startsWith("compare"))
          for (const number of [2, 3, 4, 5]) await step(page, "ArrowRight", number);
        assert.deepEqual(await complaints(page), []);
        mkdirSync(SCREENSHOTS, { recursive: true });
        await page.screenshot({ path: `${SCREENSHOTS}/room-${place.replaceAll("/", "-")}-${theme}.png` });
      });
    }
  }
});

/** Presses a key until the presentation has heard it: its listener comes with the frame after the one that draws it. */
async function step(page: Page, key: Key, number: number): Promise<void> {
  const there = () =>
    page.$eval("[data-part=step]", (line, wanted) => line.textContent?.includes(` ${wanted} `), number);
  while (!(await there())) {
    await press(page, key);
    await drawn(page);
  }
}

/** Waits until an element has the focus, and is on the screen. */
function holdsFocus(page: Page, selector: string): Promise<unknown> {
  return until(
    page,
    (wanted) => {
      const focused = document.activeElement;
      const { top, bottom } = focused?.getBoundingClientRect() ?? { top: -1, bottom: -1 };
      return focused?.matches(wanted) && top >= 0 && bottom <= innerHeight;
    },
    selector,
  );
}

/** What axe complains of, as rule and element. */
async function complaints(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = (await page.evaluate(() =>
    (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  )) as AxeResults;
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

test("there are lessons to look at", () => assert.ok(lessons().length >= 12));
