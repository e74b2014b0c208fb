/** What tests do with an open replica: read, type, paste, wait. */
import type { Page } from "puppeteer-core";
import { until } from "../until.ts";
import type { Offsets } from "./caret.ts";
import type { Send, SurfaceName } from "./log.ts";
import { isFirefox } from "./serve.ts";

/** The composer, by the most durable selector. */
export const COMPOSER = '#main footer [contenteditable="true"][role="textbox"]';

/** The text of Lexical's state. */
export function lexicalText(page: Page, surface: SurfaceName = "composer"): Promise<string> {
  return page.evaluate((name) => window.__replica.lexicalText(name), surface);
}

/** The selection of Lexical's state. */
export function selectionOf(page: Page, surface: SurfaceName = "composer"): Promise<Offsets | null> {
  return page.evaluate((name) => window.__replica.selection(name), surface);
}

/**
 * The draft as an outsider reads it: blocks of the root joined by "\n", and a <br> inside a block counting as one too, unless
 * it comes last: Lexical keeps one there so that an empty line has a height.
 */
export function domText(page: Page, surface: SurfaceName = "composer"): Promise<string> {
  return page.evaluate((name) => {
    const lineOf = (block: Element): string => {
      const copy = block.cloneNode(true) as Element;
      for (const br of copy.querySelectorAll("br")) br.replaceWith(br === copy.lastChild ? "" : "\n");
      return copy.textContent ?? "";
    };
    return [...window.__replica.root(name).children].map(lineOf).join("\n");
  }, surface);
}

/** Everything sent since the page was loaded. */
export function sends(page: Page): Promise<Send[]> {
  return page.evaluate(() => window.__sends);
}

/** The texts sent so far. */
export async function sentTexts(page: Page): Promise<string[]> {
  return (await sends(page)).map((send) => send.text);
}

/** Waits until Lexical's state holds exactly this text. */
export async function waitForText(
  page: Page,
  text: string,
  surface: SurfaceName = "composer",
): Promise<void> {
  await until(page, (name, wanted) => window.__replica.lexicalText(name) === wanted, surface, text);
}

/** Waits until so many texts were sent. */
export async function waitForSends(page: Page, count: number): Promise<Send[]> {
  await until(page, (wanted) => window.__sends.length >= wanted, count);
  return sends(page);
}

/** Writes into the composer as `writeLines` does. */
export async function compose(page: Page, text: string): Promise<void> {
  await page.focus(COMPOSER);
  await writeLines(page, text);
}

/** Types into the composer as `typeLines` does. */
export async function typeOut(page: Page, text: string): Promise<void> {
  await page.focus(COMPOSER);
  await typeLines(page, text);
}

/** Types where the focus is, key by key; "\n" is Shift+Enter. */
export function typeLines(page: Page, text: string): Promise<void> {
  return linesOf(page, text, (line) => typeGraphemes(page, line));
}

/**
 * Writes where the focus is: of each line what comes after the first letter and before the last character in one piece, as a
 * dictation comes; "\n" is Shift+Enter. A fifth of the time of typing: for tests that are not about typing. (Firefox would put a
 * piece that follows an emoji into it, where Lexical does not take it out.)
 */
export function writeLines(page: Page, text: string): Promise<void> {
  return linesOf(page, text, async (line) => {
    const [, start = line, piece = "", end = ""] =
      /^(\P{L}*\p{L})(.+)([\p{L}\p{N}\p{P} ])$/u.exec(line) ?? [];
    await typeGraphemes(page, start);
    if (piece) await insert(page, piece);
    await typeGraphemes(page, end);
  });
}

async function linesOf(page: Page, text: string, put: (line: string) => Promise<void>): Promise<void> {
  for (const [index, line] of text.split("\n").entries()) {
    if (index > 0) await press(page, "Enter", ["Shift"]);
    await put(line);
  }
}

const graphemes = new Intl.Segmenter();

async function typeGraphemes(page: Page, text: string): Promise<void> {
  for (const { segment } of graphemes.segment(text)) await typeGrapheme(page, segment);
}

/** A family or a flag arrives as one piece, as from an emoji panel; `keyboard.type` would cut it into code points. */
async function typeGrapheme(page: Page, grapheme: string): Promise<void> {
  if ([...grapheme].length === 1) await page.keyboard.type(grapheme);
  else await insert(page, grapheme);
}

async function insert(page: Page, text: string): Promise<void> {
  if (await isFirefox(page))
    await page.evaluate((all) => document.execCommand("insertText", false, all), text);
  else await page.keyboard.sendCharacter(text);
}

/** A key as puppeteer names it. */
export type Key = Parameters<Page["keyboard"]["press"]>[0];

/** Presses a key with others held. */
export async function press(page: Page, key: Key, held: Key[] = []): Promise<void> {
  for (const one of held) await page.keyboard.down(one);
  await page.keyboard.press(key);
  for (const one of held.toReversed()) await page.keyboard.up(one);
}

/** What a synthetic paste brings. */
export interface Pasted {
  data: Record<string, string>;
  /** Names of empty files. */
  files?: string[];
}

/** Pastes by a synthetic event on the focused element. Answers the editor's text right after it, which may be the one before. */
export function paste(page: Page, pasted: Pasted): Promise<string> {
  return page.evaluate(({ data, files }) => {
    const event = new ClipboardEvent("paste", {
      clipboardData: new DataTransfer(),
      bubbles: true,
      cancelable: true,
    });
    // Filled through the event: Firefox ignores what a given DataTransfer holds.
    const transfer = event.clipboardData;
    for (const [type, value] of Object.entries(data)) transfer?.setData(type, value);
    for (const name of files ?? []) transfer?.items.add(new File(["x"], name, { type: "image/png" }));
    document.activeElement?.dispatchEvent(event);
    return window.__replica.lexicalText();
  }, pasted);
}
