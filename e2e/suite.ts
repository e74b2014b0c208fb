// The browser tests as `make test` runs them: four processes side by side, and in each all tests of its kind, which share browsers and
// mostly a tab.
import { readdirSync } from "node:fs";
import { pathToFileURL } from "node:url";
import type { BrowserName } from "./browsers.ts";

/** Where the build puts the tests, from the repository's root. */
const FOLDER = "dist/test/e2e";

/** Tests that run in all browsers in a process of their own. */
const apart = {
  /** They start browsers again and again and wait for them: the processor has time for others meanwhile. */
  waiting: /^(policy|rules|lifecycle)\//,
  /** The practice room, which needs no extension: so that neither browser's process goes on long after the others. */
  room: /^practice\//,
};

/** Defines the tests of one browser, but for those apart. */
export async function defineTests(name: BrowserName): Promise<void> {
  process.env.BONTON_TEST_IN = name; // read when the tests are loaded
  const others = Object.values(apart);
  await define((file) => !others.some((kind) => kind.test(file)));
}

/** Defines the tests of one kind, in all browsers. */
export function defineApart(kind: keyof typeof apart): Promise<void> {
  return define((file) => apart[kind].test(file));
}

async function define(wanted: (file: string) => boolean): Promise<void> {
  process.env.BONTON_WASM = "baseline"; // as above
  const files = readdirSync(FOLDER, { recursive: true }).map(String).sort();
  for (const file of files)
    if (file.endsWith(".test.mjs") && wanted(file)) await import(pathToFileURL(`${FOLDER}/${file}`).href);
}
