import assert from "node:assert/strict";
import { test } from "node:test";
import {
  COMPOSER,
  compose,
  domText,
  lexicalText,
  paste,
  press,
  selectionOf,
  sentTexts,
  waitForText,
} from "./driver.ts";
import { eachBrowser } from "./each.ts";

const FAMILY = "👨‍👩‍👧";

eachBrowser(({ name, open }) => {
  test("an emoji is one token of real text in nested spans", async () => {
    const page = await open();
    await compose(page, `Salut ${FAMILY}😀 !`);
    const draft = `Salut ${FAMILY}😀 !`;
    assert.equal(await lexicalText(page), draft);
    assert.equal(await domText(page), draft);
    const emoji = await page.$$eval(`${COMPOSER} .emoji`, (all) =>
      all.map((one) => one.querySelector("span")?.textContent),
    );
    assert.deepEqual(emoji, [FAMILY, "😀"]);
    assert.equal((await page.$$(`${COMPOSER} img`)).length, 0);
    await press(page, "Enter");
    assert.deepEqual(await sentTexts(page), [draft]);
  });

  test("Backspace removes a whole family", async () => {
    const page = await open();
    await compose(page, `a${FAMILY}`);
    await press(page, "Backspace");
    await waitForText(page, "a");
    assert.equal(await domText(page), "a");
  });

  test(":D becomes an emoji only where the setting says so", async () => {
    const page = await open();
    await compose(page, "Ha :D");
    assert.equal(await lexicalText(page), "Ha :D");
    await open({ textToEmoji: true });
    await compose(page, "Ha :D !");
    assert.equal(await lexicalText(page), "Ha 😀 !");
    assert.equal(await domText(page), "Ha 😀 !");
  });

  test("pasted lines become paragraphs, asynchronously", async () => {
    const page = await open({ pasteDelay: 30 });
    await compose(page, "début ");
    await paste(page, { data: { "text/plain": "un\r\ndeux\n\n😀 trois", "text/html": "<b>un</b>" } });
    assert.equal(await lexicalText(page), "début ");
    await waitForText(page, "début un\ndeux\n\n😀 trois");
    assert.equal(await domText(page), "début un\ndeux\n\n😀 trois");
    assert.equal((await page.$$(`${COMPOSER} > p`)).length, 4);
  });

  test("the page's own clipboard type comes first", async () => {
    const page = await open();
    await compose(page, "");
    await paste(page, {
      data: { "text/plain": "simple", "application/x-replica-draft": '{"text":"propre"}' },
    });
    await waitForText(page, "propre");
  });

  test("pasted files open the caption overlay and take the draft along; Office HTML does not", async () => {
    const page = await open();
    await compose(page, "brouillon");
    await paste(page, { data: { "text/plain": "x" }, files: ["photo.png"] });
    assert.equal(await lexicalText(page, "caption"), "brouillon");
    assert.equal(await lexicalText(page), "");
    await open();
    await compose(page, "a ");
    const office = '<html xmlns:o="urn:schemas-microsoft-com:office:office">';
    await paste(page, { data: { "text/plain": "tableau", "text/html": office }, files: ["image.png"] });
    await waitForText(page, "a tableau");
  });

  test("cut removes, undo brings back", async () => {
    const page = await open();
    await compose(page, "un\ndeux");
    await page.evaluate(() => window.__replica.select(1, 5));
    const cut = await page.evaluate(() => {
      const event = new ClipboardEvent("cut", {
        clipboardData: new DataTransfer(),
        bubbles: true,
        cancelable: true,
      });
      document.activeElement?.dispatchEvent(event);
      return event.clipboardData?.getData("text/plain");
    });
    assert.equal(cut, "n\nde");
    await waitForText(page, "uux");
    await page.evaluate(() => window.__replica.undo());
    await waitForText(page, "un\ndeux");
    assert.equal(await domText(page), "un\ndeux");
  });

  test("beforeinput insertReplacementText with a target range replaces one word", async () => {
    const page = await open();
    await compose(page, "Bonjour 😀 tout le monde");
    await page.$eval(COMPOSER, (root) => {
      const text = root.querySelector("p")?.lastChild?.firstChild;
      if (!text) throw new Error("no text");
      const range = document.createRange();
      range.setStart(text, 1);
      range.setEnd(text, 5);
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
      const targetRanges = [new StaticRange(range)];
      const init = {
        inputType: "insertReplacementText",
        data: "chacun",
        targetRanges,
        bubbles: true,
        cancelable: true,
      };
      root.dispatchEvent(new InputEvent("beforeinput", init));
    });
    await waitForText(page, "Bonjour 😀 chacun le monde");
    assert.deepEqual(await selectionOf(page), { anchor: 17, focus: 17 });
  });

  if (name === "chrome") {
    test("a composition is not sent by its Enter, the next one sends", async () => {
      const page = await open();
      await compose(page, "");
      const session = await page.createCDPSession();
      await session.send("Input.imeSetComposition", { text: "にほん", selectionStart: 3, selectionEnd: 3 });
      await waitForText(page, "にほん");
      const enter = { key: "Process", code: "Enter", windowsVirtualKeyCode: 229 };
      await session.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...enter });
      await session.send("Input.insertText", { text: "日本" });
      await session.send("Input.dispatchKeyEvent", { type: "keyUp", ...enter });
      await waitForText(page, "日本");
      assert.deepEqual(await sentTexts(page), []);
      assert.equal(await domText(page), "日本");
      await press(page, "Enter");
      assert.deepEqual(await sentTexts(page), ["日本"]);
    });

    test("a real copy and paste keeps the lines", async () => {
      const page = await open();
      await compose(page, "un\ndeux");
      await page.keyboard.press("a", { commands: ["SelectAll"] });
      await page.keyboard.press("c", { commands: ["Copy"] });
      await press(page, "End", ["Control"]);
      await page.keyboard.press("v", { commands: ["Paste"] });
      await page.waitForFunction(() => window.__replica.lexicalText().includes("deuxun"));
      assert.equal(await domText(page), await lexicalText(page));
    });
  }
});
