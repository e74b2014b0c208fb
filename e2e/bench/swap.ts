// New rules under an open tab: how long the background takes to fetch, verify and try a bundle, how long the tab then takes to
// change over, and what reports of drafts that are typed meanwhile wait. Drafts follow each other frame by frame, four times as
// fast as the quickest hands; as many are measured while nothing happens, in the same tab.
import type { Page } from "puppeteer-core";
import { chipSays, engineFrame, verdictIs } from "../bonton.ts";
import { launchChromium } from "../browsers.ts";
import { packageAt, removePackage } from "../rules/package.ts";
import { holding, RulesServer } from "../rules/server.ts";
import { compose } from "../whatsapp/driver.ts";
import { serveReplica } from "../whatsapp/serve.ts";
import { heading, series, type Target } from "./print.ts";
import { samples } from "./scale.ts";
import { drafts } from "./texts.ts";
import { reports } from "./typing.ts";
import { witness } from "./witness.ts";

const TRIALS = 7;

/** Drafts while the rules change; they take longer than the change. */
const DRAFTS = 150;

/** Of a draft, in characters. */
const LENGTH = 300;

export async function swap(): Promise<Target[]> {
  heading("new rules under an open tab, ms");
  const server = await RulesServer.start();
  server.publish("1", "word0", holding("obsidienne"));
  const dir = packageAt("chrome", server.address);
  const browser = await launchChromium({ extension: true, extensionDir: dir });
  try {
    const page = (await browser.pages())[0] ?? (await browser.newPage());
    page.setDefaultTimeout(60_000);
    await serveReplica(page);
    await chipSays(page, "ready");
    await look(page);
    const idle = await whileIdle(page, server);
    return [...idle, ...(await whileTyping(page, server))];
  } finally {
    await browser.close();
    server.close();
    removePackage(dir);
  }
}

/** Milliseconds until the background has looked. */
async function look(page: Page): Promise<number> {
  const start = performance.now();
  await (await engineFrame(page)).evaluate("chrome.runtime.sendMessage({ kind: 'poll', now: true })");
  return performance.now() - start;
}

let published = 1;

/** Publishes a rule about a word that no draft had before, and answers the word. */
function publish(server: RulesServer): string {
  published += 1;
  const word = `zircon${"abcdefghijklmnopqrstuvwxyz"[published % 26]}`;
  server.publish(String(published), `word${published}`, holding(word));
  return word;
}

async function whileIdle(page: Page, server: RulesServer): Promise<Target[]> {
  const [verified, changed]: [number[], number[]] = [[], []];
  for (let i = 0; i < samples(TRIALS); i++) {
    const word = publish(server);
    await compose(page, `Bonjour ${word}`);
    await verdictIs(page, "clean");
    verified.push(await look(page));
    const since = performance.now();
    await verdictIs(page, "warn");
    changed.push(performance.now() - since);
  }
  const verify = series("fetched, verified, tried and kept by the background", verified);
  const change = series("then: the draft has the new rules' report", changed);
  const got = verify.p50 + change.p50;
  return [{ name: "a bundle is verified and in force, p50", got, limit: 1_000, unit: "ms" }];
}

async function whileTyping(page: Page, server: RulesServer): Promise<Target[]> {
  await serveReplica(page);
  await chipSays(page, "ready");
  await witness(page);
  const [quiet, busy]: [number[], number[]] = [[], []];
  for (let i = 0; i < samples(TRIALS); i++) {
    quiet.push(...(await reports(page, drafts("fr", LENGTH, i * DRAFTS, DRAFTS))));
    publish(server);
    const typed = reports(page, drafts("fr", LENGTH, i * DRAFTS, DRAFTS));
    await look(page);
    busy.push(...(await typed));
  }
  const without = series("reports while nothing happens", quiet);
  const during = series("reports while rules are verified and changed", busy);
  const name = "a report is later because rules change, p99";
  return [{ name, got: during.p99 - without.p99, limit: 10, unit: "ms" }];
}
