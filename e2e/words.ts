// Words of the draft as they are drawn: where they are, their cards, their fixes.
import assert from "node:assert/strict";
import type { Page } from "puppeteer-core";
import { clickPart, drawn, part, underlined } from "./bonton.ts";
import { answered } from "./tap.ts";
import { until, within } from "./until.ts";
import { COMPOSER, press } from "./whatsapp/driver.ts";

const CARD = "[data-part=card]";

/** A box in CSS pixels of the viewport. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The boxes of each place where a word is drawn in the composer, found without the help of what is tested. */
export function drawnBoxes(page: Page, word: string): Promise<Box[]> {
  return page.$eval(
    COMPOSER,
    (root, wanted) => {
      const boxes = [];
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const node = walker.currentNode as Text;
        for (let at = node.data.indexOf(wanted); at >= 0; at = node.data.indexOf(wanted, at + 1)) {
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + wanted.length);
          const { left, top, right, bottom } = range.getBoundingClientRect();
          boxes.push({ left, top, right, bottom });
        }
      }
      return boxes;
    },
    word,
  );
}

/** The boxes of the underlines of an action. */
export function underlineBoxes(page: Page, action: string): Promise<Box[]> {
  return page.evaluate(
    (name) =>
      Array.from(CSS.highlights.get(`bonton-${name}`) ?? [], (range) => {
        const { left, top, right, bottom } = (range as Range).getBoundingClientRect();
        return { left, top, right, bottom };
      }),
    action,
  );
}

/** Waits until an action underlines exactly these words. */
export async function underlines(page: Page, action: string, ...words: string[]): Promise<void> {
  const holds = (name: string, wanted: string) =>
    JSON.stringify(Array.from(CSS.highlights.get(`bonton-${name}`) ?? [], String)) === wanted;
  await within(5_000, page, holds, action, JSON.stringify(words));
  assert.deepEqual((await underlined(page))[action] ?? [], words);
}

/** Asserts that the underlines of an action lie on each drawing of a word and nowhere else. */
export async function assertUnderlined(page: Page, action: string, word: string): Promise<void> {
  const [drawn, lines] = [await drawnBoxes(page, word), await underlineBoxes(page, action)];
  assert.ok(drawn.length > 0, `${word} is not drawn`);
  assert.deepEqual(lines.map(rounded), drawn.map(rounded));
}

function rounded({ left, top, right, bottom }: Box): number[] {
  return [left, top, right, bottom].map(Math.round);
}

/** Rests the pointer on a word. */
export async function restOn(page: Page, word: string): Promise<void> {
  const [box] = await drawnBoxes(page, word);
  if (!box) throw new Error(`${word} is not drawn`);
  await page.mouse.move((box.left + box.right) / 2, (box.top + box.bottom) / 2, { steps: 3 });
}

/** Rests the pointer on a word until its card is open; moves it again if the check was not done when it came. */
export async function hoverWord(page: Page, word: string): Promise<void> {
  await answered(page);
  await again(
    () => restOn(page, word),
    () => within(3_000, page, isShown, CARD),
  );
}

/** Applies the first fix of a word by the mouse; clicks again if the card was not yet to be trusted. */
export async function fixWord(page: Page, word: string): Promise<void> {
  await hoverWord(page, word);
  await again(
    () => clickPart(page, `${CARD} [data-act=fix]`),
    () => within(3_000, page, isGone, CARD),
  );
}

/** Does what a user would do once more when nothing happened. */
async function again(act: () => Promise<void>, done: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 3; tries++) {
    await act();
    if (await done()) return;
  }
  throw new Error("nothing came of it");
}

/** Runs in the page: whether a part of ours shows words, which are a regular expression. */
export function shownIn(part: string, words: string): boolean {
  const shown = document.querySelector("bonton-ui")?.shadowRoot?.querySelector(part);
  return new RegExp(words).test(shown?.textContent ?? "");
}

/** Waits until a notice says for everybody to see that something could not be done; there is nothing to undo then. */
export async function failureShown(page: Page, words: string): Promise<void> {
  const holds = (wanted: string) => {
    const notice = document.querySelector("bonton-ui")?.shadowRoot?.querySelector("[data-part=notice]");
    return notice?.textContent?.includes(wanted) && !notice.querySelector("[data-act=undo]");
  };
  await until(page, holds, words);
}

function isShown(selector: string): boolean {
  return document.querySelector("bonton-ui")?.shadowRoot?.querySelector(selector) != null;
}

function isGone(selector: string): boolean {
  return !document.querySelector("bonton-ui")?.shadowRoot?.querySelector(selector);
}

/** Opens the next finding's card by the keyboard, once the chip counts findings: before, the key opens the list. */
export async function openByKey(page: Page): Promise<void> {
  await drawn(page); // a chip may say "ready" of the draft before for a frame
  await part(page, "[data-part=chip][data-state=ready]:not([data-verdict=clean])");
  await press(page, "F8");
  await part(page, "[data-part=card]");
}

/** Waits until no card is open. */
export async function noCard(page: Page): Promise<void> {
  await until(page, isGone, CARD);
}

/** Waits for what the live region says. */
export async function says(page: Page, words: string): Promise<void> {
  await until(page, shownIn, "[role=status]", words);
}

/** Presses Tab until a button of ours has the focus. */
export async function tabTo(page: Page, act: string): Promise<void> {
  const focused = () =>
    page.evaluate(
      () =>
        (document.querySelector("bonton-ui")?.shadowRoot?.activeElement as HTMLElement | null)?.dataset.act,
    );
  for (let i = 0; i < 20 && (await focused()) !== act; i++) await press(page, "Tab");
  assert.equal(await focused(), act);
}
