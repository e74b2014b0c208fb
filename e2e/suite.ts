// All browser tests in one process, in one kind of browser: what `make test` runs, once per browser, side by side.
import { readdirSync } from "node:fs";
import { pathToFileURL } from "node:url";
import type { BrowserName } from "./browsers.ts";

/** Where the build puts the tests, from the repository's root. */
const FOLDER = "dist/test/e2e";

/** Defines every test, for this browser alone. */
export async function defineAll(name: BrowserName): Promise<void> {
  Object.assign(process.env, { BONTON_TEST_IN: name, BONTON_WASM: "baseline" }); // read when the tests are loaded
  const files = readdirSync(FOLDER, { recursive: true }).map(String).sort();
  for (const file of files)
    if (file.endsWith(".test.mjs")) await import(pathToFileURL(`${FOLDER}/${file}`).href);
}
