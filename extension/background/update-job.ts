// One look at the signed bundle: verify what is held, fetch what is newer, try it on the engine, and put it in force. It runs
// in a Worker where there are Workers, else in the service worker, and keeps nothing of what it started: 7 MB of program must not stay.
import type {
  BontonUpdater,
  UpdaterAnswer,
  UpdaterError,
  UpdaterJob,
  UpdaterPorts,
} from "../../wasm/linter/engine.d.ts";
import { names, read, write } from "../bundle/database.ts";
import { IN_FORCE, type InForce, inForce, type Refused, sha256 } from "../bundle/in-force.ts";
import { type Note, type Problem, silentAfter } from "../bundle/note.ts";
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
  /** Try again what the engine refused before: somebody asks for it. */
  anew: boolean;
}

/** Names the circumstances under which a bundle was verified and tried. */
export function circumstances({ source, version }: Pick<Look, "source" | "version">): string {
  return JSON.stringify([version, source.engine, source.channel, source.root, source.address]);
}

/** The states that are looked at in turn: the newest, the one that the engine took last, none at all. */
const states = ["newest/", "taken/", undefined] as const;

type Found = { bundle: NonNullable<UpdaterAnswer["bundle"]> } & Pick<InForce, "rules" | "texts" | "lessons">;

/** What a look learnt on its way to what it takes. */
interface Learnt {
  problem?: Problem | undefined;
  timestamp?: Uint8Array;
  /** Until when the repository vouches for what is newest, whether or not that is taken. */
  fresh?: string | undefined;
  refused: Refused[];
  vain?: string;
}

/** Looks, and answers the note of what is in force afterwards; undefined if there is nothing that the engine takes. */
export async function look(asked: Look): Promise<Note | undefined> {
  const job = await jobFor(asked.source);
  await run(await compile("updater.wasm"));
  const updater = globalThis.bontonUpdater;
  if (!updater) throw new Error("updater.wasm did not start");
  globalThis.bontonUpdater = undefined; // so that nothing keeps the program
  const learnt: Learnt = { refused: [] };
  let why: UpdaterError | undefined;
  for (const state of states) {
    const update = asked.update && state === states[0];
    const { found, error } = await runOnce(updater, { ...job, update }, state, asked, learnt);
    why ??= error;
    if (error && update) learnt.problem ??= seenNow(error);
    if (!found) continue;
    const refused = await refusal(found, asked);
    if (!refused) return await take(found, state, asked, learnt);
    learnt.refused.push(refused);
    learnt.problem = seenNow({ class: "engine", message: refused.why });
  }
  const whose = asked.source.root ? "the policy's root cannot be read: " : "";
  learnt.problem = seenNow({ class: "untrusted", message: `${whose}${why?.message}` });
  learnt.vain = circumstances(asked);
  return (await keep(asked, learnt)) ?? (await takeShipped(updater, job, asked, learnt));
}

/** One run of the updater over a state. */
async function runOnce(
  updater: BontonUpdater,
  job: UpdaterJob,
  state: (typeof states)[number],
  asked: Look,
  learnt: Learnt,
): Promise<{ found?: Found; error?: UpdaterError | undefined }> {
  const { answer, ...files } = await updater.run(job, ports(state, asked.source.address, learnt));
  const { bundle, error } = JSON.parse(answer) as UpdaterAnswer;
  learnt.fresh ??= bundle?.fresh;
  return bundle && files.rules ? { found: { bundle, ...files } as Found, error } : { error };
}

/** Nothing could be verified by the root that was given: what was verified by another stays in force, and says so. */
async function keep(asked: Look, learnt: Learnt): Promise<Note | undefined> {
  const last = await inForce();
  if (!last || (await sha256(last.rules)) !== last.note.rules) return undefined;
  const note = { ...last.note, ...standing(asked, learnt, last.note) };
  await write({ [IN_FORCE]: { ...last, note, vain: circumstances(asked) } satisfies InForce });
  return note;
}

