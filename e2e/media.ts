// What a person has set in the system: Chromium is told by its debugger, Firefox by its preferences.
import { setTimeout as pause } from "node:timers/promises";
import type { CDPSession, Page } from "puppeteer-core";
import type { BrowserName } from "./browsers.ts";
import { until } from "./until.ts";

interface Told {
  /** Media features, and what they are then. Puppeteer's own call knows no forced colours. */
  media: { name: string; value: string }[];
  /** Firefox's preferences. */
  prefs: Record<string, number>;
}

const SCHEME = "layout.css.prefers-color-scheme.content-override";
const COLOURS = "browser.display.document_color_use";

const light = { name: "prefers-color-scheme", value: "light" };
const dark = { name: "prefers-color-scheme", value: "dark" };
const forced = { name: "forced-colors", value: "active" };

const told = {
  light: { media: [light], prefs: { [SCHEME]: 1, [COLOURS]: 0 } },
  dark: { media: [dark], prefs: { [SCHEME]: 0, [COLOURS]: 0 } },
  "forced colours": { media: [light, forced], prefs: { [SCHEME]: 1, [COLOURS]: 2 } },
} satisfies Record<string, Told>;

export type Look = keyof typeof told;

export const looks = Object.keys(told) as Look[];

/** One for each page: what one session told, another does not take back. */
const sessions = new WeakMap<Page, CDPSession>();

/** Lets the system have this look, for one page in Chromium and for all of them in Firefox, and waits until the page knows. */
export async function setLook(name: BrowserName, page: Page, look: Look): Promise<void> {
  const { media, prefs } = told[look];
  if (name === "chrome") {
    const session = sessions.get(page) ?? (await page.createCDPSession());
    sessions.set(page, session);
    await session.send("Emulation.setEmulatedMedia", { features: media });
  } else {
    await setPrefs(page, prefs);
    await page.bringToFront();
  }
  const query = media.map(({ name, value }) => `(${name}: ${value})`).join(" and ");
  await until(page, (wanted) => matchMedia(wanted).matches, query);
}

/** Takes back what `setLook` told a Firefox. */
export async function resetLook(name: BrowserName, page: Page): Promise<void> {
  if (name === "firefox") await setPrefs(page, { [SCHEME]: 2, [COLOURS]: 0 }); // Firefox's own defaults
}

/** How long Firefox may take to open its page of preferences, in milliseconds. */
const PATIENCE_MS = 30_000;

/** Sets preferences of a Firefox that runs, from a page of its own that may. */
async function setPrefs(page: Page, prefs: Record<string, number>): Promise<void> {
  const config = await page.browser().newPage();
  config.goto("about:config").catch(() => undefined); // nothing tells that it went there, and no wait of puppeteer's is allowed in there
  const until = Date.now() + PATIENCE_MS;
  while (!(await config.evaluate(setThere, prefs).catch(() => false))) {
    if (Date.now() > until) throw new Error("Firefox does not open about:config");
    await pause(20);
  }
  await config.close();
}

/** In the page: sets preferences, if it is one that may. */
function setThere(prefs: Record<string, number>): boolean {
  const { Services } = globalThis as unknown as {
    Services?: { prefs: { setIntPref(name: string, value: number): void } };
  };
  if (!Services) return false;
  for (const [name, value] of Object.entries(prefs)) Services.prefs.setIntPref(name, value);
  return true;
}
