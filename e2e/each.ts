// Runs the same tests in Chromium and in Firefox, each started once.
import { after, before, describe } from "node:test";
import type { Browser, Page } from "puppeteer-core";
import { type BrowserName, type Launch, launchChromium, launchFirefox } from "./browsers.ts";

/** What a set of tests gets. */
export interface Bench {
  name: BrowserName;
  browser(): Browser;
  /** The one page of these tests; they run one after another. */
  page(): Promise<Page>;
}

/** How long a test may wait for something to show, in milliseconds; a wait that ends here is a failure. */
const PATIENCE_MS = 15_000;

/** Defines the tests once per browser. What a page throws fails the tests of that browser. */
export function eachBrowser(
  define: (bench: Bench) => void,
  names: readonly BrowserName[] = ["chrome", "firefox"],
  launch: Launch = {},
): void {
  for (const name of names) {
    describe(name, () => {
      let browser: Browser | undefined;
      let page: Page | undefined;
      const errors: unknown[] = [];
      before(async () => {
        browser = await (name === "chrome" ? launchChromium(launch) : launchFirefox(launch));
      });
      after(async () => {
        await browser?.close();
        if (errors.length > 0) throw new AggregateError(errors, "the page threw");
      });
      define({ name, browser: running, page: onlyPage });

      function running(): Browser {
        if (!browser) throw new Error(`${name} did not start`);
        return browser;
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
