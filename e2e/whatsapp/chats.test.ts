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
  sentTexts,
  typeOut,
  waitForText,
} from "./driver.ts";
import { eachBrowser } from "./each.ts";

eachBrowser(({ open }) => {
  test("a draft is saved shortly after a change, and comes back with its chat", async () => {
    const page = await open();
    await compose(page, "pour Camille\n😀 fin");
    await until(page, () => window.__replica.draftOf("Camille Martin") === "pour Camille\n😀 fin");
    await page.$eval(COMPOSER, (root) => root.setAttribute("data-old", ""));
    await page.evaluate(() => window.__replica.switchChat("Groupe Projet Atlas"));
    assert.equal(await lexicalText(page), "");
    await page.keyboard.type("pour le groupe");
    await page.click(`#pane-side span[title="Camille Martin"]`);
    assert.equal(await lexicalText(page), "pour Camille\n😀 fin");
    assert.equal(await domText(page), "pour Camille\n😀 fin");
    assert.equal(await page.$("[data-old]"), null);
    await press(page, "Enter");
    assert.deepEqual(
      (await sends(page)).map((send) => [send.chat, send.text]),
      [["Camille Martin", "pour Camille\n😀 fin"]],
    );
    assert.equal(
      await page.evaluate(() => window.__replica.draftOf("Groupe Projet Atlas")),
      "pour le groupe",
    );
  });

  test("a draft left before the delay is saved on unmount", async () => {
    const page = await open({ draftSaveDelay: 600_000 });
    await compose(page, "vite");
    await page.evaluate(() => {
      window.__replica.switchChat("Karim Haddad");
      window.__replica.switchChat("Camille Martin");
    });
    assert.equal(await lexicalText(page), "vite");
  });

  test("the editor can be rebuilt under the same chat", async () => {
    const page = await open();
    await compose(page, "toujours là");
    const before = await page.$(COMPOSER);
    await page.evaluate(() => window.__replica.rebuildEditor());
    assert.equal(await before?.evaluate((root) => root.isConnected), false);
    assert.equal(await lexicalText(page), "toujours là");
    await compose(page, "");
    await press(page, "Enter");
    assert.deepEqual(await sentTexts(page), ["toujours là"]);
  });

  test("the draft also changes with no typing", async () => {
    const page = await open({ initialText: "depuis un lien" });
    assert.equal(await lexicalText(page), "depuis un lien");
    await page.evaluate(() => window.__replica.quickReply(" puis\nréponse"));
    assert.equal(await lexicalText(page), "depuis un lien puis\nréponse");
    await page.evaluate(() => window.__replica.aiRewrite("réécrit"));
    await waitForText(page, "réécrit");
    assert.equal(await domText(page), "réécrit");
  });

  test("the composer's name tells groups from the rest", async () => {
    const page = await open({ locale: "en", chat: "Groupe Projet Atlas" });
    const label = () => page.$eval(COMPOSER, (root) => root.getAttribute("aria-label"));
    assert.equal(await label(), "Type a message to group Groupe Projet Atlas");
    assert.ok(await page.$('[data-testid="author"]'));
    await page.evaluate(() => window.__replica.switchChat("+33 6 39 98 00 21"));
    assert.equal(await label(), "Type a message to +33 6 39 98 00 21");
  });

  for (const activeDescendant of [true, false]) {
    for (const [typed, drawn] of [
      ["bien :sou", "bien 🙂 "],
      ["avec @kar", "avec @Karim Haddad "],
      ["/mer", "Merci pour votre message, je reviens vers vous dans la journée. "],
    ] as const) {
      const how = activeDescendant ? "with" : "without";
      test(`a list takes Enter before the send rule: ${typed}, ${how} aria-activedescendant`, async () => {
        const page = await open({ chat: "Groupe Projet Atlas", activeDescendant });
        await compose(page, typed);
        await page.waitForSelector("#emoji-suggestion[role=listbox] [role=option][aria-selected=true]");
        const active = await page.$eval(COMPOSER, (root) => root.getAttribute("aria-activedescendant"));
        assert.equal(active, activeDescendant ? "suggestion-0" : null);
        await press(page, "Enter");
        await waitForText(page, drawn);
        assert.equal(await domText(page), drawn);
        assert.deepEqual(await sentTexts(page), []);
        assert.equal(await page.$("#emoji-suggestion"), null);
        await press(page, "Enter");
        assert.deepEqual(await sentTexts(page), [drawn.trim()]);
      });
    }
  }

  test("Escape closes a list, and Enter sends again", async () => {
    const page = await open();
    await typeOut(page, "bien :sou");
    await page.waitForSelector("#emoji-suggestion");
    await press(page, "Escape");
    await press(page, "Enter");
    assert.deepEqual(await sentTexts(page), ["bien :sou"]);
  });
});
