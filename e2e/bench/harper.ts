// The same drafts through harper.js, an English grammar checker in WebAssembly, in the same Chromium and at the same
// pace. It is called in a page of its own: its times hold no editor and no underlining, as ours do. It runs in the page
// itself, and where lengths are compared also in its own Worker, as its makers advise for pages and as ours does.
// In French it looks up every word in vain; the fair comparison is the English one.
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, resolve } from "node:path";
import type { Page } from "puppeteer-core";
import { launchChromium } from "../browsers.ts";
import { batchOf, COMPARED, nameOf, type Plan, plans, WARM_UP } from "./plan.ts";
import { figure, heading, series } from "./print.ts";
import { samples } from "./scale.ts";
import type { Summary } from "./stats.ts";
import { drafts } from "./texts.ts";

const DIST = "node_modules/harper.js/dist";

const types: Record<string, string> = { ".js": "text/javascript", ".wasm": "application/wasm" };

/** Longer drafts take harper seconds each; so many show as much. */
const FEW = 10;

/** Measures every plan; answers their summaries by name. */
export async function harper(): Promise<Map<string, Summary>> {
  const server = await serve();
  const browser = await launchChromium();
  try {
    heading("harper.js: text → lints, ms");
    const page = await browser.newPage();
    const { port } = server.address() as AddressInfo;
    await page.goto(`http://127.0.0.1:${port}/`);
    figure("set-up, once, ms", (await setUp(page)).toFixed(0));
    const found = new Map<string, Summary>();
    for (const plan of plans) found.set(nameOf(plan), series(nameOf(plan), await times(page, plan)));
    await intoWorker(page);
    for (const plan of plans.filter(({ length }) => length === COMPARED)) {
      const name = inWorker(nameOf(plan));
      found.set(name, series(name, await times(page, plan)));
    }
    return found;
  } finally {
    await browser.close();
    server.close();
  }
}

/** The name of a plan's series in harper's own Worker. */
export function inWorker(name: string): string {
  return `${name}, in its Worker`;
}

function serve(): Promise<Server> {
  const server = createServer(({ url = "/" }, response) => {
    const name = url === "/" ? "" : url.slice(1).replaceAll("/", "");
    response.setHeader("content-type", types[extname(name)] ?? "text/html");
    response.end(name === "" || name === "favicon.ico" ? "" : readFileSync(resolve(DIST, name)));
  });
  return new Promise((done) => server.listen(0, "127.0.0.1", () => done(server)));
}

declare global {
  interface Window {
    lintWithHarper(text: string): Promise<unknown>;
  }
}

function setUp(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const start = performance.now();
    // Kept from the bundler: these are addresses of the page's server.
    const load = (name: string) => new Function("name", "return import(name)")(name);
    const [{ LocalLinter }, { binary }] = await Promise.all([load("/index.js"), load("/binary.js")]);
    const linter = new LocalLinter({ binary });
    await linter.setup();
    window.lintWithHarper = (text) => linter.lint(text);
    await window.lintWithHarper("The first one.");
    return performance.now() - start;
  });
}

/** Lints in harper's Worker from now on. */
function intoWorker(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const load = (name: string) => new Function("name", "return import(name)")(name);
    const [{ WorkerLinter }, { binary }] = await Promise.all([load("/index.js"), load("/binary.js")]);
    const linter = new WorkerLinter({ binary });
    await linter.setup();
    window.lintWithHarper = (text) => linter.lint(text);
  });
}

async function times(page: Page, plan: Plan): Promise<number[]> {
  const { language, length } = plan;
  const wanted = length > COMPARED ? FEW : samples(plan.n);
  if (length <= COMPARED) await lint(page, drafts(language, length, 1_000_000, WARM_UP));
  const found: number[] = [];
  while (found.length < wanted) {
    const count = Math.min(batchOf(plan), wanted - found.length);
    found.push(...(await lint(page, drafts(language, length, found.length, count))));
  }
  return found;
}

/** Milliseconds per draft, each after a frame, as ours are. */
function lint(page: Page, texts: string[]): Promise<number[]> {
  return page.evaluate(async (texts) => {
    const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    const times: number[] = [];
    for (const text of texts) {
      await frame();
      const start = performance.now();
      await window.lintWithHarper(text);
      times.push(performance.now() - start);
    }
    return times;
  }, texts);
}
