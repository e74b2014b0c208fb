/** Runs the same tests in Chromium and in Firefox. */
import { after, before, describe } from "node:test";
import type { Browser, Page } from "puppeteer-core";
import { type BrowserName, findBrowser, launchChromium, launchFirefox } from "../browsers.ts";
import type { PartialOptions } from "./options.ts";
import { serveReplica } from "./serve.ts";

/** What a set of tests gets. */
export interface Bench {
  name: BrowserName;
  /** The tests' one page, with a fresh replica. */
  open(options?: PartialOptions): Promise<Page>;
}

/** Defines the tests once per browser; one that is not installed is skipped, and says so. */
export function eachBrowser(
  define: (bench: Bench) => void,
  names: BrowserName[] = ["chrome", "firefox"],
): void {
  for (const name of names) {
    describe(name, { skip: findBrowser(name) === undefined && `${name} is not installed` }, () => {
      let browser: Browser;
      let page: Page | undefined;
      const errors: unknown[] = [];
      before(async () => {
        browser = await (name === "chrome" ? launchChromium() : launchFirefox());
      });
      after(async () => {
        await browser?.close();
        if (errors.length > 0) throw new AggregateError(errors, "the page threw");
      });
      const open = async (options: PartialOptions = {}) => {
        if (page === undefined) {
          page = await browser.newPage();
          page.setDefaultTimeout(10_000);
          page.on("pageerror", (error) => {
            // Firefox tells policy violations, which some tests want, as page errors.
            if (!String(error).includes("Content-Security-Policy")) errors.push(error);
          });
        }
        await serveReplica(page, options);
        return page;
      };
      define({ name, open });
    });
  }
}
