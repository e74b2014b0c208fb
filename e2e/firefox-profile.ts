// Profiles for Firefox that start in half the time: copies of one that was started and closed before, in which Firefox finds what it
// compiled of itself (docs/decisions/0152).
import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "puppeteer-core";

/** The one that copies are made of; it goes with the build. */
const STARTED = "dist/test/firefox-profile";

type Start = (userDataDir: string) => Promise<Browser>;

/** Starts a browser in a profile of its own, which goes when the browser does. `plain` starts the one that is copied. */
export async function inCopiedProfile(plain: Start, start: Start): Promise<Browser> {
  await makeStarted(plain);
  const dir = mkdtempSync(join(tmpdir(), "bonton-firefox-"));
  cpSync(STARTED, dir, { recursive: true });
  const browser = await start(dir);
  browser.process()?.once("exit", () => remove(dir));
  return browser;
}

/** Of two processes that make it at once, the first to be ready wins. */
async function makeStarted(start: Start): Promise<void> {
  if (existsSync(STARTED)) return;
  const dir = mkdtempSync(`${STARTED}-`);
  await (await start(dir)).close();
  rmSync(join(dir, "lock"), { force: true }); // a link to nowhere
  if (existsSync(STARTED)) rmSync(dir, { recursive: true });
  else renameSync(dir, STARTED);
}

/** Its last children may still write while it goes. */
function remove(dir: string): void {
  try {
    rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
  } catch {
    // what is left lies among the system's temporary files
  }
}
