// One connection to an engine, with a carrier of the test's own and a clock that it moves.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Draft, Report } from "../../wasm/linter/engine.d.ts";
import type { EngineRequest } from "../protocol.ts";
import { EngineLink, EXTRA_MS, SILENCE_MS } from "./engine-link.ts";

const bundle = { version: "1", state: "packaged" } as const;

function draft(revision: number): Draft {
  return { revision, text: "Bonjour", locale: "fr", now: "2026-01-01T00:00:00Z", surface: "composer" };
}

function report(revision: number): Report {
  return { revision, verdict: "clean", language: { code: "fr", confidence: 1 }, findings: [], bundle };
}

/** A link, what it sent, and what it said. */
function linked(send: (request: EngineRequest) => void = () => {}) {
  const sent: EngineRequest[] = [];
  const said: string[] = [];
  const link = new EngineLink(
    {
      send: (request) => {
        sent.push(request);
        send(request);
      },
      close: () => said.push("closed"),
    },
    {
      ready: ({ version }) => said.push(`ready ${version}`),
      rules: ({ version }) => said.push(`rules ${version}`),
      lost: (error) => said.push(`lost: ${error}`),
    },
  );
  return { link, sent, said };
}

test("each answer goes to the one who asked, in any order", async () => {
  const { link, sent } = linked();
  const [first, second, why] = [link.lint(draft(1)), link.lint(draft(2)), link.why("tone/insult-fr", "fr")];
  const language = link.language("Bonjour");
  assert.deepEqual(
    sent.map(({ id, kind }) => [id, kind]),
    [
      [1, "lint"],
      [2, "lint"],
      [3, "why"],
      [4, "language"],
    ],
  );
  link.receive({ kind: "language", id: 4, language: { code: "fr", confidence: 1 } });
  link.receive({ kind: "why", id: 3, html: "<p>because</p>" });
  link.receive({ kind: "report", id: 2, report: report(2) });
  link.receive({ kind: "report", id: 1, report: report(1) });
  link.receive({ kind: "report", id: 1, report: report(9) }); // nobody waits for it
  assert.deepEqual([(await first).revision, (await second).revision, await why], [1, 2, "<p>because</p>"]);
  assert.equal((await language)?.code, "fr");
});

test("a conversation goes apart from its drafts, as the text written for the first of them", () => {
  const { link, sent } = linked();
  const thread = { complete: true, messages: [{ from: "me", text: "Bonjour" }] } satisfies Draft["thread"];
  for (const revision of [1, 2]) void link.lint({ ...draft(revision), thread });
  void link.lint(draft(3));
  const texts = sent.map((request) => (request.kind === "lint" ? request.thread : "?"));
  assert.deepEqual(texts, [JSON.stringify(thread), texts[0], undefined]);
  assert.ok(sent.every((request) => request.kind === "lint" && !("thread" in request.draft)));
  link.end();
});

test("a reason or a language that does not come is none, and the engine stays", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { link, said } = linked();
  const [why, language] = [link.why("tone/insult-fr", "fr"), link.language("Bonjour")];
  t.mock.timers.tick(EXTRA_MS);
  assert.deepEqual([await why, await language], [undefined, undefined]);
  link.receive({ kind: "why", id: 1, html: "too late" });
  t.mock.timers.tick(SILENCE_MS);
  assert.deepEqual(said, []);
});

test("other rules are told of, and what is open is still answered", async () => {
  const { link, said } = linked();
  const answer = link.lint(draft(1));
  link.receive({ kind: "rules", bundle: { version: "2", state: "current" } });
  link.receive({ kind: "report", id: 1, report: report(1) });
  assert.equal((await answer).revision, 1);
  assert.deepEqual(said, ["rules 2"]);
});

test("an engine that falls silent is lost, said once", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { link, said } = linked();
  void link.lint(draft(1));
  void link.lint(draft(2));
  t.mock.timers.tick(SILENCE_MS - 1);
  assert.deepEqual(said, []);
  t.mock.timers.tick(1);
  assert.deepEqual(said, ["closed", "lost: the engine does not answer"]);
});

test("an engine that answers in time is not lost later", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { link, said } = linked();
  const answer = link.lint(draft(1));
  link.receive({ kind: "report", id: 1, report: report(1) });
  await answer;
  t.mock.timers.tick(SILENCE_MS * 2);
  assert.deepEqual(said, []);
});

test("a carrier that broke off is asked once more, not a third time", () => {
  const { link, sent, said } = linked();
  link.interrupted();
  assert.deepEqual(said, [], "nothing was open");
  void link.lint(draft(1));
  link.interrupted();
  assert.deepEqual(
    sent.map(({ id }) => id),
    [1, 1],
  );
  link.interrupted();
  assert.deepEqual(said, ["closed", "lost: the engine was put to sleep while it worked"]);
});

test("a carrier that throws is a lost engine, not an exception", () => {
  const { link, said } = linked(() => {
    throw new Error("Extension context invalidated.");
  });
  void link.lint(draft(1));
  assert.deepEqual(said, ["closed", "lost: Error: Extension context invalidated."]);
});

test("after its end nothing is asked and nothing is heard", () => {
  const { link, sent, said } = linked();
  link.end();
  void link.lint(draft(1));
  link.receive({ kind: "ready", bundle });
  link.lose("again");
  assert.deepEqual([sent, said], [[], ["closed"]]);
});