/** Nor is anything in force: what shipped, by its own root. */
async function takeShipped(
  updater: BontonUpdater,
  job: Omit<UpdaterJob, "update">,
  asked: Look,
  learnt: Learnt,
): Promise<Note | undefined> {
  const own = { ...job, root: job.packaged["root.json"] as Uint8Array, update: false };
  const { found } = await runOnce(updater, own, undefined, asked, learnt);
  return found && take(found, undefined, asked, learnt);
}

function seenNow(problem: Omit<Problem, "at">): Problem {
  return { ...problem, at: new Date().toISOString() };
}

/** The parts of a job that stay the same for all states. */
async function jobFor({ root, channel, engine }: Source): Promise<Omit<UpdaterJob, "update">> {
  const packaged = await packagedBundle();
  const own = root === "" ? packaged["root.json"] : new TextEncoder().encode(root);
  return { root: own as Uint8Array, packaged, channel, engine };
}

/** Network and storage of one state. What the newest timestamp was is noted on the way. */
function ports(state: string | undefined, address: string, seen: Learnt): UpdaterPorts {
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

/** Why the engine does not take a bundle. What it took or refused before in the same package is not tried again, and what shipped
 *  beside it was tried by its build. */
async function refusal({ rules, texts, bundle }: Found, asked: Look): Promise<Refused | undefined> {
  const hashes = { rules: await sha256(rules), texts: await sha256(texts) };
  const are = (known: { rules: string; texts: string }) =>
    known.rules === hashes.rules && known.texts === hashes.texts;
  const last = await inForce();
  const before = last?.by === circumstances(asked) ? last : undefined;
  if (before && are(before.note)) return undefined;
  const refused = asked.anew ? undefined : before?.refused?.find(are);
  if (refused) return refused;
  const shipped = await Promise.all([packedHeld("rules", "packaged"), packedHeld("texts", "packaged")]);
  if (are({ rules: shipped[0].hash, texts: shipped[1].hash })) return undefined;
  const why = await takes(rules, texts, bundle.version);
  return why === undefined ? undefined : { ...hashes, why };
}

/** Puts a bundle in force, and keeps the state that vouches for it. */
async function take(
  { bundle, rules, texts, lessons }: Found,
  state: (typeof states)[number],
  asked: Look,
  learnt: Learnt,
): Promise<Note> {
  const fresh = learnt.fresh ?? bundle.fresh;
  const note: Note = {
    ...bundle,
    ...(fresh ? { fresh } : {}),
    source: bundle.source === "packaged" ? "packaged" : "stored",
    rules: await sha256(rules),
    texts: await sha256(texts),
    lessons: await sha256(lessons),
    ...standing(asked, learnt, { fresh, silent: (await inForce())?.note.silent }),
  };
  const { timestamp, refused, vain } = learnt;
  const record: InForce = { note, rules, texts, lessons, by: circumstances(asked), refused };
  if (timestamp && isSettled(learnt.problem)) record.timestamp = await sha256(timestamp);
  if (vain) record.vain = vain;
  await write({ ...(state === states[0] ? await copied() : {}), [IN_FORCE]: record });
  return note;
}

/** Whether the same timestamp would bring the same again: all was taken, or what it leads to was verified and does not fit. */
function isSettled(problem: Problem | undefined): boolean {
  return problem === undefined || problem.class === "engine" || problem.class === "unfit";
}

/** What a note says of the look itself. */
export function standing(
  { source, update }: Pick<Look, "source" | "update">,
  { problem }: Pick<Learnt, "problem">,
  { fresh, silent }: { fresh?: string | undefined; silent?: string | undefined },
): Pick<Note, "staleDays" | "looked" | "problem" | "silent"> {
  const asked = update || source.address === "";
  return {
    staleDays: source.staleDays,
    looked: update ? new Date().toISOString() : undefined,
    problem,
    silent: silentAfter(silent, { fresh, asked, failed: problem?.at }),
  };
}

/** The newest state as the one that the engine took. */
async function copied(): Promise<Record<string, unknown>> {
  const files: Record<string, unknown> = {};
  for (const name of await names(states[1])) files[name] = undefined;
  for (const name of await names(states[0]))
    files[states[1] + name.slice(states[0].length)] = await read(name);
  return files;
}
