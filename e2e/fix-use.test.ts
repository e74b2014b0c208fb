// Around a fix: what leaves right after it, fixes that must not happen, and the ways to a fix by mouse and by keyboard.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "puppeteer-core";
import { clickPart, held, notHeld, part, readable, verdictIs } from "./bonton.ts";
import { answered, plant, withTap } from "./tap.ts";
import { until } from "./until.ts";
import {
  COMPOSER,
  compose,
  domText,
  lexicalText,
  press,
  sentTexts,
  waitForSends,
  waitForText,
} from "./whatsapp/driver.ts";
import { failureShown, fixWord, hoverWord, noCard, says, shownIn } from "./words.ts";

const FIX = "[data-part=card] [data-act=fix]";
const FAILED = "rien n’a été modifié";

withTap(({ name, open }) => {
  test("Enter right after a fix sends the fixed text, never the old", async () => {
    const page = await open();
    for (const count of [1, 2, 3]) {
      await compose(page, "Salut bjr à vous");
      await hoverWord(page, "bjr");
      await readable(page);
      await (await part(page, FIX)).hover();
      await page.mouse.down();
      await Promise.all([page.mouse.up(), press(page, "Enter")]);
      await sendAtLast(page, count);
      assert.deepEqual(new Set(await sentTexts(page)), new Set(["Salut bonjour à vous"]));
      await notHeld(page);
    }
  });

  test("an Enter within the fix itself sends nothing old", async () => {
    const page = await open();
    await compose(page, "Salut bjr à vous");
    await enterWithinInput(page);
    await fixWord(page, "bjr");
    await waitForText(page, "Salut bonjour à vous");
    assert.deepEqual(await sentTexts(page), []);
    await sendAtLast(page, 1);
    assert.deepEqual(await sentTexts(page), ["Salut bonjour à vous"]);
  });

  test("a fix out of the hold panel is what the next Enter sends", async () => {
    const page = await open();
    await compose(page, "Le mot de passe : Azerty2024 et à demain");
    await verdictIs(page, "warn");
    await press(page, "Enter");
    await held(page, "warn");
    await clickPart(page, "[data-part=hold] [data-act=fix]");
    await notHeld(page);
    const fixed = await lexicalText(page);
    assert.ok(!fixed.includes("Azerty"));
    await sendAtLast(page, 1);
    assert.deepEqual(await sentTexts(page), [fixed.trim()]);
  });

  test("two fixes in a row, then typing goes on at the caret", async () => {
    const page = await open();
    await compose(page, "bjr 😀 mdr et fin");
    await fixWord(page, "bjr");
    await fixWord(page, "mdr");
    await until(page, () => !window.__replica.lexicalText().includes("mdr"));
    await page.keyboard.type("x");
    await until(page, () => /^bonjour 😀 .*finx$/.test(window.__replica.lexicalText()));
    assert.equal(await domText(page), await lexicalText(page));
  });

  test("a fix a moment after a key", async (t) => {
    const page = await open();
    await compose(page, "un bjr");
    await hoverWord(page, "bjr");
    await readable(page);
    await (await part(page, FIX)).hover();
    await noteTimes(page);
    await Promise.all([page.keyboard.press(" "), page.mouse.down(), page.mouse.up()]);
    await waitForText(page, "un bonjour ");
    assert.equal(await domText(page), "un bonjour ");
    t.diagnostic(`${await page.evaluate("Math.round(window.clickedAt - window.typedAt)")} ms after the key`);
  });

  test("a fix of a text that has just changed is refused, and that is said", async () => {
    const page = await open();
    await compose(page, "Salut bjr à vous");
    await hoverWord(page, "bjr");
    await page.evaluate(() => {
      const change = () => window.__replica.setText("Salut à vous bjr");
      window.addEventListener("click", change, { capture: true, once: true });
    });
    await clickPart(page, FIX);
    await says(page, FAILED);
    await failureShown(page, FAILED);
    assert.equal(await lexicalText(page), "Salut à vous bjr");
    await noCard(page);
    await fixWord(page, "bjr");
    await waitForText(page, "Salut à vous bonjour");
  });

  test("a fix that the editor would make more of is taken back, and that is said", async () => {
    const page = await open({ chat: "Groupe Projet Atlas" });
    await mention(page);
    await plant(page, { words: "lle Mar", fix: "X" });
    await compose(page, "et vous");
    await answered(page);
    const before = await lexicalText(page);
    await hoverWord(page, "lle Mar");
    await clickPart(page, FIX);
    await says(page, FAILED);
    await failureShown(page, FAILED);
    assert.equal(await lexicalText(page), before);
    assert.equal(await domText(page), before);
  });

  test("what is typed while a fix fails is not taken back with it", async () => {
    const page = await open();
    await compose(page, "Salut bjr à vous");
    await hoverWord(page, "bjr");
    await page.evaluate(() => {
      const refuse = (event: InputEvent) => {
        if (event.inputType !== "insertReplacementText") return;
        event.preventDefault();
        event.stopImmediatePropagation();
        window.removeEventListener("beforeinput", refuse, true);
      };
      window.addEventListener("beforeinput", refuse, true);
    });
    const fix = await part(page, FIX);
    await readable(page);
    await fix.click();
    await press(page, "End");
    await page.keyboard.type(" tous");
    await failureShown(page, FAILED);
    assert.equal(await lexicalText(page), "Salut bjr à vous tous");
  });

  test("a fix out of the hold panel that is taken back ends the hold, and is told where it was", async () => {
    const page = await open({ chat: "Groupe Projet Atlas" });
    await mention(page);
    await plant(page, { words: "lle Mar", fix: "X", action: "warn" });
    await compose(page, "et vous");
    await verdictIs(page, "warn");
    await press(page, "Enter");
    await held(page, "warn");
    await clickPart(page, "[data-part=hold] [data-act=fix]");
    await failureShown(page, FAILED);
    await notHeld(page);
    assert.deepEqual(await sentTexts(page), []);
  });

  test("a fix that is refused in a hold that stays is told there", async () => {
    const page = await open();
    await compose(page, "Le mot de passe : Azerty2024");
    await verdictIs(page, "warn");
    await press(page, "Enter");
    await held(page, "warn");
    const composition = await pretendComposing(page);
    await clickPart(page, "[data-part=hold] [data-act=fix]");
    await until(page, shownIn, "[data-part=hold] .failed", FAILED);
    await composition.end();
    await held(page, "warn");
    await clickPart(page, "[data-part=hold] [data-act=fix]");
    await until(page, () => !window.__replica.lexicalText().includes("Azerty"));
    assert.deepEqual(await sentTexts(page), []);
  });

  test("no fix while an input method composes", async () => {
    const page = await open();
    await compose(page, "un bjr deux");
    const composition = name === "chrome" ? await composing(page) : await pretendComposing(page);
    const before = await lexicalText(page);
    await hoverWord(page, "bjr");
    await clickPart(page, FIX);
    await says(page, FAILED);
    await failureShown(page, FAILED);
    assert.equal(await lexicalText(page), before);
    await composition.end();
    await answered(page);
    await fixWord(page, "bjr");
    await waitForText(page, before.replace("bjr", "bonjour"));
  });
});

