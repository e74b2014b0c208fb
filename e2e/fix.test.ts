// A fix changes the flagged characters and no others, in the editor's own state; the caret stays with its text, undo
// brings the draft back, and what leaves is what is seen.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "puppeteer-core";
import type { Finding } from "../wasm/linter/engine.d.ts";
import { answered, findingOf, type Planted, plant, withTap } from "./tap.ts";
import { until, within } from "./until.ts";
import { COMPOSER, domText, lexicalText, selectionOf, waitForText } from "./whatsapp/driver.ts";
import { fixWord, says } from "./words.ts";

interface Case {
  draft: string;
  /** The flagged words, as far as they lie in one text node. */
  words: string;
  /** The fix, where no rule offers one. */
  fix?: string;
  /** What the pointer rests on, if not the words. */
  hover?: string;
}

const cases: Record<string, Case> = {
  "one word": { draft: "Bonjour mtn merci", words: "mtn" },
  "at the start": { draft: "bjr à vous", words: "bjr" },
  "at the end": { draft: "Merci, cdt", words: "cdt" },
  "the whole draft": { draft: "bjr", words: "bjr" },
  "after leading blanks": { draft: "\n\n  bjr à vous", words: "bjr" },
  "on the second line": { draft: "Salut\n\nbjr à vous\nfin", words: "bjr" },
  punctuation: { draft: "Merci!!!!", words: "!!!!" },
  capitals: { draft: "JE VEUX UNE RÉPONSE merci", words: "JE VEUX UNE RÉPONSE" },
  "between emoji": { draft: "😀bjr👨‍👩‍👧 fin", words: "bjr", fix: "bonjour" },
  "between flags on line two": { draft: "👍🏽\n🇫🇷 bjr 🇫🇷", words: "bjr" },
  "removal beside emoji": { draft: "😀 mot👍🏽", words: "mot", fix: "" },
  "in a right-to-left text": { draft: "שלום mot עולם", words: "mot", fix: "un mot" },
  "after a lone surrogate": { draft: "a lone b bjr", words: "bjr" },
  "over emoji": { draft: "un 😀 deux 👨‍👩‍👧 fin", words: "😀 deux 👨‍👩‍👧", fix: "mot", hover: " deux " },
  "into emoji": { draft: "un coeur ici", words: "coeur", fix: "❤️‍🔥👍🏽" },
  "across lines": { draft: "un\ndeux\ntrois", words: "un\ndeux", fix: "1 2", hover: "deux" },
  "removal across lines": { draft: "a\nun 😀\ndeux\ntrois", words: "un 😀\ndeux\n", fix: "", hover: "deux" },
  "two lines for a word": { draft: "avant mot après\nfin", words: "mot", fix: "ligne 1\nligne 2" },
  "three lines and a blank one at the end": {
    draft: "😀 mot",
    words: "mot",
    fix: "Bonjour,\n\nMerci 👍🏽\nCordialement",
  },
  "a line break in front": { draft: "un mot", words: "mot", fix: "\nmot" },
  "a line break behind": { draft: "un mot fini", words: "mot", fix: "mot\n" },
  "marks kept": { draft: "*bjr* _à_ ~vous~", words: "bjr" },
};

withTap(({ open }) => {
  test("each fix changes the flagged characters only, and undo brings the draft back", async (t) => {
    const page = await open();
    for (const [what, one] of Object.entries(cases))
      await t.test(what, async () => {
        const { before, after } = await fixed(page, one);
        await waitForText(page, after);
        assert.equal(await domText(page), after);
        await says(page, "Corrigé");
        assert.ok(
          (await undos(page, before)) <= 2 * (one.fix ?? "").split("\n").length,
          "too many steps to undo",
        );
      });
  });

  test("the caret stays where it was", async (t) => {
    const page = await open();
    const draft = "Salut 😀\n\nun bjr deux\nfin 🇫🇷";
    for (const offset of [0, 6, 9, 10, 12, 13, 14, 16, 17, 21, 22, draft.length])
      await t.test(`at ${offset}`, async () => {
        await fixed(page, { draft, words: "bjr" }, offset);
        const moved = offset < 14 ? offset : Math.max(offset, 16) + 4;
        await caretIs(page, offset === 13 ? 13 : moved);
      });
  });

  test("a selection stays what it was", async () => {
    const page = await open();
    await put(page, "un bjr deux", []);
    await page.evaluate(() => window.__replica.select(9, 1));
    await fixWord(page, "bjr");
    await waitForText(page, "un bonjour deux");
    await until(page, () => window.__replica.selection()?.focus === 1);
    assert.deepEqual(await selectionOf(page), { anchor: 13, focus: 1 });
  });

  test("an empty line keeps its caret", async () => {
    const page = await open();
    await fixed(page, { draft: "bjr\n\n", words: "bjr" }, 4);
    await caretIs(page, 8);
  });
});

/** Puts a draft there and plants a finding where no rule has one. */
async function put(page: Page, draft: string, planted: Planted[]): Promise<void> {
  await page.evaluate(() => window.__replica.setText(""));
  await plant(page, ...planted);
  await page.focus(COMPOSER);
  await page.evaluate((text) => window.__replica.setText(text.replace("lone", "\ud83d")), draft);
  await answered(page);
}

/** Applies the first fix of the words; answers Lexical's text before, and as it must be after. */
async function fixed(
  page: Page,
  { draft, words, fix, hover }: Case,
  caret?: number,
): Promise<{ before: string; after: string }> {
  await put(page, draft, fix === undefined ? [] : [{ words, fix }]);
  const before = await lexicalText(page);
  if (caret !== undefined) {
    await page.evaluate((at) => window.__replica.select(at), caret);
    await caretIs(page, caret);
  }
  const found = await findingOf(page, words);
  await fixWord(page, hover ?? words);
  return { before, after: expected(before, found) };
}

/** The text with the first fix of a finding applied. */
function expected(text: string, { fixes }: Finding): string {
  const lead = text.length - text.trimStart().length;
  const edits = fixes[0]?.edits ?? [];
  return edits
    .toSorted((a, b) => b.start - a.start)
    .reduce(
      (now, { start, end, text: put }) => now.slice(0, lead + start) + put + now.slice(lead + end),
      text,
    );
}

async function caretIs(page: Page, offset: number): Promise<void> {
  const holds = (at: number) => {
    const { anchor, focus } = window.__replica.selection() ?? {};
    return anchor === at && focus === at;
  };
  await within(3_000, page, holds, offset);
  assert.deepEqual(await selectionOf(page), { anchor: offset, focus: offset });
}

/** How many undos bring a text back. */
async function undos(page: Page, text: string): Promise<number> {
  let count = 0;
  while ((await lexicalText(page)) !== text && count < 10) {
    await page.evaluate(() => window.__replica.undo());
    count += 1;
  }
  assert.equal(await lexicalText(page), text);
  return count;
}
