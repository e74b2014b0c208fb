// Finds and starts the browsers of the tests: Chromium (Chrome, Edge) and Firefox, with or without the extension.
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import puppeteer, { type Browser, type LaunchOptions } from "puppeteer-core";
import { inCopiedProfile } from "./firefox-profile.ts";

export type BrowserName = "chrome" | "firefox";

/** The browsers that tests run in: both, or those that BONTON_TEST_IN names. */
export const testedIn = (["chrome", "firefox"] as const).filter(
  (name) => process.env.BONTON_TEST_IN?.includes(name) ?? true,
);

/** Whether tests run in this browser. */
export function isTested(name: BrowserName): boolean {
  return testedIn.includes(name);
}

/** Where the browsers usually are, best first; BONTON_CHROME and BONTON_FIREFOX come before. */
const usualPaths: Record<BrowserName, string[]> = {
  chrome: [
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/usr/bin/google-chrome-stable",
    "/usr/bin/microsoft-edge",
    "/snap/bin/chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
  ],
  firefox: [
    "/usr/bin/firefox-esr",
    "/usr/bin/firefox",
    "/snap/bin/firefox",
    "/Applications/Firefox.app/Contents/MacOS/firefox",
    "C:\\Program Files\\Mozilla Firefox\\firefox.exe",
  ],
};

/** The path of a browser, or undefined where none is found. */
export function findBrowser(name: BrowserName): string | undefined {
  const named = process.env[name === "chrome" ? "BONTON_CHROME" : "BONTON_FIREFOX"];
  return [named, ...usualPaths[name]].find((path) => path && existsSync(path));
}

/** Flags that keep Chromium from talking to the network, and from working, on its own. */
const quietFlags = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // The address bar's suggestions are pages that a Chromium without a person starts in vain, in 2 s of processor time.
  "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup",
];

/** BONTON_WASM=baseline: browsers compile WebAssembly once, quickly. Optimising what Go compiles to takes 6 s of processor time at each
 *  start with the package, which tests of behaviour need not wait for. */
const baseline = process.env.BONTON_WASM === "baseline";

export interface Launch {
  /** Load the built extension from dist/; default false. */
  extension?: boolean;
  /** Show a window; default false. */
  headful?: boolean;
  /** BCP 47 tag of the browser's interface; default fr. */
  lang?: string;
  /** More command-line flags. */
  args?: string[];
  /** Profile folder to keep between two starts. */
  userDataDir?: string;
  /** More environment variables. */
  env?: Record<string, string>;
  /** Extension folder other than dist/<browser>. */
  extensionDir?: string;
  /** The program to start, if not the one that is found. */
  executable?: string;
  /** Take certificates that nobody vouches for, as the one that `bonton serve --tls` makes. */
  anyCertificate?: boolean;
  /** Firefox: more preferences. */
  prefs?: Record<string, unknown>;
}

/** Where the extension's own pages are in Firefox, for tests that open them; it would make up another address each time. */
export const FIREFOX_ORIGIN = "moz-extension://5a1b7f0e-0de5-4c1a-9c7e-b0470b0470b0";

/** The add-on's id in Firefox. */
export const FIREFOX_ID = "bonton@bonton.example";

/** Starts a Chromium-family browser. */
export function launchChromium(options: Launch = {}): Promise<Browser> {
  const lang = options.lang ?? "fr";
  const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return launch("chrome", options, {
    pipe: true,
    ...(options.userDataDir ? { userDataDir: options.userDataDir } : {}),
    enableExtensions: options.extension ? [resolve(options.extensionDir ?? "dist/chrome")] : false,
    args: [
      ...quietFlags,
      ...sandbox,
      ...(baseline ? ["--js-flags=--liftoff-only"] : []),
      `--lang=${lang}`,
      `--accept-lang=${lang}`,
      ...(options.anyCertificate ? ["--ignore-certificate-errors"] : []),
      ...(options.args ?? []),
    ],
    env: { ...process.env, LANGUAGE: lang, ...options.env },
  });
}

/** Starts Firefox and, if asked, installs the extension as a temporary add-on. */
export async function launchFirefox(options: Launch = {}): Promise<Browser> {
  const browser = options.userDataDir
    ? await startFirefox(options, options.userDataDir)
    : await inCopiedProfile(
        (dir) => startFirefox({}, dir), // what one launch asks for must not stay in the profile of the others
        (dir) => startFirefox(options, dir),
      );
  if (options.extension) await browser.installExtension(resolve(options.extensionDir ?? "dist/firefox"));
  return browser;
}

function startFirefox(options: Launch, userDataDir: string): Promise<Browser> {
  return launch("firefox", options, {
    userDataDir,
    args: ["--remote-allow-system-access", ...(options.args ?? [])], // lets tests into the extension's own pages
    env: { ...process.env, ...options.env },
    extraPrefsFirefox: { ...firefoxPrefs(options.lang ?? "fr"), ...options.prefs },
  });
}

function firefoxPrefs(lang: string): Record<string, unknown> {
  return {
    "extensions.webextensions.uuids": JSON.stringify({ [FIREFOX_ID]: new URL(FIREFOX_ORIGIN).host }),
    "intl.locale.requested": lang,
    "intl.accept_languages": lang,
    "dom.ipc.processPrelaunch.enabled": false, // starts processes in advance for tabs that no test opens
    ...(baseline ? { "javascript.options.wasm_optimizingjit": false } : {}),
  };
}

function launch(name: BrowserName, options: Launch, more: LaunchOptions): Promise<Browser> {
  const executablePath = options.executable ?? findBrowser(name);
  if (!executablePath) throw new Error(`no ${name} found; set BONTON_${name.toUpperCase()} to its path`);
  return puppeteer.launch({
    browser: name,
    executablePath,
    headless: !options.headful,
    acceptInsecureCerts: options.anyCertificate === true,
    ...more,
  });
}
