// A session from its start to what is printed; and that nothing of it stays anywhere.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { after, before, test } from "node:test";
import type { Page } from "puppeteer-core";
import { SCREENSHOTS, verdictIs } from "../bonton.ts";
import { eachBrowser } from "../each.ts";
import { COMPOSER, press } from "../whatsapp/driver.ts";
import { enter, go, lessons, type ServedRoom, serveRoom, shows, write } from "./room.ts";

eachBrowser(({ name, page: only }) => {
  let room: ServedRoom;
  before(async () => {
    room = await serveRoom();
  });
  after(() => room?.stop());

  test("two rounds, a sheet, a certificate", async () => {
    const page = await only();
    const [first, second] = lessons();
    assert.ok(first && second);
    await enter(page, room.address, "session");
    await page.click(".ticks input:checked");
    await go(page, "guides", ".guide h1");
    await go(page, "session", ".ticks input:not(:checked)");
    await page.click(".ticks input:not(:checked)");
    await page.click("[data-act=begin]");
    for (const lesson of [first, second]) {
      await page.waitForSelector(`[data-lesson="${lesson.id}"]`);
      await write(page, COMPOSER, lesson.model.fr);
      await verdictIs(page, "clean");
      await press(page, "Enter");
      await page.waitForSelector("[data-part=outcome]");
      await shows(page, "[data-part=outcome] output", "100");
      await page.click("[data-act=onward]");
    }
    await page.click("[data-act=end]");
    await shows(page, "[data-part=sheet] h2", second.title.fr);
    await print(page, "sheet");
    await page.click("[data-act=certificate]");
    await page.type("[data-part=certificate] input", "Hélène Faure");
    await shows(page, "[data-part=certificate] .who", "Hélène Faure");
    await print(page, "certificate");
    await go(page, "guides", ".guide h1");
    await go(page, "session", "[data-part=certificate]");
    await shows(page, "[data-part=certificate] .who", "Hélène Faure");
  });

  test("nothing is kept: neither storage nor cookies hold a word, and a new load knows of no session", async () => {
    const page = await only();
    const kept = await page.evaluate(async () => {
      const databases = (await indexedDB.databases()).map(({ name }) => name);
      return {
        local: localStorage.length,
        session: sessionStorage.length,
        cookie: document.cookie,
        databases,
      };
    });
    assert.deepEqual({ ...kept, databases: [] }, { local: 0, session: 0, cookie: "", databases: [] });
    assert.deepEqual(
      kept.databases.filter((each) => each !== "bundle"), // the rules in force are looked for there, and it is empty
      [],
    );
    await page.reload();
    await page.waitForSelector("[data-act=begin]");
  });

  test("as the guide goes: a scenario on its own, then Session, Finish, and the sheet has its message", async () => {
    const page = await only();
    const lesson = lessons()[0];
    assert.ok(lesson);
    await enter(page, room.address, `practice/${lesson.id}`);
    await write(page, COMPOSER, lesson.model.fr);
    await verdictIs(page, "clean");
    await press(page, "Enter");
    await page.waitForSelector("[data-part=outcome]");
    await go(page, "session", "[data-part=practised] [data-act=end]");
    await page.click("[data-act=end]");
    await shows(page, "[data-part=sheet] h2", lesson.title.fr);
    await shows(page, "[data-part=sheet] blockquote", lesson.model.fr);
    await page.click("[data-act=restart]");
    await page.waitForSelector("[data-act=begin]");
    assert.equal(await page.$("[data-part=practised]"), null);
  });

  /** The page as paper: controls are not on it. */
  async function print(page: Page, what: string): Promise<void> {
    if (name !== "chrome") return; // Firefox has no PDF over this protocol without its own print settings
    mkdirSync(SCREENSHOTS, { recursive: true });
    await page.emulateMediaType("print");
    const controls = await page.$$eval(
      "button, nav",
      (all) => all.filter((each) => each.checkVisibility()).length,
    );
    assert.equal(controls, 0);
    const pdf = await page.pdf({ path: `${SCREENSHOTS}/room-${what}.pdf`, preferCSSPageSize: true });
    await page.emulateMediaType();
    assert.ok(pdf.length > 5_000);
  }
});
