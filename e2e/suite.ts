// The browser tests as `make test` runs them: three processes side by side, and in each all tests of its kind, which share browsers and
// mostly a tab.
import { readdirSync } from "node:fs";
import { pathToFileURL } from "node:url";
import type { BrowserName } from "./browsers.ts";

/** Where the build puts the tests, from the repository's root. */
const FOLDER = "dist/test/e2e";

/** Tests that start browsers again and again and wait for them: the processor has time for others meanwhile. Those of hostile
 *  pages are with them so that the three processes end at about the same time. */
const WAITING = /^(policy|rules|lifecycle|hostile)\//;

/** Defines the tests of one browser, but for those that wait. */
export async function defineTests(name: BrowserName): Promise<void> {
  process.env.BONTON_TEST_IN = name; // read when the tests are loaded
  await define((file) => !WAITING.test(file));
}

/** Defines the tests that wait, and those beside them, in all browsers. */
export function defineWaiting(): Promise<void> {
  return define((file) => WAITING.test(file));
}

async function define(wanted: (file: string) => boolean): Promise<void> {
  process.env.BONTON_WASM = "baseline"; // as above
  const files = readdirSync(FOLDER, { recursive: true }).map(String).sort();
  for (const file of files)
    if (file.endsWith(".test.mjs") && wanted(file)) await import(pathToFileURL(`${FOLDER}/${file}`).href);
}
