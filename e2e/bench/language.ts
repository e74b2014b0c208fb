// The language program: how often it is right, how long a tab's first draft waits for it, what an answer takes, and its memory.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import type { Page } from "puppeteer-core";
import { engineFrame } from "../bonton.ts";
import { languageMemory, MB } from "./memory.ts";
import { figure, heading, series, type Target } from "./print.ts";
import { samples } from "./scale.ts";
import { withReplica } from "./stand.ts";
import { drafts } from "./texts.ts";

/** Labelled texts beside the repository; without them the messages of the Go tests are what there is. */
const LABELLED = "../shared/corpora/dev";
const MESSAGES = "language/testdata/messages.txt";

const LOADS = 20;
const ANSWERS = 500;
const LENGTHS = [30, 300, 3_000, 65_536];

interface Row {
  lang: string;
  text: string;
}

export async function language(): Promise<Target[]> {
  console.log("\nlanguage of drafts, of the command line, without interface and chat");
  const targets = existsSync(LABELLED)
    ? [labelled("langid_sentences", 0.985), labelled("langid_word_pairs", 0.85)]
    : [accuracy("messages.txt", messages(), 0.95)];
  heading("language program, ms");
  return withReplica("ours", async (page) => {
    const { p50 } = series("a new Worker → its first answer", await loads(page));
    for (const length of LENGTHS)
      series(`${length.toLocaleString("en")} characters`, await answers(page, length));
    const memory = (await languageMemory(page)) / MB;
    figure("linear memory after that", `${memory.toFixed(1)} MB`);
    return [
      ...targets,
      { name: "language program, load, p50", got: p50, limit: 700, unit: "ms" },
      { name: "language program, linear memory", got: memory, limit: 40, unit: "MB" },
    ];
  });
}

function labelled(set: string, limit: number): Target {
  const lines = readFileSync(`${LABELLED}/${set}.jsonl`, "utf8").trim().split("\n");
  return accuracy(
    set,
    lines.map((line) => JSON.parse(line) as Row),
    limit,
  );
}

function messages(): Row[] {
  const lines = readFileSync(MESSAGES, "utf8")
    .split("\n")
    .filter((line) => line.includes("\t"));
  return lines.map((line) => {
    const [lang = "", text = ""] = line.split("\t");
    return { lang, text };
  });
}

function accuracy(name: string, rows: Row[], limit: number): Target {
  const input = rows.map(({ text }, id) => JSON.stringify({ id, text })).join("\n");
  const { stdout } = spawnSync("go", ["run", "./cmd/bonton", "lint", "--jsonl"], {
    input,
    encoding: "utf8",
    maxBuffer: 64 * MB,
  });
  const answered = stdout.trim().split("\n");
  const right = answered
    .map((line) => JSON.parse(line) as { id: number; language: { code: string } })
    .filter(({ id, language: { code } }) => rows[id]?.lang === code).length;
  figure(name, `${right} of ${rows.length} right`);
  return { name: `language, ${name}`, got: right / rows.length, limit, unit: "of all", sense: "at least" };
}

/** Milliseconds from a new Worker to its first answer; the last Worker stays. */
async function loads(page: Page): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < samples(LOADS); i++) times.push((await inFrame(page, `load()`)) as number);
  return times;
}

async function answers(page: Page, length: number): Promise<number[]> {
  const texts = drafts("fr", length, 0, samples(length > 10_000 ? ANSWERS / 10 : ANSWERS));
  return (await inFrame(page, `Promise.resolve(${JSON.stringify(texts)}).then(each)`)) as number[];
}

/** Runs in the engine frame, with a Worker of the bench's own. */
async function inFrame(page: Page, what: string): Promise<unknown> {
  return (await engineFrame(page)).evaluate(`${setUp}; ${what}`);
}

const setUp = `
  globalThis.ask ??= (text) => new Promise((resolve) => {
    const began = performance.now();
    port.onmessage = () => resolve(performance.now() - began);
    port.postMessage({ id: 1, kind: "language", text });
  });
  globalThis.load ??= () => new Promise((resolve) => {
    globalThis.own?.terminate();
    const began = performance.now();
    const { port1, port2 } = new MessageChannel();
    globalThis.port = port1;
    port.onmessage = () => resolve(performance.now() - began);
    globalThis.own = new Worker("language-worker.js");
    own.postMessage({ id: 1, kind: "language", text: "Bonjour Madame" }, [port2]);
  });
  globalThis.each ??= async (texts) => {
    const times = [];
    for (const text of texts) times.push(await ask(text));
    return times;
  }`;
