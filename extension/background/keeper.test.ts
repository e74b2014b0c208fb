import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import type { Change } from "../store/kept.ts";
import { dayOf } from "../store/values.ts";
import { chatId } from "./chat-id.ts";
import { keep, make } from "./keeper.ts";

type Listener = (...heard: never[]) => unknown;

let stored: Record<string, unknown>;
let heard: Record<"message" | "alarm" | "change", Listener>;

const daysAgo = (days: number) => dayOf(new Date(Date.now() - days * 86_400_000));
const line = (days: number) => ({
  day: daysAgo(days),
  bundle: "1.0",
  rule: "tone/a",
  action: "warn",
  outcome: "edited",
  count: 1,
});
const listening = (name: keyof typeof heard) => ({
  addListener: (listener: Listener) => {
    heard[name] = listener;
  },
});

beforeEach(() => {
  stored = {};
  heard = {} as typeof heard;
  const local = {
    get: async () => structuredClone(stored),
    set: async (more: object) => Object.assign(stored, more),
    onChanged: listening("change"),
  };
  const runtime = {
    id: "us",
    getURL: (path: string) => `chrome-extension://us/${path}`,
    onMessage: listening("message"),
  };
  Object.assign(globalThis, {
    chrome: { storage: { local }, runtime, alarms: { onAlarm: listening("alarm") } },
  });
});

/** A database of one store, as far as a key needs it. */
function databaseOf(kept: Map<string, unknown>): Pick<IDBFactory, "open"> {
  const request = (result: unknown) => {
    const asked = { result, onsuccess: () => undefined };
    queueMicrotask(() => asked.onsuccess());
    return asked;
  };
  const store = {
    get: (name: string) => request(kept.get(name)),
    add: (value: unknown, name: string) => request(kept.set(name, value)),
    delete: (name: string) => request(kept.delete(name)),
  };
  const database = { transaction: () => ({ objectStore: () => store }), close: () => undefined };
  return { open: () => request(database) as never };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test("old lines and notes go when the background starts, by the alarm, and when the company wants fewer days", async () => {
  const old = { since: daysAgo(200), used: daysAgo(91), mark: "personal" };
  const fresh = { ...old, used: daysAgo(89) };
  const [one, two] = ["0".repeat(32), "1".repeat(32)];
  Object.assign(stored, { record: [line(40), line(3)], chats: { [one]: old, [two]: fresh } });
  keep();
  await settled();
  assert.deepEqual(stored.record, [line(3)]);
  assert.deepEqual(stored.chats, { [two]: fresh });

  stored.record = [line(40)];
  heard.alarm();
  await settled();
  assert.deepEqual(stored.record, []);

  stored.record = [line(3)];
  stored.policy = { seen: daysAgo(0), values: { recordDays: 0 } };
  heard.change(...([{ policy: {} }] as never[]));
  await settled();
  assert.deepEqual(stored.record, []);
});

test("a private window leaves no trace of its chats", async () => {
  keep();
  const chat = "0".repeat(32);
  const asks = async (change: Change, incognito: boolean) => {
    const tab = { id: 1, incognito };
    const sender = { id: "us", frameId: 0, url: "https://web.whatsapp.com/", tab };
    const answered = new Promise((respond) => {
      heard.message(...([{ kind: "keep", change }, sender, respond] as never[]));
    });
    assert.equal(await answered, true);
  };
  const traces: Change[] = [
    { do: "count", seen: [{ bundle: "1.0", rule: "tone/a", action: "warn", outcome: "edited" }] },
    { do: "mark", chat, mark: "personal" },
    { do: "ignore", rule: "tone/a", chat },
    { do: "use", chat },
  ];
  for (const change of traces) await asks(change, true);
  assert.deepEqual(stored, {});
  await asks({ do: "ignore", rule: "tone/a" }, true);
  assert.deepEqual(Object.entries(stored), [["ignored", { "tone/a": daysAgo(0) }]]);
  for (const change of traces) await asks(change, false);
  assert.deepEqual(Object.keys(stored).sort(), ["chats", "ignored", "record"]);
  await asks({ do: "forget", chat }, true);
  assert.deepEqual(stored.chats, {}, "what was noted before can be forgotten from anywhere");
});

test("a chat has another id after everything was erased, and the same after the record was", async () => {
  Object.assign(globalThis, { indexedDB: databaseOf(new Map()) });
  const camille = { kind: "unknown", title: "Camille" } as const;
  const before = await chatId(camille);
  await make({ do: "erase", what: "record" });
  assert.equal(await chatId(camille), before);
  await make({ do: "erase", what: "all" });
  assert.notEqual(await chatId(camille), before);
});
