// The extension with a tap on the line to its engine: the built extension, in which frame.js alone has a few lines put
// in front. A test so reads the very drafts the engine's Worker is given, in both browsers, and can plant findings
// in the answers, for fixes that no rule offers yet. (Firefox lets no automation into extension frames.)
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import type { Draft, Finding, Report } from "../wasm/linter/engine.d.ts";
import { type ExtensionBench, withExtension } from "./bonton.ts";
import { type BrowserName, isTested, testedIn } from "./browsers.ts";
import { until, within } from "./until.ts";
import type { PartialOptions } from "./whatsapp/options.ts";

/** A finding to plant at each place where its words stand. */
export interface Planted {
  words: string;
  /** What its one fix puts there. */
  fix: string;
  /** By default a note. */
  action?: "note" | "warn";
}

interface Tapped {
  /** The frame, to plant findings in. */
  frame?: MessageEventSource | null;
  draft?: Draft;
  report?: Report;
}

declare global {
  interface Window {
    __tap: Tapped;
  }
}

/** Defines tests with the tapped extension in both browsers. */
export function withTap(
  define: (bench: ExtensionBench) => void,
  names: readonly BrowserName[] = testedIn,
): void {
  for (const name of names.filter(isTested))
    withExtension((bench) => define(listening(bench)), [name], { extensionDir: tapped(name) });
}

/** The same bench, with pages that listen to the tap from their first moment on. */
function listening(bench: ExtensionBench): ExtensionBench {
  let listens = false;
  const opening = (open: ExtensionBench["open"]) => async (options?: PartialOptions) => {
    const page = await bench.page();
    if (!listens) await page.evaluateOnNewDocument(listenInPage);
    listens = true;
    await page.mouse.move(2, 2);
    await page.evaluate(forget);
    return open(options);
  };
  return { ...bench, open: opening(bench.open), load: opening(bench.load) };
}

/** Plants findings in every report from the next on. */
export function plant(page: Page, ...planted: Planted[]): Promise<void> {
  return page.evaluate(
    (all) => window.__tap.frame?.postMessage({ plant: all }, { targetOrigin: "*" }),
    planted,
  );
}

/** Keeps the answers to "why" back from now on, or hands out those that were kept. */
export function keepReasons(page: Page, keep: boolean): Promise<void> {
  return page.evaluate(
    (kept) => window.__tap.frame?.postMessage({ keep: kept }, { targetOrigin: "*" }),
    keep,
  );
}

/** The newest finding of these words, as the engine reported it. */
export async function findingOf(page: Page, words: string): Promise<Finding> {
  const found = await page.evaluate((wanted) => {
    const { draft, report } = window.__tap;
    return report?.findings.find(({ start, end }) => draft?.text.slice(start, end) === wanted);
  }, words);
  if (!found) throw new Error(`no finding on ${words}`);
  return found;
}

/** Waits until the engine has answered for what Lexical would send now. Waiting in vain is left to the test to explain. */
export async function answered(page: Page): Promise<void> {
  const holds = () => {
    const { draft, report } = window.__tap;
    const text = window.__replica.lexicalText().trim().toWellFormed();
    return text === "" || (draft?.text === text && report?.revision === draft.revision);
  };
  await within(5_000, page, holds);
}

/** The draft the engine was asked about last and what Lexical would send now, both as JSON, which escapes lone surrogates. */
export function bothTexts(page: Page): Promise<{ engine: string; lexical: string }> {
  return page.evaluate(() => ({
    engine: JSON.stringify(window.__tap.draft?.text),
    lexical: JSON.stringify(window.__replica.lexicalText().trim().toWellFormed()),
  }));
}

/** The draft the engine was asked about last, once its thread ends with this message. */
export async function draftAfter(page: Page, last: string): Promise<Draft> {
  await until(page, (text) => window.__tap.draft?.thread?.messages.at(-1)?.text === text, last);
  return lastDraft(page);
}

/** The draft the engine was asked about last. */
export async function lastDraft(page: Page): Promise<Draft> {
  const draft = await page.evaluate(() => window.__tap.draft);
  if (!draft) throw new Error("the engine was not asked");
  return draft;
}

const folders = new Map<BrowserName, string>();

/** A copy for each process: those of the two browsers run side by side. */
function tapped(name: BrowserName): string {
  const known = folders.get(name) ?? tap(name);
  folders.set(name, known);
  return known;
}

function tap(name: BrowserName): string {
  const folder = mkdtempSync(join(tmpdir(), `bonton-tapped-${name}-`));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  cpSync(join("dist", name), folder, { recursive: true });
  const frame = readFileSync(join("dist", name, "engine", "frame.js"), "utf8");
  writeFileSync(join(folder, "engine", "frame.js"), `(${tapFrame})();\n${frame}`);
  return folder;
}

/** Runs in the page: nothing is planted any more, and nothing was heard. */
function forget(): void {
  if (!window.__tap) return;
  const { frame } = window.__tap;
  frame?.postMessage({ plant: [], keep: false }, { targetOrigin: "*" });
  window.__tap = { frame: frame ?? null };
}

function listenInPage(): void {
  if (window !== top) return;
  window.__tap = {};
  addEventListener("message", ({ data, source }) => {
    if (data?.tapped) Object.assign(window.__tap, { frame: source }, data.tapped);
  });
}

/** Runs in the frame, before its own script: sits between the content script's port and the Worker. */
function tapFrame(): void {
  const post = Worker.prototype.postMessage;
  const asked = new Map<number, Draft>();
  let planted: Planted[] = [];
  let kept: (() => void)[] | undefined;
  const tell = (what: object) => parent.postMessage({ tapped: what }, "*");
  addEventListener("message", ({ data }) => {
    if (data?.plant) planted = data.plant;
    if (data?.keep === undefined) return;
    for (const hand of kept ?? []) hand();
    kept = data.keep ? [] : undefined;
  });
  Worker.prototype.postMessage = function (this: Worker, message: unknown, ports) {
    const [port] = (ports ?? []) as MessagePort[];
    if (!port) return (post as (message: unknown) => void).call(this, message);
    const { port1, port2 } = new MessageChannel();
    port.onmessage = ({ data }) => {
      if (data.draft) {
        asked.set(data.id, data.draft);
        tell({ draft: data.thread ? { ...data.draft, thread: JSON.parse(data.thread) } : data.draft });
      }
      port1.postMessage(data);
    };
    port1.onmessage = ({ data }) => {
      if (data.report?.findings) tell({ report: addPlanted(data.report, asked.get(data.id)?.text ?? "") });
      else tell({});
      if (data.kind === "why" && kept) kept.push(() => port.postMessage(data));
      else port.postMessage(data);
    };
    (post as (message: unknown, ports: MessagePort[]) => void).call(this, message, [port2]);
  } as Worker["postMessage"];

  function addPlanted(report: Report, text: string): Report {
    for (const { words, fix, action = "note" } of planted) {
      const start = text.indexOf(words);
      if (start < 0) continue;
      const end = start + words.length;
      const fixes = [{ title: "planted", edits: [{ start, end, text: fix }] }];
      const rule = {
        rule: "test/planted",
        category: "style",
        action,
        message: "planted",
        confidence: 5,
      } as const;
      report.findings.push({ ...rule, start, end, fixes });
      if (report.verdict === "clean") report.verdict = action;
    }
    return report;
  }
}
