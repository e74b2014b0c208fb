// Whether the draft of a guard is held: what send.ts decides of it, and what becomes of its findings (outcomes.ts), in step.
import type { Finding, Verdict } from "../../wasm/linter/engine.d.ts";
import { Outcomes, type Tell } from "./outcomes.ts";
import {
  type Answer,
  answered,
  arm,
  changed,
  type Decision,
  type DraftKey,
  decide,
  isFree,
  type OnEngineFailure,
  type SendState,
} from "./send.ts";

/** What is known of the draft as it is now. */
export interface HoldingWorld {
  /** Milliseconds, monotonic. */
  clock(): number;
  onEngineFailure(): OnEngineFailure;
  answer(): Answer;
  findings(): readonly Finding[];
  verdict(): Verdict;
  /** Whether the engine has still to answer. */
  checking(): boolean;
  /** What became of findings that a send was attempted with. */
  attempted: Tell;
}

/** What an attempt is: a send, the press before a click that sends, or an Enter that may send or break the line. */
export type Attempted = "send" | "press" | "perhaps";

/** How soon after an attempt an emptied draft is its effect, in milliseconds. */
const EFFECT_MS = 1_000;

export class Holding {
  hold: SendState;
  private readonly outcomes: Outcomes;
  /** The attempt let go last, if it has not shown to be a send, and the hold that it was let go from. */
  private open: { at: number; hold: SendState; kind: Attempted } | undefined;

  constructor(private readonly world: HoldingWorld) {
    this.outcomes = new Outcomes(world.attempted);
  }

  /** Decides an attempt to send, inside its event. A press spends nothing until its click. */
  attempt(key: DraftKey, event: Event, repeat: boolean, kind: Attempted): Decision["outcome"] {
    const { isTrusted: trusted, timeStamp: actedAt } = event;
    const { world } = this;
    const attempt = { key, trusted, repeat, actedAt, at: world.clock() };
    const { outcome, state } = decide(this.hold, attempt, world.answer(), world.onEngineFailure());
    const goes = outcome === "pass" || outcome === "release";
    const opens = goes && trusted && kind !== "send";
    if (trusted && !opens) this.outcomes.decided(this.hold, world.findings(), outcome);
    if (trusted) this.open = opens ? { at: attempt.at, hold: this.hold, kind } : undefined; // a script ends no press
    if (!opens || kind === "perhaps") this.hold = state;
    return outcome;
  }

  /** The attempt let go last was a send. */
  complete(): void {
    if (!this.open) return;
    this.outcomes.decided(this.open.hold, this.world.findings(), "release");
    this.open = this.hold = undefined;
  }

  /** Whether a send would go on now without a hold. */
  get free(): boolean {
    return isFree(this.world.answer(), this.world.onEngineFailure());
  }

  /** The draft is about to be another, by the fix of a finding or by its writer's hand. */
  changed(key: DraftKey, from: DraftKey, fixed: Finding | undefined): void {
    const sameChat = key.chat === from.chat;
    if (sameChat && key.text === "" && this.isRecent()) this.complete();
    const hold = this.hold ?? this.open?.hold;
    this.open = undefined;
    if (hold) this.outcomes.changed(hold, this.world.findings(), fixed, sameChat);
    this.hold = changed(this.hold, key);
  }

  private isRecent(): boolean {
    return this.open !== undefined && this.world.clock() - this.open.at <= EFFECT_MS;
  }

  /** Something is known of the draft that was not: its hold may say it. */
  answered(key: DraftKey): void {
    const { world } = this;
    this.hold = answered(this.hold, key, world.answer(), world.onEngineFailure(), world.clock());
    this.dropIdle();
  }

  /** A hold goes when the report no more gives its cause: the next send is decided anew. */
  dropIdle(): void {
    const { cause } = this.hold ?? {};
    if (!cause || cause === "checking" || cause === "unchecked" || this.world.checking()) return;
    if (cause !== this.world.verdict()) this.open = this.hold = undefined;
  }

  /** The user chose to send anyway, or a reason. */
  arm(reason?: string): void {
    this.hold = arm(this.hold, this.world.clock(), reason);
  }

  /** The user gave the send up, `toEdit` the draft or for good. */
  end(toEdit: boolean): void {
    this.outcomes.ended(this.hold, this.world.findings(), toEdit ? "edited" : "cancelled");
    this.open = this.hold = undefined;
  }

  /** The draft is gone with its composer: an Enter that perhaps sent did, anything else was given up. */
  leave(): void {
    if (this.open?.kind === "perhaps" && this.isRecent()) this.complete();
    else this.end(false);
  }

  /** The user says that a finding is wrong. */
  wrong(finding: Finding): void {
    this.outcomes.wrong(finding);
  }
}
