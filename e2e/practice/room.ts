// The practice room as a person opens it: served by `bonton serve` on this computer, in a browser without the extension.
import { execFileSync, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import type { Page } from "puppeteer-core";
import type { Lesson } from "../../extension/practice/lessons.ts";
import { until } from "../until.ts";
import { press } from "../whatsapp/driver.ts";

export type Locale = "fr" | "en";

/** A room that is being served. */
export interface ServedRoom {
  /** Of the page, with the slash at its end. */
  address: string;
  stop(): void;
}

/** Serves a room, by default the one that was built. */
export async function serveRoom(site = "dist/practice"): Promise<ServedRoom> {
  execFileSync("go", ["build", "-o", "dist/bonton", "./cmd/bonton"]);
  const server = spawn("dist/bonton", ["serve", "--practice", site, "--address", "127.0.0.1:0"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  process.once("exit", () => server.kill()); // also where a test ends before it says stop
  for await (const line of createInterface(server.stdout)) {
    const address = /http:\S+/.exec(line)?.[0];
    if (address) return { address, stop: () => server.kill() };
  }
  throw new Error("bonton serve ended");
}

/** The lessons of the built room. */
export function lessons(): Lesson[] {
  return JSON.parse(readFileSync("dist/practice/engine/lessons.json", "utf8")).lessons;
}

/** Goes to a place of the room in a language, fresh; the page is loaded where it is not yet. */
export async function enter(
  page: Page,
  address: string,
  place: string,
  locale: Locale = "fr",
): Promise<void> {
  if (!page.url().startsWith(address)) await page.goto(address);
  await page.waitForSelector("[data-part=trust][data-engine=ready]");
  const other = await page.evaluate((wanted) => document.documentElement.lang !== wanted, locale);
  if (other) await page.click("[data-act=language]");
  await until(page, (wanted) => document.documentElement.lang === wanted, locale);
  await go(page, "scenarios", ".cards");
  await page.evaluate((to) => {
    location.hash = `#/${to}`;
  }, place);
}

/** Goes to a place and waits for what stands there. */
export async function go(page: Page, place: string, selector: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = `#/${to}`;
  }, place);
  await page.waitForSelector(selector);
}

/** Waits until the page shows this text somewhere below the selector. */
export async function shows(page: Page, selector: string, text: string): Promise<void> {
  await until(
    page,
    (where, wanted) =>
      Array.from(document.querySelectorAll(where)).some((each) => each.textContent?.includes(wanted)),
    selector,
    text,
  );
}

/** Puts a text where the caret is, all but its last letter at once, and types that one; `over` what stands there. */
export async function write(page: Page, selector: string, text: string, over?: "over"): Promise<void> {
  await page.waitForSelector(selector);
  await page.click(selector);
  if (over) await press(page, "a", ["Control"]);
  await page.evaluate((most) => document.execCommand("insertText", false, most), text.slice(0, -1));
  await page.keyboard.type(text.slice(-1));
  await until(page, (where, wanted) => document.querySelector(where)?.textContent === wanted, selector, text);
}
