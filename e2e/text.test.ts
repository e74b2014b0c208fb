// What the engine reads is what WhatsApp would send, to the last code unit, whatever is in the draft.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "puppeteer-core";
import { answered, bothTexts, withTap } from "./tap.ts";
import { until } from "./until.ts";
import { COMPOSER, compose, lexicalText, paste, press, typeOut, waitForSends } from "./whatsapp/driver.ts";
import type { PartialOptions } from "./whatsapp/options.ts";
import { assertUnderlined, underlines } from "./words.ts";

/** The flagged word; it stands last in each draft, so that its offsets tell whether all before it was read rightly. */
const WORD = "connard";

/** Drafts as the app itself may put them there. "lone" stands for a lone surrogate, which no wire would carry. */
const drafts: Record<string, string> = {
  "one line": "Bonjour",
  lines: "un\ndeux\n\n\nquatre",
  "blank lines in front": "\n\n  un",
  "leading spaces and tabs": "  \t un",
  "skin tones": "👍🏽👍🏿 ok 🧑🏻‍🦰\n👋🏾",
  "families and professions": "👨‍👩‍👧‍👦 et 👩🏽‍🚀\n🏳️‍🌈 ❤️‍🔥",
  flags: "🇫🇷🇪🇸 🏴󠁧󠁢󠁥󠁮󠁧󠁿\n🇧🇷",
  keycaps: "1️⃣ puis #️⃣ ☎️",
  "formatting marks": "*gras* _it_ ~x~ `c` ```b```\n- puce\n1. un\n> cité",
  "zero-width characters": "a\u200bb\u200cc\u200dd\u2060e\ufefff \u200e\u200f",
  "a joiner at each end": "\u200dà\u200d",
  "combining accents": "e\u0301te\u0301 n\u0303 \u0915\u094d\u0937",
  "non-breaking spaces": "20\u00a0h\u202f30\u3000fin",
  hebrew: "שלום, המשלוח יצא היום",
  arabic: "مرحبا، تم شحن طلبك اليوم ٣٠",
  "mixed directions": "Client: שלום 123 (abc) \u2067تم\u2069 fin",
  "a lone high surrogate": "un lone-high deux",
  "a lone low surrogate": "lone-low\nun",
  "a carriage return": "un\rdeux\u2028trois\u0085",
};

/** Puts a draft there as the app would. */
async function put(page: Page, text: string): Promise<void> {
  await page.evaluate((draft) => {
    const whole = draft.replace("lone-high", "\ud83d").replace("lone-low", "\ude00");
    window.__replica.setText(whole);
    window.__replica.focus();
  }, text);
}

/** Asserts that the engine was asked about exactly what would be sent, and that the word is found where it stands. */
async function assertRead(page: Page): Promise<void> {
  await answered(page);
  const { engine, lexical } = await bothTexts(page);
  assert.equal(engine, lexical);
  await underlines(page, "warn", WORD);
  await assertUnderlined(page, "warn", WORD);
}

const pages: Record<string, PartialOptions> = {
  "left to right": {},
  hebrew: { locale: "he" },
  "arabic, older lines": { locale: "ar", paragraphDir: "computed" },
};

