/** The replica alone, without the extension, in both browsers. */
import type { Page } from "puppeteer-core";
import type { BrowserName } from "../browsers.ts";
import { eachBrowser as eachBrowserAlone } from "../each.ts";
import type { PartialOptions } from "./options.ts";
import { reuseReplica, serveReplica } from "./serve.ts";

/** What a set of tests gets. */
export interface Bench {
  name: BrowserName;
  /** The tests' one page, with the replica as at load. */
  open(options?: PartialOptions): Promise<Page>;
  /** The same, loaded anew. */
  load(options?: PartialOptions): Promise<Page>;
}

/** Defines the tests once per browser. */
export function eachBrowser(define: (bench: Bench) => void, names?: readonly BrowserName[]): void {
  eachBrowserAlone(({ name, page }) => {
    const openWith =
      (serve: typeof serveReplica) =>
      async (options: PartialOptions = {}) => {
        const replica = await page();
        await serve(replica, options);
        return replica;
      };
    define({ name, open: openWith(reuseReplica), load: openWith(serveReplica) });
  }, names);
}
