/** The editors beside the composer, for tests: how each opens, is filled, and sends. */
import type { Page } from "puppeteer-core";
import { until } from "../until.ts";
import { waitForText, writeLines } from "./driver.ts";
import type { SurfaceName } from "./log.ts";

/** An editor of the replica. */
export interface Place {
  surface: Exclude<SurfaceName, "composer">;
  open(page: Page): Promise<void>;
  /** Selector of its send control. */
  send: string;
}

/** All of them, with the send control's selector in the English page. */
export const places: Place[] = [
  {
    surface: "caption",
    open: (page) => page.evaluate(() => window.__replica.openCaption()),
    send: 'div[role=button][aria-label="Send 1 selected"]',
  },
  {
    surface: "edit",
    open: (page) => page.evaluate(() => window.__replica.openEdit()),
    send: '[role=dialog] button[aria-label="Send edited message"]',
  },
  {
    surface: "forward",
    open: (page) => page.evaluate(() => window.__replica.openForward()),
    send: '[data-testid="forward-compose"] [role=button]',
  },
  {
    surface: "status",
    open: (page) => page.evaluate(() => window.__replica.openStatus()),
    send: 'button[aria-label="Send 1 selected"]',
  },
  {
    surface: "question",
    open: (page) => page.evaluate(() => window.__replica.openQuestion()),
    send: "[role=dialog] footer button:enabled",
  },
];

/** Empties the editor, focuses it and writes into it. */
export async function fill(page: Page, surface: SurfaceName, text: string): Promise<void> {
  await page.evaluate((name) => window.__replica.setText("", name), surface);
  await page.evaluate((name) => window.__replica.focus(name), surface);
  await until(page, (name) => document.activeElement === window.__replica.root(name), surface);
  await writeLines(page, text);
  await waitForText(page, text, surface);
}
