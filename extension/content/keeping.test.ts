import assert from "node:assert/strict";
import { test } from "node:test";
import type { ChatRequest, KeepRequest } from "../protocol.ts";
import { Keeping } from "./keeping.ts";

const ID = "0123456789abcdef0123456789abcdef";
const CAMILLE = { kind: "unknown", title: "Camille" } as const; // a person's chat shows no mark
const TODAY = "2026-11-03";

/** A keeping over a storage of its own; `answer` is the background. */
function keepingOver(stored: Record<string, unknown>, answer: (asked: ChatRequest | KeepRequest) => unknown) {
  const asked: (ChatRequest | KeepRequest)[] = [];
  let changes = 0;
  let today = new Date(2026, 10, 3).getTime();
  let follow: (changes: object) => void = () => undefined;
  const keeping = new Keeping({
    storage: {
      get: async () => stored,
      onChanged: {
        addListener: (listener: typeof follow) => {
          follow = listener;
        },
      },
    } as never,
    ask: async (message) => {
      asked.push(message);
      return answer(message);
    },
    today: () => new Date(today),
    changed: () => {
      changes += 1;
    },
  });
  const later = (ms: number) => {
    today += ms;
  };
  return { keeping, asked, changes: () => changes, follow: (keys: object) => follow(keys), later };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test("what storage holds counts once it is read, and is followed", async () => {
  const stored: Record<string, unknown> = { ignored: { "tone/a": TODAY } };
  const { keeping, follow } = keepingOver(stored, () => undefined);
  assert.deepEqual(keeping.kept.ignored, {});
  await settled();
  assert.deepEqual(keeping.kept.ignored, { "tone/a": TODAY });
  stored.ignored = { "tone/b": TODAY };
  follow({ other: {} });
  await settled();
  assert.deepEqual(keeping.kept.ignored, { "tone/a": TODAY });
  follow({ ignored: {} });
  await settled();
  assert.deepEqual(keeping.kept.ignored, { "tone/b": TODAY });
});

test("a mark whose time is over is not read, nor renewed by opening its chat", async () => {
  const note = { since: "2026-01-01", used: "2026-01-01", mark: "personal" };
  const { keeping, asked } = keepingOver({ chats: { [ID]: note } }, () => ID);
  await settled();
  assert.equal(keeping.noteOf(CAMILLE), undefined);
  await settled();
  assert.deepEqual(asked, []);
});

test("after everything was erased a chat's id is asked for anew", async () => {
  const stored: Record<string, unknown> = { chats: { [ID]: { since: TODAY, used: TODAY, mark: "partner" } } };
  const ids = [ID, "1".repeat(32)];
  const { keeping, follow } = keepingOver(stored, () => ids.shift());
  await settled();
  assert.equal(await keeping.idOf(CAMILLE), ID);
  stored.chats = {};
  follow({ chats: {} });
  await settled();
  assert.equal(await keeping.idOf(CAMILLE), "1".repeat(32));
});

test("no name of a chat goes out while nothing is kept of any chat", async () => {
  const { keeping, asked } = keepingOver({}, () => ID);
  await settled();
  assert.equal(keeping.noteOf(CAMILLE), undefined);
  await settled();
  assert.deepEqual(asked, []);
});

test("the id of a chat is asked for once, and its note is known from then on", async () => {
  const note = { since: TODAY, used: TODAY, mark: "partner" };
  const { keeping, asked } = keepingOver({ chats: { [ID]: note } }, () => ID);
  await settled();
  assert.equal(keeping.noteOf(CAMILLE), undefined);
  assert.equal(keeping.noteOf(CAMILLE), undefined);
  await settled();
  assert.equal(keeping.noteOf(CAMILLE)?.mark, "partner");
  assert.deepEqual(asked, [{ kind: "chat", chat: CAMILLE }]);
});

test("an id that the background did not give is asked for again after a while, and not before", async () => {
  const note = { since: TODAY, used: TODAY, mark: "partner" };
  let answer: string | undefined;
  const { keeping, asked, later } = keepingOver({ chats: { [ID]: note } }, () => answer);
  await settled();
  for (const [wait, times] of [
    [0, 1],
    [9_000, 1],
    [2_000, 2],
  ] as const) {
    later(wait);
    keeping.noteOf(CAMILLE);
    await settled();
    assert.equal(asked.length, times);
  }
  answer = ID;
  later(11_000);
  keeping.noteOf(CAMILLE);
  await settled();
  assert.equal(keeping.noteOf(CAMILLE)?.mark, "partner");
});

test("a chat that is open again counts as used today", async () => {
  const note = { since: "2026-10-01", used: "2026-10-01", mark: "partner" };
  const { keeping, asked } = keepingOver({ chats: { [ID]: note } }, () => ID);
  await settled();
  keeping.noteOf(CAMILLE);
  await settled();
  assert.deepEqual(asked.at(-1), { kind: "keep", change: { do: "use", chat: ID } });
});

test("a personal chat that became a group is asked about, and the person's own chat stays as it was", async () => {
  const note = { since: TODAY, used: "2026-10-01", mark: "personal" };
  const ids: Record<string, string> = { unknown: ID, group: ID.replace("0", "a") };
  const { keeping, asked } = keepingOver({ chats: { [ID]: note } }, (message) =>
    message.kind === "chat" ? (ids[message.chat.kind] ?? ID.replace("0", "b")) : true,
  );
  await settled();
  const group = { kind: "group", title: "Camille" } as const;
  keeping.wasPersonal(group);
  await settled();
  assert.equal(keeping.wasPersonal(group), true);
  assert.equal(keeping.wasPersonal({ kind: "group", title: "Projet" }), false);
  assert.equal(keeping.wasPersonal({ kind: "unknown", title: "Camille" }), false);
  assert.ok(!asked.some(({ kind }) => kind === "keep"), "being asked about is no use of a chat");
  assert.equal(keeping.noteOf(CAMILLE)?.mark, "personal");
  assert.equal(keeping.wasPersonal(CAMILLE), false);
});

test("a change counts at once, and is taken back when it cannot be kept", async () => {
  for (const [answer, expected] of [
    [undefined, {}],
    [true, { "tone/a": TODAY }],
  ] as const) {
    const { keeping } = keepingOver({}, () => answer);
    await settled();
    const done = keeping.change({ do: "ignore", rule: "tone/a" });
    assert.deepEqual(keeping.kept.ignored, { "tone/a": TODAY });
    assert.equal(await done, answer === true);
    assert.deepEqual(keeping.kept.ignored, expected);
  }
});

test("an answer that is no id keeps nothing of the chat", async () => {
  const { keeping } = keepingOver({}, () => "Camille");
  assert.equal(await keeping.idOf(CAMILLE), undefined);
  assert.equal(await keeping.idOf({ kind: "unknown", title: "" }), undefined);
});

test("a part that cannot be read is trouble until it can, and so is a change that was not kept until one is", async () => {
  const stored: Record<string, unknown> = { ignored: "broken" };
  let full = true;
  const { keeping, follow } = keepingOver(stored, () => !full);
  await settled();
  assert.equal(keeping.trouble, "corrupt");
  stored.ignored = {};
  follow({ ignored: {} });
  await settled();
  assert.equal(keeping.trouble, undefined);
  assert.equal(await keeping.change({ do: "ignore", rule: "tone/a" }), false);
  assert.equal(keeping.trouble, "unkept");
  full = false;
  assert.equal(await keeping.change({ do: "ignore", rule: "tone/a" }), true);
  assert.equal(keeping.trouble, undefined);
});