/** Begins a draft with a mention, of which the editor lets nothing be replaced but the whole. */
async function mention(page: Page): Promise<void> {
  await compose(page, "Salut @");
  await page.waitForSelector("#main [role=option]");
  await press(page, "Enter");
  await until(page, () => window.__replica.lexicalText().length > 8);
}

/** Presses Enter, as a user would whose first press may meet a check under way, until so many texts were sent. */
async function sendAtLast(page: Page, count: number): Promise<void> {
  await answered(page);
  await until(
    page,
    () =>
      document.querySelector("bonton-ui")?.shadowRoot?.querySelector<HTMLElement>("[data-part=chip]")?.dataset
        .state === "ready",
  );
  await readable(page);
  if ((await sentTexts(page)).length < count) await press(page, "Enter");
  await waitForSends(page, count);
}

/** Makes the page press Enter inside the next input event, before the editor has seen it, and at the DOM's next change. */
async function enterWithinInput(page: Page): Promise<void> {
  await page.$eval(COMPOSER, (root) => {
    const enter = () =>
      root.dispatchEvent(
        new KeyboardEvent("keydown", { key: "Enter", keyCode: 13, bubbles: true, cancelable: true }),
      );
    root.addEventListener("beforeinput", enter, { capture: true, once: true });
    const watch = new MutationObserver(() => {
      watch.disconnect();
      enter();
    });
    watch.observe(root, { childList: true, characterData: true, subtree: true });
  });
}

/** Notes when the last key and the last click came. */
async function noteTimes(page: Page): Promise<void> {
  await page.evaluate(() => {
    const note = (name: string) => () => Object.assign(window, { [name]: performance.now() });
    window.addEventListener("keydown", note("typedAt"), true);
    window.addEventListener("click", note("clickedAt"), true);
  });
}

interface Composition {
  end(): Promise<void>;
}

async function composing(page: Page): Promise<Composition> {
  const session = await page.createCDPSession();
  await session.send("Input.imeSetComposition", { text: " にほ", selectionStart: 3, selectionEnd: 3 });
  await until(page, () => window.__replica.lexicalText().includes("にほ"));
  return { end: () => session.send("Input.insertText", { text: " にほ" }) };
}

/** Firefox has no input method under automation: its events alone, in a line, where the editor does not look. */
async function pretendComposing(page: Page): Promise<Composition> {
  const tell = (event: string) =>
    page.$eval(`${COMPOSER} > p`, (line, type) => void line.dispatchEvent(new CompositionEvent(type)), event);
  await tell("compositionstart");
  return { end: () => tell("compositionend") };
}
