/** Serves the replica: as https://web.whatsapp.com inside a browser under test, or over plain http for a look. */
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { resolve } from "node:path";
import type { Browser, CDPSession, HTTPRequest, Page } from "puppeteer-core";
import { iconSVG, wallpaperSVG } from "./art.ts";
import { hashStyle } from "./classes.ts";
import { cspHeaders } from "./csp.ts";
import { emojiSVG } from "./emoji-art.ts";
import { labelsOf } from "./locales.ts";
import { optionsOf, type PartialOptions, type ReplicaOptions, replicaURL, withDefaults } from "./options.ts";
import { style } from "./style/index.ts";

/** The origin the replica pretends to be. */
export const ORIGIN = "https://web.whatsapp.com";

/** A response of the replica. */
export interface Reply {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** Where the build puts the page's script, from the repository's root. */
const SCRIPT = "dist/test/pages/whatsapp/replica.page.js";

function reply(type: string, body: string, headers: Record<string, string> = {}): Reply {
  const length = String(Buffer.byteLength(body));
  return {
    status: 200,
    headers: { "content-type": type, "cache-control": "no-store", "content-length": length, ...headers },
    body,
  };
}

/** The document of the page; a new seed gives new class names. */
export function replicaHTML(options: ReplicaOptions = withDefaults()): string {
  const seed = options.seed || Math.random().toString(36).slice(2);
  const dir = labelsOf(options.locale).rtl ? "rtl" : "ltr";
  return `<!doctype html>
<html lang="${options.locale}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>WhatsApp (réplique)</title>
<link rel="icon" href="/replica/icon.svg">
<link rel="stylesheet" href="/replica/style.css?seed=${seed}">
<script src="/replica/page.js" data-seed="${seed}" defer></script>
</head>
<body class="${options.theme === "dark" ? "dark" : ""}"><div id="app"></div></body>
</html>
`;
}

const svgType = "image/svg+xml";

function asset(path: string, url: URL): Reply | undefined {
  if (path === "page.js")
    return reply("text/javascript; charset=utf-8", readFileSync(resolve(SCRIPT), "utf8"));
  if (path === "style.css")
    return reply("text/css; charset=utf-8", hashStyle(url.searchParams.get("seed") ?? "", style));
  if (path === "icon.svg") return reply(svgType, iconSVG);
  if (path === "wallpaper-light.svg") return reply(svgType, wallpaperSVG("#0b141a", 0.06));
  if (path === "wallpaper-dark.svg") return reply(svgType, wallpaperSVG("#ffffff", 0.05));
  const emoji = /^emoji\/([0-9a-f-]+)\.svg$/.exec(path)?.[1];
  return emoji === undefined ? undefined : reply(svgType, emojiSVG(emoji));
}

/** Answers a request to the replica's origin; undefined means it has no such thing. */
export function respond(address: string): Reply | undefined {
  const url = new URL(address);
  if (url.pathname.startsWith("/replica/")) return asset(url.pathname.slice("/replica/".length), url);
  if (url.pathname !== "/") return undefined;
  const options = optionsOf(url);
  return reply("text/html; charset=utf-8", replicaHTML(options), cspHeaders(options.csp));
}

const missing: Reply = { status: 404, headers: { "content-type": "text/plain" }, body: "" };

async function interceptChromium(page: Page): Promise<void> {
  const session: CDPSession = await page.createCDPSession();
  session.on("Fetch.requestPaused", ({ requestId, request }) => {
    const { status, headers, body } = respond(request.url) ?? missing;
    const responseHeaders = Object.entries(headers).map(([name, value]) => ({ name, value }));
    const fulfilled = {
      requestId,
      responseCode: status,
      responseHeaders,
      body: Buffer.from(body).toString("base64"),
    };
    // A page that went away meanwhile no longer wants its answer.
    session.send("Fetch.fulfillRequest", fulfilled).catch(() => {});
  });
  await session.send("Fetch.enable", { patterns: [{ urlPattern: `${ORIGIN}/*` }] });
}

async function interceptFirefox(page: Page): Promise<void> {
  await page.setRequestInterception(true);
  page.on("request", (request: HTTPRequest) => {
    const ours = request.url().startsWith(`${ORIGIN}/`);
    const answer = ours ? request.respond(respond(request.url()) ?? missing) : request.continue();
    answer.catch(() => {});
  });
}

/** Whether the page runs in Firefox. */
export async function isFirefox(page: Page): Promise<boolean> {
  return /firefox/i.test(await page.browser().version());
}

const served = new WeakSet<Page>();

/** Makes every request of `page` to https://web.whatsapp.com end here. Calling it again changes nothing. */
export async function interceptReplica(page: Page): Promise<void> {
  if (served.has(page)) return;
  served.add(page);
  await ((await isFirefox(page)) ? interceptFirefox(page) : interceptChromium(page));
}

/** Opens the replica in `page` as https://web.whatsapp.com and waits until it is drawn. */
export async function serveReplica(page: Page, options: PartialOptions = {}): Promise<void> {
  await interceptReplica(page);
  await gotoWithScripts(page, replicaURL(options, ORIGIN));
  await page.waitForFunction("window.__replica !== undefined");
}

const scripted = new WeakSet<Browser>();

/** So often a page is loaded again before its test may say that the extension is not there; once was always enough. */
const RELOADS = 10;

/**
 * Loads a page. A Chromium that has just taken a package may open its first pages without its content scripts (one start in
 * twelve), and tells nobody when it has them: there the page is loaded again, once they must have run and did not.
 */
async function gotoWithScripts(page: Page, address: string): Promise<void> {
  const browser = page.browser();
  await page.goto(address);
  if (scripted.has(browser)) return;
  scripted.add(browser);
  if ((await isFirefox(page)) || (await browser.extensions()).size === 0) return;
  for (let left = RELOADS; left > 0 && !(await page.$("bonton-ui")); left--) await page.reload();
}

const loaded = new WeakMap<Page, ReplicaOptions>();

/**
 * Opens the replica as `serveReplica` does, but without loading the page where it is open already and the options allow it:
 * a third of a second against two. What a test left in the page's world, or in a content script, is still there.
 */
export async function reuseReplica(page: Page, partial: PartialOptions = {}): Promise<void> {
  const options = withDefaults(partial);
  const before = loaded.get(page);
  const same = before && AT_LOAD.every((key) => before[key] === options[key]);
  loaded.set(page, options);
  if (!same || !page.url().startsWith(ORIGIN)) return serveReplica(page, partial);
  await page.evaluate((next) => window.__replica.startOver(next), options);
}

/** Options that the document itself carries. */
const AT_LOAD = ["locale", "csp", "seed"] as const;

/** Serves the replica on a port of this computer; 0 picks a free one. */
export function listen(port = 0): Promise<{ server: Server; origin: string }> {
  const server = createServer((request, response) => {
    const { status, headers, body } = respond(new URL(request.url ?? "/", ORIGIN).href) ?? missing;
    response.writeHead(status, headers).end(body);
  });
  return new Promise((done) => {
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      const chosen = typeof address === "object" && address !== null ? address.port : port;
      done({ server, origin: `http://127.0.0.1:${chosen}` });
    });
  });
}
