import assert from "node:assert/strict";
import { test } from "node:test";
import type { Verdict } from "../../wasm/linter/engine.d.ts";
import {
  type Answer,
  answered,
  arm,
  changed,
  type DraftKey,
  decide,
  type Held,
  type OnEngineFailure,
  REFLEX_MS,
  RELEASE_MS,
  type SendState,
} from "./send.ts";

const key: DraftKey = { text: "brouillon", chat: "Camille", surface: "composer", files: "" };
const is = (verdict: Verdict): Answer => ({ kind: "report", verdict });
const checking: Answer = { kind: "checking" };
const none: Answer = { kind: "none" };

interface Sending {
  at: number;
  send: Answer;
  want: string;
  /** When the user acted, where the page handed it over later. */
  actedAt?: number;
  trusted?: boolean;
  repeat?: boolean;
  key?: Partial<DraftKey>;
  shows?: Shown;
}

/** What the panel says after a step. */
type Shown = Partial<Pick<Held, "cause" | "cleared" | "since">>;

/** One step of a story; times are milliseconds since its start. */
type Step =
  | Sending
  | { at: number; answer: Answer; shows?: Shown }
  | { at: number; arm: string | true }
  | { at: number; change: Partial<DraftKey> };

const stories: Record<string, { steps: Step[]; policy?: OnEngineFailure }> = {
  "a clean draft passes": { steps: [{ at: 0, send: is("clean"), want: "pass" }] },
  "a note is shown, not held": { steps: [{ at: 0, send: is("note"), want: "pass" }] },
  "warn: the second send releases": {
    steps: [
      { at: 0, send: is("warn"), want: "hold" },
      { at: REFLEX_MS, send: is("warn"), want: "release" },
    ],
  },
  "warn: released once only": {
    steps: [
      { at: 0, send: is("warn"), want: "hold" },
      { at: 500, send: is("warn"), want: "release" },
      { at: 1000, send: is("warn"), want: "hold" },
    ],
  },
  "warn: a reflex is swallowed and does not postpone the release": {
    steps: [
      { at: 0, send: is("warn"), want: "hold" },
      { at: 399, send: is("warn"), want: "swallow" },
      { at: 400, send: is("warn"), want: "release" },
    ],
  },
  "warn: a press made before the hold could be seen is a reflex, however late it comes": {
    steps: [
      { at: 900, actedAt: 0, send: is("warn"), want: "hold" },
      { at: 1400, actedAt: 500, send: is("warn"), want: "swallow" },
      { at: 1500, actedAt: 1299, send: is("warn"), want: "swallow" },
      { at: 1500, actedAt: 1300, send: is("warn"), want: "release" },
    ],
  },
  "warn: a held-down key never releases": {
    steps: [
      { at: 0, send: is("warn"), want: "hold" },
      { at: 600, send: is("warn"), want: "swallow", repeat: true },
      { at: 5000, send: is("warn"), want: "swallow", repeat: true },
    ],
  },
  "warn: after 60 seconds it is held anew": {
    steps: [
      { at: 0, send: is("warn"), want: "hold" },
      { at: RELEASE_MS + 1, send: is("warn"), want: "hold" },
      { at: RELEASE_MS + 401, send: is("warn"), want: "release" },
    ],
  },
  "warn: armed by choice, for 60 seconds from the choice": {
    steps: [
      { at: 0, send: is("warn"), want: "hold" },
      { at: 50_000, arm: true },
      { at: 109_000, send: is("warn"), want: "release" },
    ],
  },
  "a changed text disarms": {
    steps: [
      { at: 0, send: is("warn"), want: "hold" },
      { at: 600, change: { text: "brouillon!" } },
      { at: 700, send: is("warn"), want: "hold", key: { text: "brouillon!" } },
    ],
  },
  "typing away and back disarms": {
    steps: [
      { at: 0, send: is("warn"), want: "hold" },
      { at: 600, change: { text: "brouillon!" } },
      { at: 700, change: {} },
      { at: 800, send: is("warn"), want: "hold" },
    ],
  },
  "another chat is another decision": {
    steps: [
      { at: 0, send: is("warn"), want: "hold" },
      { at: 600, send: is("warn"), want: "hold", key: { chat: "Groupe" } },
    ],
  },
  "another surface is another decision": {
    steps: [
      { at: 0, send: is("warn"), want: "hold" },
      { at: 600, send: is("warn"), want: "hold", key: { surface: "caption" } },
    ],
  },
  "justify: sending again does not release": {
    steps: [
      { at: 0, send: is("justify"), want: "hold" },
      { at: 900, send: is("justify"), want: "hold" },
    ],
  },
  "justify: only a reason arms": {
    steps: [
      { at: 0, send: is("justify"), want: "hold" },
      { at: 500, arm: true },
      { at: 900, send: is("justify"), want: "hold" },
      { at: 1500, arm: "requested" },
      { at: 1600, send: is("justify"), want: "release" },
    ],
  },
  "justify: the armed release ends after 60 seconds": {
    steps: [
      { at: 0, send: is("justify"), want: "hold" },
      { at: 500, arm: "requested" },
      { at: 500 + RELEASE_MS + 1, send: is("justify"), want: "hold" },
    ],
  },
  "justify: after an armed release ended a reason arms it anew": {
    steps: [
      { at: 0, send: is("justify"), want: "hold" },
      { at: 500, arm: "requested" },
      { at: 70_000, send: is("justify"), want: "hold", shows: { cause: "justify", since: 70_000 } },
      { at: 71_000, arm: "requested" },
      { at: 72_000, send: is("justify"), want: "release" },
    ],
  },
  "block: nothing arms it": {
    steps: [
      { at: 0, send: is("block"), want: "hold" },
      { at: 500, arm: "requested" },
      { at: 600, arm: true },
      { at: 900, send: is("block"), want: "hold" },
    ],
  },
  "checking: held, then clean, and the next send passes": {
    steps: [
      { at: 0, send: checking, want: "hold" },
      { at: 30, answer: is("clean") },
      { at: 500, send: is("clean"), want: "release" },
    ],
  },
  "checking: the same key press does not pass when the answer comes under it": {
    steps: [
      { at: 0, send: checking, want: "hold" },
      { at: 30, answer: is("clean") },
      { at: 33, send: is("clean"), want: "swallow", repeat: true },
      { at: 200, send: is("clean"), want: "swallow" },
    ],
  },
  "checking: a bad answer starts the hold when it is shown": {
    steps: [
      { at: 0, send: checking, want: "hold" },
      { at: 300, answer: is("warn") },
      { at: 600, send: is("warn"), want: "swallow" },
      { at: 700, send: is("warn"), want: "release" },
    ],
  },
  "checking: impatience stays held": {
    steps: [
      { at: 0, send: checking, want: "hold" },
      { at: 3000, send: checking, want: "hold" },
    ],
  },
  "an engine lost while checking lets go where the policy allows": {
    steps: [
      { at: 0, send: checking, want: "hold" },
      { at: 300, answer: none, shows: { cause: "unchecked", cleared: false } },
      { at: 800, send: none, want: "release" },
    ],
  },
  "an engine that comes back clears what it had left unchecked": {
    policy: "hold",
    steps: [
      { at: 0, send: checking, want: "hold" },
      { at: 300, answer: none, shows: { cause: "unchecked", cleared: false } },
      { at: 900, answer: is("clean"), shows: { cleared: true } },
      { at: 1400, send: is("clean"), want: "release" },
    ],
  },
  "no engine, allow: passes": { steps: [{ at: 0, send: none, want: "pass" }] },
  "no engine, hold: acts like warn": {
    policy: "hold",
    steps: [
      { at: 0, send: none, want: "hold" },
      { at: 500, send: none, want: "release" },
    ],
  },
  "a script's send of a clean draft passes": {
    steps: [{ at: 0, send: is("clean"), want: "pass", trusted: false }],
  },
  "a script's send of held text is never released": {
    steps: [
      { at: 0, send: is("warn"), want: "hold" },
      { at: 500, arm: true },
      { at: 600, send: is("warn"), want: "hold", trusted: false },
      { at: 5000, send: is("warn"), want: "hold", trusted: false },
      { at: 5500, send: is("warn"), want: "release" },
    ],
  },
  "a script's hold does not count as the user's first press": {
    steps: [
      { at: 0, send: is("warn"), want: "hold", trusted: false },
      { at: 600, send: is("warn"), want: "hold" },
      { at: 1100, send: is("warn"), want: "release" },
    ],
  },
  "a script cannot send while checking, nor take the clean answer's pass": {
    steps: [
      { at: 0, send: checking, want: "hold", trusted: false },
      { at: 10, answer: is("block") },
      { at: 600, send: is("block"), want: "hold", trusted: false },
    ],
  },
  "nothing arms a script's hold": {
    steps: [
      { at: 0, send: is("warn"), want: "hold", trusted: false },
      { at: 500, arm: true },
      { at: 900, send: is("warn"), want: "hold" },
    ],
  },
  "a newer answer clears a hold": {
    steps: [
      { at: 0, send: is("warn"), want: "hold" },
      { at: 200, answer: is("clean") },
      { at: 600, send: is("clean"), want: "release" },
    ],
  },
  "a newer answer that is stricter disarms, and its panel must be seen": {
    steps: [
      { at: 0, send: is("warn"), want: "hold" },
      { at: 500, arm: true },
      { at: 600, answer: is("justify") },
      { at: 900, send: is("justify"), want: "swallow" },
      { at: 1100, send: is("justify"), want: "hold" },
    ],
  },
  "a newer answer that says the same changes nothing": {
    steps: [
      { at: 0, send: is("warn"), want: "hold" },
      { at: 300, answer: is("warn") },
      { at: REFLEX_MS, send: is("warn"), want: "release" },
    ],
  },
  "a cleared hold that is held again starts anew": {
    steps: [
      { at: 0, send: checking, want: "hold" },
      { at: 100, answer: is("clean") },
      { at: 450, answer: is("warn") },
      { at: 600, send: is("warn"), want: "swallow" },
      { at: 900, send: is("warn"), want: "release" },
    ],
  },
  "rules that grew stricter under a hold start it anew": {
    steps: [
      { at: 0, send: is("warn"), want: "hold" },
      { at: 900, send: is("justify"), want: "hold" },
      { at: 1400, send: is("justify"), want: "hold" },
    ],
  },
};

for (const [name, { steps, policy = "allow" }] of Object.entries(stories)) {
  test(`send: ${name}`, () => {
    let state: SendState;
    for (const [i, step] of steps.entries()) {
      if ("answer" in step) state = answered(state, key, step.answer, policy, step.at);
      else if ("arm" in step) state = arm(state, step.at, step.arm === true ? undefined : step.arm);
      else if ("change" in step) state = changed(state, { ...key, ...step.change });
      else {
        const { at, actedAt = at, trusted = true, repeat = false } = step;
        const decision = decide(
          state,
          { key: { ...key, ...step.key }, trusted, repeat, actedAt, at },
          step.send,
          policy,
        );
        assert.equal(decision.outcome, step.want, `step ${i + 1}`);
        state = decision.state;
      }
      if ("shows" in step) assert.deepEqual({ ...state, ...step.shows }, state, `step ${i + 1}`);
    }
  });
}
