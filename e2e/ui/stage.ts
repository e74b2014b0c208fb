// Opens the gallery for a test and reaches into its parts.
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, ElementHandle, Page } from "puppeteer-core";
import { given } from "../until.ts";

/** What the address of one state says; the rest has defaults. */
export interface Address {
  state: string;
  theme?: "light" | "dark";
  locale?: "fr" | "en";
  dir?: "ltr" | "rtl";
}

/** Opens a state on a clock that only `advance` moves; `prepare` runs in the page before its own scripts. */
export async function openGallery(browser: Browser, address: Address, prepare?: () => void): Promise<Page> {
  const page = await browser.newPage();
  if (prepare) await page.evaluateOnNewDocument(prepare);
  await page.setViewport({ width: 900, height: 640 });
  const url = pathToFileURL(resolve("e2e/ui/gallery.html"));
  url.hash = new URLSearchParams({ clock: "by-hand", ...address }).toString();
  await page.goto(url.href);
  return page;
}

/** The first element of ours that matches; throws when there is none. */
export async function find(page: Page, selector: string): Promise<ElementHandle<HTMLElement>> {
  const found = await page.$(`bonton-ui >>> ${selector}`);
  if (!found) throw new Error(`nothing matches ${selector}`);
  return found as ElementHandle<HTMLElement>;
}

/** Clicks with the mouse, in the middle of the element. Found and measured at once: a tampered part is drawn anew. */
export async function click(page: Page, selector: string): Promise<void> {
  const { x, y } = await given(
    page,
    (wanted) => {
      const part = document.querySelector("bonton-ui")?.shadowRoot?.querySelector(wanted);
      const box = part?.getBoundingClientRect();
      return box && box.width > 0 && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    },
    selector,
  );
  await page.mouse.click(x, y);
}

/** The actions called so far. */
export function calls(page: Page): Promise<string[]> {
  return page.evaluate(() => window.gallery.calls);
}

/** Moves the clock of the trust guard, in milliseconds. */
export function advance(page: Page, ms: number): Promise<void> {
  return page.evaluate((time) => window.gallery.advance(time), ms);
}

/** The element with the focus: an id of the page, or what marks one of ours. */
export function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const ours = document.querySelector("bonton-ui")?.shadowRoot?.activeElement as
      | HTMLElement
      | null
      | undefined;
    if (ours) return ours.dataset.part ?? ours.dataset.act ?? ours.localName;
    return document.activeElement?.id || (document.activeElement?.localName ?? "");
  });
}

/** Puts the caret into the draft, selecting UTF-16 units start..end. */
export function selectDraft(page: Page, start: number, end: number): Promise<void> {
  return page.evaluate(
    (from, to) => {
      const draft = document.getElementById("draft") as HTMLElement;
      draft.focus();
      document.getSelection()?.setBaseAndExtent(draft.firstChild as Node, from, draft.firstChild as Node, to);
    },
    start,
    end,
  );
}

/** The selected range of the draft. */
export function selection(page: Page): Promise<[number, number] | null> {
  return page.evaluate(() => {
    const range = document.getSelection();
    const inside = range?.anchorNode?.parentElement?.id === "draft";
    return range && inside ? ([range.anchorOffset, range.focusOffset] as [number, number]) : null;
  });
}
