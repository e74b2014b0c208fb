import assert from "node:assert/strict";
import { test } from "node:test";
import {
  COMPOSER,
  compose,
  domText,
  type Key,
  lexicalText,
  press,
  selectionOf,
  sends,
  sentTexts,
  typeLines,
  typeOut,
  waitForText,
} from "./driver.ts";
import { eachBrowser } from "./each.ts";

eachBrowser(({ name, open }) => {
  test("a typed line is sent by Enter, trusted, from Lexical's state", async () => {
    const page = await open();
    await typeOut(page, "Bonjour à tous");
    assert.equal(await domText(page), "Bonjour à tous");
    await press(page, "Enter");
    const [send, ...more] = await sends(page);
    assert.deepEqual(more, []);
    assert.ok(send && send.at > 0);
    const { at: _, ...known } = send;
    assert.deepEqual(known, {
      path: "enter",
      by: "enter",
      text: "Bonjour à tous",
      trusted: true,
      chat: "Camille Martin",
      surface: "composer",
    });
    assert.equal(await lexicalText(page), "");
    assert.match(await page.$eval("#main", (main) => main.textContent ?? ""), /Bonjour à tous/);
  });

  test("every line is a paragraph, and both readings agree", async () => {
    const page = await open();
    const draft = "Première ligne\n\nDeuxième\n  suite";
    await typeOut(page, draft);
    assert.equal(await lexicalText(page), draft);
    assert.equal(await domText(page), draft);
    const lines = await page.$$eval(`${COMPOSER} > p`, (all) =>
      all.map((p) => p.querySelector("br") !== null),
    );
    assert.deepEqual(lines, [false, true, false, false]);
    await press(page, "Enter");
    assert.deepEqual(await sentTexts(page), [draft]);
  });

  test("a send is trimmed, and blank drafts are not sent", async () => {
    const page = await open();
    await compose(page, "  ");
    await press(page, "Enter");
    await typeLines(page, "oui\n\n ");
    await press(page, "Enter");
    assert.deepEqual(await sentTexts(page), ["oui"]);
  });

  for (const held of ["Control", "Alt", "Shift"] as const) {
    test(`with "Enter is send", ${held}+Enter breaks the line`, async () => {
      const page = await open();
      await compose(page, "un");
      await press(page, "Enter", [held]);
      await page.keyboard.type("deux");
      assert.equal(await lexicalText(page), "un\ndeux");
      assert.deepEqual(await sentTexts(page), []);
    });
  }

  test('with "Enter is send", Meta+Enter sends', async () => {
    const page = await open();
    await compose(page, "un");
    await press(page, "Enter", ["Meta"]);
    assert.deepEqual(await sentTexts(page), ["un"]);
  });

  test("NumpadEnter sends", async () => {
    const page = await open();
    await compose(page, "un");
    // Puppeteer has no name for the key in Firefox; WebDriver's own code goes through.
    await press(page, name === "firefox" ? ("\uE007" as Key) : "NumpadEnter");
    assert.deepEqual(await sentTexts(page), ["un"]);
  });

  test('without "Enter is send", Enter breaks the line and each modifier sends', async () => {
    const page = await open({ enterIsSend: false });
    for (const held of ["Control", "Alt", "Shift", "Meta"] as const) {
      await compose(page, held);
      await press(page, "Enter");
      await page.keyboard.type("fin");
      assert.equal(await lexicalText(page), `${held}\nfin`);
      await press(page, "Enter", [held]);
    }
    assert.deepEqual(await sentTexts(page), ["Control\nfin", "Alt\nfin", "Shift\nfin", "Meta\nfin"]);
  });

  test("these browsers say that they are driven, which turns some extensions' marks off", async () => {
    const page = await open();
    assert.equal(await page.evaluate(() => navigator.webdriver), true);
  });

  test("a synthetic Enter sends too, and is logged as untrusted", async () => {
    const page = await open();
    await compose(page, "robot");
    await page.$eval(COMPOSER, (root) =>
      root.dispatchEvent(
        new KeyboardEvent("keydown", {
          key: "Enter",
          code: "Enter",
          keyCode: 13,
          bubbles: true,
          cancelable: true,
        }),
      ),
    );
    const [send] = await sends(page);
    assert.equal(send?.trusted, false);
    assert.equal(send?.text, "robot");
  });

  test("undo takes a typed word back", async () => {
    const page = await open();
    await compose(page, "garder");
    await page.evaluate(() => window.__replica.quickReply(" jeter"));
    await waitForText(page, "garder jeter");
    await press(page, "z", ["Control"]);
    await waitForText(page, "garder");
    assert.equal(await domText(page), "garder");
  });

  test("the caret of the state is told in text offsets", async () => {
    const page = await open();
    await compose(page, "ab\ncd");
    assert.deepEqual(await selectionOf(page), { anchor: 5, focus: 5 });
    await page.evaluate(() => window.__replica.select(1, 4));
    assert.deepEqual(await selectionOf(page), { anchor: 1, focus: 4 });
    await page.keyboard.type("X");
    assert.equal(await lexicalText(page), "aXd");
  });

  test("a DOM edit made just after a key is not what is sent", async () => {
    const page = await open();
    await compose(page, "ancien");
    await page.$eval(COMPOSER, (root) => {
      const text = document.createTreeWalker(root, NodeFilter.SHOW_TEXT).nextNode();
      if (text !== null) text.nodeValue = "nouveau";
      root.dispatchEvent(
        new KeyboardEvent("keydown", { key: "Enter", keyCode: 13, bubbles: true, cancelable: true }),
      );
    });
    assert.deepEqual(await sentTexts(page), ["ancien"]);
  });

  test("characters typed elsewhere go to the composer; Enter there only by option", async () => {
    for (const enterAnywhere of [false, true]) {
      const page = await open({ enterAnywhere });
      const blur = () => page.evaluate(() => (document.activeElement as HTMLElement).blur());
      await blur();
      await page.keyboard.type("allô");
      await waitForText(page, "allô");
      await blur();
      await press(page, "Enter");
      const got = (await sends(page)).map((send) => [send.path, send.trusted]);
      assert.deepEqual(got, enterAnywhere ? [["internal", true]] : []);
    }
  });
});
