import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "puppeteer-core";
import { until } from "../until.ts";
import {
  COMPOSER,
  compose,
  domText,
  lexicalText,
  paste,
  press,
  selectionOf,
  sentTexts,
  typeOut,
  waitForText,
} from "./driver.ts";
import { eachBrowser } from "./each.ts";

interface Replacement {
  from: number;
  to: number;
  text: string;
  by: "data" | "transfer";
}

/** Replaces a range of the first line's last text node, by the event a spelling fix makes. */
async function replaceTail(page: Page, replacement: Replacement): Promise<void> {
  await page.$eval(
    COMPOSER,
    (root, { from, to, text, by }) => {
      const node = root.querySelector("p")?.lastChild?.firstChild;
      if (!node) throw new Error("no text");
      const range = document.createRange();
      range.setStart(node, from);
      range.setEnd(node, to);
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
      const dataTransfer = new DataTransfer();
      dataTransfer.setData("text/plain", text);
      const how = by === "data" ? { data: text } : { dataTransfer };
      const targetRanges = [new StaticRange(range)];
      const init = {
        inputType: "insertReplacementText",
        targetRanges,
        bubbles: true,
        cancelable: true,
        ...how,
      };
      root.dispatchEvent(new InputEvent("beforeinput", init));
    },
    replacement,
  );
}

const FAMILY = "👨‍👩‍👧";

eachBrowser(({ name, open }) => {
  test("an emoji is one token of real text in nested spans", async () => {
    const page = await open();
    await typeOut(page, `Salut ${FAMILY}😀 !`);
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
    await typeOut(page, "Ha :D");
    assert.equal(await lexicalText(page), "Ha :D");
    await open({ textToEmoji: true });
    await typeOut(page, "Ha :D !");
    assert.equal(await lexicalText(page), "Ha 😀 !");
    assert.equal(await domText(page), "Ha 😀 !");
  });

  test("pasted lines become paragraphs, asynchronously", async () => {
    const page = await open({ pasteDelay: 30 });
    await compose(page, "début ");
    const data = { "text/plain": "un\r\ndeux\n\n😀 trois", "text/html": "<b>un</b>" };
    assert.equal(await paste(page, { data }), "début ");
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
    await replaceTail(page, { from: 1, to: 5, text: "chacun", by: "data" });
    await waitForText(page, "Bonjour 😀 chacun le monde");
    assert.deepEqual(await selectionOf(page), { anchor: 17, focus: 17 });
  });

  test("newlines of insertReplacementText stay inside one paragraph, as text or as <br>", async () => {
    const page = await open();
    for (const [by, html] of [
      ["data", "a\nb"],
      ["transfer", "a</span><br>"],
    ] as const) {
      await page.evaluate(() => window.__replica.setText("😀 mot"));
      await compose(page, "");
      await replaceTail(page, { from: 1, to: 4, text: "a\nb", by });
      await waitForText(page, "😀 a\nb");
      assert.equal(await domText(page), "😀 a\nb");
      assert.equal((await page.$$(`${COMPOSER} > p`)).length, 1);
      assert.ok((await page.$eval(COMPOSER, (root) => root.innerHTML)).includes(html));
    }
  });

  test("a <br> at the end of a line is there for its height, not a newline", async () => {
    const page = await open();
    await compose(page, "😀 mot");
    await replaceTail(page, { from: 1, to: 4, text: "a\n", by: "transfer" });
    await waitForText(page, "😀 a\n");
    assert.equal((await page.$$(`${COMPOSER} > p > br`)).length, 2);
    assert.equal(await domText(page), "😀 a\n");
  });

  test("files dropped on the chat open the caption overlay too", async () => {
    const page = await open();
    await compose(page, "avec photo");
    await page.$eval(COMPOSER, (root) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(["x"], "photo.png", { type: "image/png" }));
      root.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
    });
    assert.equal(await lexicalText(page, "caption"), "avec photo");
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
      await until(page, () => window.__replica.lexicalText().includes("deuxun"));
      assert.equal(await domText(page), await lexicalText(page));
    });
  }
});
