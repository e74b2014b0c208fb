// Runs the same tests in Chromium and in Firefox. Test files that run in one process share a browser of each kind: a start
// costs more than most tests.
import { after, before, describe } from "node:test";
import type { Browser, Page } from "puppeteer-core";
import {
  type BrowserName,
  isTested,
  type Launch,
  launchChromium,
  launchFirefox,
  testedIn,
} from "./browsers.ts";

/** What a set of tests gets. */
export interface Bench {
  name: BrowserName;
  browser(): Browser;
  /** The one page of these tests; they run one after another. */
  page(): Promise<Page>;
}

/** How the browser of a set of tests is started and left. */
export interface SetLaunch extends Launch {
  /** A browser that no other tests see, for those that harm it. */
  alone?: boolean;
  /** Tidies up before the page is closed. */
  leave?(page: Page): Promise<void>;
}

/** How long a test may wait for something to show, in milliseconds; a wait that ends here is a failure. */
export const PATIENCE_MS = 45_000;

/** How long all tests of a set may take, in milliseconds: an event that never comes ends there. */
const SET_MS = 600_000;

const shared = new Map<string, Promise<Browser>>();
after(async () => {
  for (const browser of shared.values()) await (await browser).close();
});

/** A browser for a set of tests; at their end they give it back. */
export interface Borrowed {
  browser: Browser;
  giveBack(): Promise<void>;
}

/** Starts a browser, or lends the one that runs already with this package and nothing else asked of it. */
export async function borrow(
  name: BrowserName,
  { alone, leave: _, ...launch }: SetLaunch,
): Promise<Borrowed> {
  const start = () => (name === "chrome" ? launchChromium(launch) : launchFirefox(launch));
  const plain = Object.keys(launch).every((key) => key === "extension" || key === "extensionDir");
  if (alone || !plain) {
    const browser = await start();
    return { browser, giveBack: () => browser.close() };
  }
  const key = JSON.stringify([name, launch.extension, launch.extensionDir]);
  const browser = await (shared.get(key) ?? shared.set(key, start()).get(key) ?? start());
  const before = new Set(await browser.pages());
  const giveBack = async () => {
    for (const page of await browser.pages()) if (!before.has(page)) await page.close();
  };
  return { browser, giveBack };
}

/** Defines the tests once per browser. What a page throws fails the tests of that browser. */
export function eachBrowser(
  define: (bench: Bench) => void,
  names: readonly BrowserName[] = testedIn,
  launch: SetLaunch = {},
): void {
  for (const name of names.filter(isTested)) {
    describe(name, { timeout: SET_MS }, () => {
      let borrowed: Borrowed | undefined;
      let page: Page | undefined;
      const errors: unknown[] = [];
      before(async () => {
        borrowed = await borrow(name, launch);
      });
      after(async () => {
        if (page) await launch.leave?.(page);
        await borrowed?.giveBack();
        if (errors.length > 0) throw new AggregateError(errors, "the page threw");
      });
      define({ name, browser: running, page: onlyPage });

      function running(): Browser {
        if (!borrowed) throw new Error(`${name} did not start`);
        return borrowed.browser;
      }
      async function onlyPage(): Promise<Page> {
        if (page) return page;
        page = await running().newPage();
        page.setDefaultTimeout(PATIENCE_MS);
        page.on("pageerror", (error) => {
          // Firefox tells policy violations, which some tests want, as page errors.
          if (!String(error).includes("Content-Security-Policy")) errors.push(error);
        });
        return page;
      }
    });
  }
}
