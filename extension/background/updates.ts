// Keeps the rules in force verified and new: at the browser's start, when the policy changes, whenever a WhatsApp tab asks, hourly, and on demand. Looks are
// made one after another. Whatever goes wrong, the rules in force stay, and the note says so.
import { write } from "../bundle/database.ts";
import { IN_FORCE, type InForce, inForce, sha256 } from "../bundle/in-force.ts";
import { isRefusal, NOTE, type Note, type Problem } from "../bundle/note.ts";
import { isOwnContentScript, isOwnFile, isPollRequest, type PollReply } from "../protocol.ts";
import { fetchFile } from "./fetch-file.ts";
import { circumstances, type Look, look, standing, TIMESTAMP } from "./update-job.ts";
import { readSource } from "./update-source.ts";

/** Timestamps are small; one beyond this is left to the verifier to refuse, in bytes. */
const MAX_TIMESTAMP = 16 << 10;

/** Without an address, tabs come back so rarely, in seconds: a policy may name one meanwhile. */
const IDLE_SECONDS = 3600;

/** The key in storage.session, which lives as long as the browser runs: what was verified since its start. */
const VERIFIED = "verified";

/** The alarm that asks where no tab does, in minutes from one to the next: an hour ± 20 %, the same for one installation. */
const HOURLY = "rules";
const hourly = () => ({ periodInMinutes: 60 * (0.8 + 0.4 * Math.random()) });

let last: Promise<unknown> = Promise.resolve();

/** Starts with the browser and with the extension, and answers tabs and pages. */
export function followUpdates(): void {
  const start = () => void inTurn(() => refresh("due"));
  chrome.runtime.onStartup.addListener(start);
  chrome.runtime.onInstalled.addListener(start);
  chrome.storage.managed?.onChanged?.addListener(start); // it may name another server, root or channel
  chrome.alarms.onAlarm.addListener(({ name }) => {
    if (name === HOURLY) void inTurn(() => refresh("again"));
  });
  void chrome.alarms.get(HOURLY).then((known) => {
    if (!known) void chrome.alarms.create(HOURLY, hourly());
  });
  chrome.runtime.onMessage.addListener((message: unknown, sender, respond: (answer?: PollReply) => void) => {
    if (!isPollRequest(message) || (!isOwnContentScript(sender) && !isOwnFile(sender))) return;
    const now = message.now && isOwnFile(sender); // a tab cannot make us ask more often than is due
    inTurn(() => refresh(now ? "whole" : "due")).then(respond, () => respond());
    return true;
  });
}

function inTurn<T>(act: () => Promise<T>): Promise<T> {
  const done = last.then(act);
  last = done.catch((error: unknown) => console.warn("Bonton could not look for rules:", error));
  return done;
}

/** Looks if that is due, or again whenever it was done last, or with all that is to be verified. Answers when the next is due. */
async function refresh(how: "due" | "again" | "whole"): Promise<PollReply> {
  const source = await readSource();
  const wait = how === "whole" ? 0 : source.wait; // somebody who asks now is not kept waiting
  const update = source.address !== "" && wait === 0;
  const version = chrome.runtime.getManifest().version;
  const asked: Look = { source, version, update, anew: how === "whole" };
  const by = circumstances(asked);
  const record = await inForce();
  const isVain = record?.vain === by;
  const known = (record?.by === by || isVain) && (await isVerified(record));
  if (how === "whole" || !record || !known) await lookWhole(asked);
  else if (update && !isVain && (how === "again" || isDue(record.note, source.pollSeconds)))
    await lookQuickly(asked, record);
  const seconds = source.address ? source.pollSeconds * (0.8 + 0.4 * Math.random()) : IDLE_SECONDS;
  return { again: wait || Math.round(seconds * 1000) };
}

/** Many tabs ask; only the first of them after a while is heeded. */
function isDue({ looked }: Note, pollSeconds: number): boolean {
  const ago = Date.now() - Date.parse(looked ?? "");
  return !(ago >= 0 && ago < pollSeconds * 700);
}

/** Whether these rules were verified since the browser started. */
async function isVerified({ note, rules }: InForce): Promise<boolean> {
  const { [VERIFIED]: verified } = await chrome.storage.session.get(VERIFIED);
  return verified === note.rules && (await sha256(rules)) === note.rules;
}

/** Nearly all looks need no verifier: the same timestamp as was verified last brings no news, and none at all brings nothing to verify. */
async function lookQuickly(asked: Look, record: InForce): Promise<void> {
  const seen = await fetchFile(asked.source.address, TIMESTAMP, MAX_TIMESTAMP).catch((error: Error) => error);
  const { note } = record;
  if (seen instanceof Uint8Array) {
    const same = record.timestamp === (await sha256(seen));
    const ended = Date.now() > Date.parse(note.fresh ?? "");
    return !same || ended ? lookWhole(asked) : noteLook(asked, record, undefined);
  }
  return seen.name === "TooLarge" ? lookWhole(asked) : noteLook(asked, record, seen);
}

/** Notes a look that brought nothing new. A refusal stays until something is taken. */
async function noteLook(asked: Look, record: InForce, failed: Error | undefined): Promise<void> {
  const before = record.note;
  const at = new Date().toISOString();
  const problem: Problem | undefined = failed && {
    class: "unavailable",
    message: `${TIMESTAMP}: ${failed.message}`,
    at,
  };
  const kept = isRefusal(before.problem) ? before.problem : problem;
  const note: Note = { ...before, ...standing(asked, { problem: kept }, before) };
  await write({ [IN_FORCE]: { ...record, note } });
  await tell(note);
}

async function lookWhole(asked: Look): Promise<void> {
  const note = await (typeof Worker === "undefined" ? look(asked) : lookInWorker(asked));
  if (!note) throw new Error("no bundle that the engine takes");
  await chrome.storage.session.set({ [VERIFIED]: note.rules });
  if (note.problem) console.warn("Bonton keeps its rules:", note.problem.message);
  await tell(note);
}

/** A Worker of its own for each look; with it all memory goes. */
function lookInWorker(asked: Look): Promise<Note | undefined> {
  const worker = new Worker("/background/updater-worker.js");
  const note = new Promise<Note | undefined>((resolve, reject) => {
    worker.onmessage = ({ data }) => (data.error ? reject(new Error(data.error)) : resolve(data.note));
    worker.onerror = ({ message }) => reject(new Error(message));
  });
  worker.postMessage(asked);
  return note.finally(() => worker.terminate());
}

/** Every frame hears a change of storage, in both browsers. */
async function tell(note: Note): Promise<void> {
  await chrome.storage.local.set({ [NOTE]: note });
}
