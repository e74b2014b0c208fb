// Runs dist/edge in workerd on this machine, for tests and measurements. It reads a command a line and answers a line, in
// JSON: {"start": bindings} the worker over an empty storage, {"at": milliseconds} its clock, {"restart": true}.

import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { Log, LogLevel, Miniflare } from "miniflare";

const edge = resolve(process.argv[2] ?? "dist/edge");
const storage = await mkdtemp(join(tmpdir(), "bonton-edge-"));
const { compatibility_date: compatibilityDate } = JSON.parse(
  (await readFile(new URL("wrangler.jsonc", import.meta.url), "utf8")).replace(/^\s*\/\/.*$/gm, ""),
);

const kinds = { ".mjs": "ESModule", ".js": "ESModule", ".wasm": "CompiledWasm" };
const modules = ["front.mjs", "worker.mjs", "runtime.mjs", "wasm_exec.js", "app.wasm"].map((name) => ({
  type: kinds[name.slice(name.lastIndexOf("."))],
  path: join(edge, name),
}));

let options;
let flare;

/** Starts the worker, or gives the one that runs an empty storage. */
async function start(bindings) {
  if (flare) return empty();
  options = {
    modules,
    modulesRoot: edge,
    compatibilityDate,
    bindings,
    r2Buckets: ["FILES"],
    d1Databases: ["HEAD"],
    r2Persist: join(storage, "r2"),
    d1Persist: join(storage, "d1"),
    log: new Log(LogLevel.ERROR),
    handleRuntimeStdio: (out, err) => {
      for (const said of [out, err]) process.env.BONTON_VERBOSE ? said.pipe(process.stderr) : said.resume();
    },
  };
  return run();
}

async function run() {
  flare = new Miniflare(options);
  return { url: (await flare.ready).origin };
}

async function empty() {
  const [files, head] = [await flare.getR2Bucket("FILES"), await flare.getD1Database("HEAD")];
  await head.exec("DROP TABLE IF EXISTS head");
  for (let more = true; more; ) {
    const { objects, truncated } = await files.list(); // a thousand at most; those before them are gone
    await files.delete(objects.map(({ key }) => key));
    more = truncated;
  }
  return { url: (await flare.ready).origin };
}

async function clock(at) {
  const worker = await flare.getWorker();
  const { outcome } = await worker.scheduled({ scheduledTime: new Date(at), cron: "" });
  return { outcome };
}

async function restart() {
  await flare.dispose();
  return run();
}

function obey(command) {
  if (command.start) return start(command.start);
  return command.restart ? restart() : clock(command.at);
}

const pending = [];
for await (const line of createInterface({ input: process.stdin })) {
  const command = JSON.parse(line);
  pending.push(
    obey(command)
      .catch((error) => ({ error: String(error?.stack ?? error) }))
      .then((answer) => console.log(JSON.stringify({ id: command.id, ...answer }))),
  );
}
await Promise.all(pending);
await flare?.dispose();
await rm(storage, { recursive: true, force: true });
