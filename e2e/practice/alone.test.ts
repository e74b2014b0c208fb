// The room as a site on its own: without a network, with a lesson that cannot be read, with rules that nobody signed; and the
// same room as a page of the extension.
import assert from "node:assert/strict";
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { part, verdictIs, withExtension } from "../bonton.ts";
import { eachBrowser } from "../each.ts";
import { openOwnPage, ownOrigin } from "../own-pages.ts";
import { until } from "../until.ts";
import { COMPOSER, press } from "../whatsapp/driver.ts";
import { enter, go, lessons, serveRoom, shows, write } from "./room.ts";

const LESSON = "complaint/angry-customer";
const model = lessons().find(({ id }) => id === LESSON)?.model.fr ?? "";

eachBrowser(({ name, page: only }) => {
  test("the site says whose signature it verified", async () => {
    const room = await serveRoom();
    const page = await only();
    await enter(page, room.address, "scenarios");
    await page.waitForSelector("[data-part=trust][data-state=verified]");
    await shows(page, "[data-part=trust]", "signature de développement");
    room.stop();
  });

  test("with the server gone the whole room works: it is loaded by its other name, checks, answers, and tells reasons", async () => {
    const room = await serveRoom();
    const page = await only();
    await enter(page, room.address, "scenarios");
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    room.stop();
    await page.goto(`${room.address}index.html`);
    await enter(page, room.address, `practice/${LESSON}`);
    await write(page, COMPOSER, "Calmez-vous, ça arrive à tout le monde.");
    await verdictIs(page, "note");
    await press(page, "Enter");
    await page.waitForSelector("[data-part=outcome] [data-rule] .why");
    await page.waitForSelector("[data-part=trust][data-state=verified]");
  });

  test("a lesson that cannot be read is named, the others work; and files that nobody signed are said to be so", async () => {
    const site = copy("unsigned");
    const path = `${site}/engine/lessons.json`;
    const file = JSON.parse(readFileSync(path, "utf8"));
    file.lessons[0].model = { fr: "…" };
    writeFileSync(path, JSON.stringify(file));
    const room = await serveRoom(site);
    const page = await only();
    await enter(page, room.address, "scenarios");
    await shows(page, "[data-part=broken]", file.lessons[0].id);
    assert.equal((await page.$$(".cards [data-lesson]")).length, file.lessons.length - 1);
    await page.waitForSelector("[data-part=trust][data-state=failed][role=alert]");
    await shows(page, "[data-part=trust]", "engine/lessons.json");
    room.stop();
    rmSync(site, { recursive: true });
  });

  test("a room whose engine cannot begin says so, calls no message good, and its lessons and guides are there", async () => {
    const site = copy("without-engine");
    writeFileSync(`${site}/engine/linter-worker.js`, "throw new Error('of the test');");
    const room = await serveRoom(site);
    const page = await only();
    await page.goto(room.address);
    await page.waitForSelector("[data-part=trust][data-engine=failed][role=alert]");
    await page.waitForSelector(".cards [data-lesson]");
    await go(page, `practice/${LESSON}`, COMPOSER);
    await write(page, COMPOSER, "Calmez-vous, ça arrive à tout le monde.");
    await press(page, "Enter");
    await page.waitForSelector("[data-part=outcome][data-verdict=unknown]");
    assert.equal(await page.$("[data-part=outcome] output"), null, "what nobody checked has a score");
    assert.equal(await page.$(".writing"), null, "what nobody checked is answered");
    await go(page, "guides", ".guide h1");
    room.stop();
    rmSync(site, { recursive: true });
  });

  test("a message is justified with the company's own reasons, in the language that the room was switched to", async () => {
    const site = copy("reasons");
    const path = `${site}/engine/rules.json`;
    const reasons = [{ en: "Our own account", fr: "Notre propre compte", id: "own" }];
    const rules = readFileSync(path, "utf8"); // whose keys are in order
    writeFileSync(path, rules.replace('"rules":', `"reasons":${JSON.stringify(reasons)},"rules":`));
    const room = await serveRoom(site);
    const page = await only();
    await enter(page, room.address, `practice/${LESSON}`, "fr");
    await page.click("[data-act=language]");
    await write(page, COMPOSER, "Hello Ms Bennett, here is my IBAN: FR76 3000 6000 0112 3456 7890 189");
    await verdictIs(page, "justify");
    await press(page, "Enter");
    const reason = await part(page, "[data-act=justify]");
    assert.match(await reason.evaluate((button) => button.textContent ?? ""), /Our own account/);
    room.stop();
    rmSync(site, { recursive: true });
  });

  /** A copy of the built site to take something away from. */
  function copy(flaw: string): string {
    const site = `dist/test/room-${name}-${flaw}`;
    cpSync("dist/practice", site, { recursive: true });
    return site;
  }
});

withExtension(
  ({ open }) => {
    test("the extension opens the same room, with the rules in force", async () => {
      const tab = await open();
      const page = await tab.browser().newPage();
      const address = `${await ownOrigin(tab)}/practice/`;
      const errors: string[] = [];
      page.on("pageerror", (error) => errors.push(String(error)));
      page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
      await page.goto(`${address}index.html`);
      await enter(page, address, `practice/${LESSON}`);
      await write(page, COMPOSER, model);
      await verdictIs(page, "clean");
      await press(page, "Enter");
      await page.waitForSelector("[data-part=outcome][data-verdict=clean]");
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("the room speaks the language that was chosen for Bonton, until another is chosen here, which a reload keeps", async () => {
      const tab = await open();
      const options = await openOwnPage(tab.browser(), "options", await ownOrigin(tab));
      await options.bringToFront();
      await options.select("select[name=locale]", "de"); // whose room is the English one
      await until(options, () => document.documentElement.lang === "de");
      const page = await tab.browser().newPage();
      await page.goto(`${await ownOrigin(tab)}/practice/index.html`);
      await page.waitForSelector("html[lang=en] [data-act=language]");
      await page.click("[data-act=language]");
      await page.click("[data-act=present]");
      await page.waitForSelector("html[lang=fr].large");
      await page.reload();
      await page.waitForSelector("html[lang=fr].large [data-act=language]");
      await options.select("select[name=locale]", "");
      await options.close();
      await page.close();
    });
  },
  ["chrome"],
);
