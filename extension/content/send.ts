// The decision taken inside a send event, as a pure state machine: no DOM, no clock, no messages.
// Architecture: "The send, decided inside the event". A release holds for exactly this text, chat and surface, once,
// for 60 seconds; any change disarms it; untrusted sends of held text are never released.
import type { Action, Surface, Verdict } from "../../wasm/linter/engine.d.ts";

/** What exactly would be sent, and where: a decision about one key says nothing of another. */
export interface DraftKey {
  text: string;
  chat: string;
  surface: Surface;
  /** The names of the files it goes with, a line each; "" without files. */
  files: string;
}

/** What is known about the draft at the moment of the attempt. */
export type Answer =
  /** The report of exactly this text. */
  | { kind: "report"; verdict: Verdict }
  /** The engine is still looking at this text. */
  | { kind: "checking" }
  /** There is no engine: it starts, or it failed. */
  | { kind: "none" };

export interface Attempt {
  key: DraftKey;
  /** event.isTrusted */
  trusted: boolean;
  /** The key is held down. */
  repeat: boolean;
  /** When the user acted (event.timeStamp), in milliseconds on a monotonic clock. */
  actedAt: number;
  /** When it is decided, on the same clock. A page that is busy makes this later. */
  at: number;
}

/** Why a draft is held. */
export type Cause = "checking" | "unchecked" | "warn" | "justify" | "block";

export interface Held {
  key: DraftKey;
  cause: Cause;
  /** When the panel began to say what it says now, in milliseconds. */
  since: number;
  /** An answer came since, and it is clean. */
  cleared: boolean;
  /** When a release was armed by a choice, in milliseconds. */
  armedAt?: number;
  /** The reason chosen for `justify`. */
  reason?: string;
  /** Stopped by a script's event: it shows, and releases nothing. */
  untrusted: boolean;
}

/** `undefined` is "nothing held". */
export type SendState = Held | undefined;

export interface Decision {
  /** `pass` lets the event go on; anything else stops it. `release` is a pass after a hold. */
  outcome: "pass" | "release" | "hold" | "swallow";
  state: SendState;
}

/** What happens to drafts that cannot be checked. */
export type OnEngineFailure = "allow" | "hold";

/** Sends made this soon after a hold began are the same gesture or a reflex, in milliseconds. What counts is when the
 *  user acted: a press made before the panel could be seen is a reflex however late a busy page hands it over. */
export const REFLEX_MS = 400;

/** How long a release holds, in milliseconds. */
export const RELEASE_MS = 60_000;

/** Decides one attempt to send. */
export function decide(
  state: SendState,
  attempt: Attempt,
  answer: Answer,
  policy: OnEngineFailure,
): Decision {
  const held = state && sameKey(state.key, attempt.key) ? state : undefined;
  if (held && !held.untrusted && attempt.trusted && isReflex(held, attempt))
    return { outcome: "swallow", state };
  const cause = causeOf(answer, policy);
  if (!cause) return { outcome: held ? "release" : "pass", state: undefined };
  if (!attempt.trusted) return { outcome: "hold", state: held ?? hold(attempt, cause) };
  if (held && held.cause === cause && releases(held, attempt.at))
    return { outcome: "release", state: undefined };
  if (held && held.cause === cause && stands(held)) return { outcome: "hold", state: held };
  return { outcome: "hold", state: hold(attempt, cause) };
}

/** An answer for a held draft came, the first or a newer one, or none will come: the hold is cleared, or says what holds it now. */
export function answered(
  state: SendState,
  key: DraftKey,
  answer: Answer,
  policy: OnEngineFailure,
  at: number,
): SendState {
  if (!state || !sameKey(state.key, key)) return state;
  const cause = answer.kind === "none" ? "unchecked" : causeOf(answer, policy);
  if (!cause) return { ...state, cleared: true };
  if (cause === "checking" || (cause === state.cause && !state.cleared)) return state;
  return { key, cause, since: at, cleared: false, untrusted: state.untrusted };
}

/** The user chose to send anyway, or chose a reason. Nothing arms a block, nor a script's hold. */
export function arm(state: SendState, at: number, reason?: string): SendState {
  if (!state || state.untrusted) return state;
  const armable =
    state.cause === "warn" || state.cause === "unchecked" || (state.cause === "justify" && reason);
  return armable ? { ...state, armedAt: at, ...(reason ? { reason } : {}) } : state;
}

/** The draft, the chat or the surface changed: whatever was held or armed is no more, unless it is the same again. */
export function changed(state: SendState, key: DraftKey): SendState {
  return state && sameKey(state.key, key) ? state : undefined;
}

export function sameKey(a: DraftKey, b: DraftKey): boolean {
  return a.text === b.text && a.chat === b.chat && a.surface === b.surface && a.files === b.files;
}

function isReflex(held: Held, attempt: Attempt): boolean {
  return attempt.repeat || attempt.actedAt - held.since < REFLEX_MS;
}

/** Whether the next send of a held draft goes through. `justify` needs its reason, `block` and `checking` never do. */
function releases(held: Held, at: number): boolean {
  if (held.untrusted) return false;
  if (held.cause === "justify") return held.armedAt !== undefined && at - held.armedAt <= RELEASE_MS;
  if (held.cause === "warn" || held.cause === "unchecked")
    return at - (held.armedAt ?? held.since) <= RELEASE_MS;
  return false;
}

/** Whether another send changes nothing of a hold: it waits for a reason or an answer. One whose release ran out begins anew. */
function stands({ cause, untrusted, armedAt }: Held): boolean {
  return !untrusted && armedAt === undefined && cause !== "warn" && cause !== "unchecked";
}

function hold(attempt: Attempt, cause: Cause): Held {
  return { key: attempt.key, cause, since: attempt.at, cleared: false, untrusted: !attempt.trusted };
}

/** Why this answer holds a draft; undefined when it does not. */
function causeOf(answer: Answer, policy: OnEngineFailure): Cause | undefined {
  if (answer.kind === "checking") return "checking";
  if (answer.kind === "none") return policy === "hold" ? "unchecked" : undefined;
  return isHolding(answer.verdict) ? answer.verdict : undefined;
}

/** Whether a send that nobody attempted before would pass. */
export function isFree(answer: Answer, policy: OnEngineFailure): boolean {
  return causeOf(answer, policy) === undefined;
}

/** Whether a verdict holds a draft; `note` only shows. */
export function isHolding(verdict: Verdict): verdict is Exclude<Action, "note"> {
  return verdict === "warn" || verdict === "justify" || verdict === "block";
}
