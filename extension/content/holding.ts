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

export class Holding {
  hold: SendState;
  private readonly outcomes: Outcomes;

  constructor(private readonly world: HoldingWorld) {
    this.outcomes = new Outcomes(world.attempted);
  }

  /** Decides an attempt to send, inside its event. */
  attempt(key: DraftKey, event: Event, repeat: boolean): Decision["outcome"] {
    const { isTrusted: trusted, timeStamp: actedAt } = event;
    const { world } = this;
    const attempt = { key, trusted, repeat, actedAt, at: world.clock() };
    const { outcome, state } = decide(this.hold, attempt, world.answer(), world.onEngineFailure());
    if (trusted) this.outcomes.decided(this.hold, world.findings(), outcome);
    this.hold = state;
    return outcome;
  }

  /** The draft is about to be another, by the fix of a finding or by its writer's hand. */
  changed(key: DraftKey, fixed: Finding | undefined): void {
    if (!this.hold) return;
    this.outcomes.changed(this.hold, this.world.findings(), fixed, key.chat === this.hold.key.chat);
    this.hold = changed(this.hold, key);
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
    if (cause !== this.world.verdict()) this.hold = undefined;
  }

  /** The user chose to send anyway, or a reason. */
  arm(reason?: string): void {
    this.hold = arm(this.hold, this.world.clock(), reason);
  }

  /** The user gave the send up, `toEdit` the draft or for good. */
  end(toEdit: boolean): void {
    this.outcomes.ended(this.hold, this.world.findings(), toEdit ? "edited" : "cancelled");
    this.hold = undefined;
  }

  /** The user says that a finding is wrong. */
  wrong(finding: Finding): void {
    this.outcomes.wrong(finding);
  }
}
