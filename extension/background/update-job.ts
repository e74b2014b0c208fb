// One look at the signed bundle: verify what is held, fetch what is newer, try it on the engine, and put it in force. It runs
// in a Worker where there are Workers, else in the service worker, and keeps nothing of what it started: 7 MB of program must not stay.
import type { UpdaterAnswer, UpdaterJob, UpdaterPorts } from "../../wasm/linter/engine.d.ts";
import { names, read, write } from "../bundle/database.ts";
import { IN_FORCE, type InForce, inForce, sha256 } from "../bundle/in-force.ts";
import type { Note, Problem } from "../bundle/note.ts";
import { compile, packedHeld } from "../engine/files.ts";
import { packagedBundle } from "../engine/package.ts";
import { run } from "../engine/program.ts";
import { fetchFile } from "./fetch-file.ts";
import { takes } from "./trial.ts";
import type { Source } from "./update-source.ts";

/** What the background asks for. */
export interface Look {
  source: Source;
  /** The extension's version: another one may have another engine, and other packaged rules. */
  version: string;
  /** Ask the server too, instead of only verifying what is held. */
  update: boolean;
}

/** Names the circumstances under which a bundle was verified and tried. */
export function circumstances({ source, version }: Omit<Look, "update">): string {
  return JSON.stringify([version, source.engine, source.channel, source.root, source.address]);
}

/** The states that are looked at in turn: the newest, the one that the engine took last, none at all. */
const states = ["newest/", "taken/", undefined] as const;

type Found = { bundle: NonNullable<UpdaterAnswer["bundle"]> } & Pick<InForce, "rules" | "texts" | "lessons">;

/** Looks, and answers the note of what is in force afterwards; undefined if there is nothing that the engine takes. */
export async function look(asked: Look): Promise<Note | undefined> {
  const job = await jobFor(asked.source);
  await run(await compile("updater.wasm"));
  const updater = globalThis.bontonUpdater;
  if (!updater) throw new Error("updater.wasm did not start");
  globalThis.bontonUpdater = undefined; // so that nothing keeps the program
  let problem: Problem | undefined;
  for (const state of states) {
    const seen: { timestamp?: Uint8Array } = {};
    const update = asked.update && state === states[0];
    const { answer, ...files } = await updater.run(
      { ...job, update },
      ports(state, asked.source.address, seen),
    );
    const { bundle, error } = JSON.parse(answer) as UpdaterAnswer;
    problem ??= error && update ? { ...error, at: new Date().toISOString() } : undefined;
    if (!bundle || !files.rules) continue;
    const found = { bundle, ...files } as Found;
    const refused = await refusal(found, asked);
    if (!refused) return await take(found, state, asked, problem, seen.timestamp);
    problem = { class: "engine", message: refused, at: new Date().toISOString() };
  }
  return undefined;
}

/** The parts of a job that stay the same for all states. */
async function jobFor({ root, channel, engine }: Source): Promise<Omit<UpdaterJob, "update">> {
  const packaged = await packagedBundle();
  const own = root === "" ? packaged["root.json"] : new TextEncoder().encode(root);
  return { root: own as Uint8Array, packaged, channel, engine };
}

/** Network and storage of one state. What the newest timestamp was is noted on the way. */
function ports(state: string | undefined, address: string, seen: { timestamp?: Uint8Array }): UpdaterPorts {
  return {
    fetch: async (path, max) => {
      const data = await fetchFile(address, path, max);
      if (path === TIMESTAMP) seen.timestamp = data;
      return data;
    },
    read: async (name) => (state ? ((await read(state + name)) as Uint8Array | undefined) : undefined),
    write: async (files) => {
      if (!state) return;
      await write(Object.fromEntries(Object.entries(files).map(([name, data]) => [state + name, data])));
    },
  };
}

/** Where a repository says what is newest. */
export const TIMESTAMP = "metadata/timestamp.json";

/** Why the engine does not take a bundle. What it took before in the same package is not tried again, and what shipped beside it was
 *  tried by its build. */
async function refusal({ rules, texts, bundle }: Found, asked: Look): Promise<string | undefined> {
  const hashes = [await sha256(rules), await sha256(texts)];
  const are = (known: readonly string[]) => known.every((hash, at) => hash === hashes[at]);
  const last = await inForce();
  if (last?.by === circumstances(asked) && are([last.note.rules, last.note.texts])) return undefined;
  const shipped = await Promise.all([packedHeld("rules", "packaged"), packedHeld("texts", "packaged")]);
  return are(shipped.map(({ hash }) => hash)) ? undefined : takes(rules, texts, bundle.version);
}

/** Puts a bundle in force, and keeps the state that vouches for it. */
async function take(
  { bundle, rules, texts, lessons }: Found,
  state: (typeof states)[number],
  asked: Look,
  problem: Problem | undefined,
  timestamp: Uint8Array | undefined,
): Promise<Note> {
  const note: Note = {
    ...bundle,
    source: bundle.source === "packaged" ? "packaged" : "stored",
    rules: await sha256(rules),
    texts: await sha256(texts),
    lessons: await sha256(lessons),
    staleDays: asked.source.staleDays,
    ...(asked.update ? { looked: new Date().toISOString() } : {}),
    ...(problem ? { problem } : {}),
  };
  const record: InForce = { note, rules, texts, lessons, by: circumstances(asked) };
  if (timestamp && !problem) record.timestamp = await sha256(timestamp);
  await write({ ...(state === states[0] ? await copied() : {}), [IN_FORCE]: record });
  return note;
}

/** The newest state as the one that the engine took. */
async function copied(): Promise<Record<string, unknown>> {
  const files: Record<string, unknown> = {};
  for (const name of await names(states[1])) files[name] = undefined;
  for (const name of await names(states[0]))
    files[states[1] + name.slice(states[0].length)] = await read(name);
  return files;
}