withTap(({ name, open }) => {
  for (const [where, options] of Object.entries(pages)) {
    test(`${where} page: every draft is read as it would be sent`, async (t) => {
      const page = await open(options);
      for (const [what, text] of Object.entries(drafts)) {
        await t.test(what, async () => {
          await put(page, `${text} ${WORD}`);
          await assertRead(page);
          await put(page, `${text}\n${WORD}  \n\n`);
          await assertRead(page);
        });
      }
    });
  }

  test("a typed draft with emoji and lines is read as it would be sent", async () => {
    const page = await open();
    for (const [index, line] of ["  😀 un 👨‍👩‍👧", "", "🇫🇷 👍🏽 deux", `${WORD} `].entries()) {
      await answered(page); // whether Enter sends is not learnt yet, so line breaks wait for the check
      if (index > 0) await press(page, "Enter", ["Shift"]);
      await typeOut(page, line);
    }
    assert.equal(await lexicalText(page), `  😀 un 👨‍👩‍👧\n\n🇫🇷 👍🏽 deux\n${WORD} `);
    await assertRead(page);
  });

  test("emoticons that become emoji under the hands", async () => {
    const page = await open({ textToEmoji: true });
    await typeOut(page, `Ha :D oui :D ${WORD}`);
    await assertRead(page);
    assert.ok((await lexicalText(page)).includes("😀"));
  });

  test("a pasted text with carriage returns", async () => {
    const page = await open();
    await compose(page, "début ");
    await paste(page, { data: { "text/plain": `un\r\n\r\ndeux 😀\r\n${WORD}\r\n` } });
    await until(page, (word) => window.__replica.lexicalText().includes(word), WORD);
    await assertRead(page);
  });

  test("a mention beside emoji", async () => {
    const page = await open({ chat: "Groupe Projet Atlas" });
    await compose(page, "@");
    await page.waitForSelector("#main [role=option]");
    await press(page, "Enter");
    await until(page, () => window.__replica.lexicalText().length > 2);
    await compose(page, ` 😀 ${WORD}`);
    await assertRead(page);
    assert.match(await lexicalText(page), /^@\S/);
  });

  test("line breaks that inserts with a DataTransfer leave", async () => {
    const page = await open();
    for (const text of ["a\nb", "a\n", "a\n\nb\n"]) {
      await put(page, `😀 ici ${WORD}`);
      await replaceByTransfer(page, "ici", text);
      await until(page, (wanted) => window.__replica.lexicalText().includes(wanted), `${text} `);
      await assertRead(page);
      await put(page, `${WORD}\n😀 ici`);
      await replaceByTransfer(page, "ici", text);
      await until(page, (wanted) => window.__replica.lexicalText().endsWith(wanted), text);
      await assertRead(page);
    }
  });

  test("what the app changes without a key", async () => {
    const page = await open();
    await compose(page, "Salut ");
    await page.evaluate((text) => window.__replica.quickReply(text), `😀 réponse\nprête ${WORD}`);
    await assertRead(page);
    await page.evaluate((text) => window.__replica.aiRewrite(text), `\n ${WORD}`);
    await assertRead(page);
  });

  if (name === "chrome") {
    test("a composed text, once its composition ended", async () => {
      const page = await open();
      await compose(page, "😀 ");
      const session = await page.createCDPSession();
      await session.send("Input.imeSetComposition", { text: "にほ", selectionStart: 2, selectionEnd: 2 });
      await session.send("Input.insertText", { text: "日本" });
      await compose(page, ` ${WORD}`);
      await assertRead(page);
    });
  }

  test("what was read is what leaves", async () => {
    const page = await open();
    const draft = "\n  👩🏽‍🚀 שלום\n\n*fin* 🇫🇷 ";
    await put(page, `${draft}${WORD}`);
    await assertRead(page);
    await put(page, draft);
    await answered(page);
    const { engine } = await bothTexts(page);
    await page.focus(COMPOSER);
    await press(page, "Enter");
    const [sent] = await waitForSends(page, 1);
    assert.equal(JSON.stringify(sent?.text), engine);
  });
});

/** Replaces a word of the first line by an event that carries a DataTransfer, from the page's own world. */
async function replaceByTransfer(page: Page, word: string, text: string): Promise<void> {
  await page.$eval(
    COMPOSER,
    (root, wanted, data) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const node = walker.currentNode as Text;
        const at = node.data.indexOf(wanted);
        if (at < 0) continue;
        getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
        const dataTransfer = new DataTransfer();
        dataTransfer.setData("text/plain", data);
        const how = { bubbles: true, cancelable: true, dataTransfer };
        root.dispatchEvent(new InputEvent("beforeinput", { inputType: "insertReplacementText", ...how }));
        return;
      }
    },
    word,
    text,
  );
}
