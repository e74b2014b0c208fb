// What becomes of the findings that a send was attempted with, for the local record: each is told once, when its hold ends.
// Pure but for the telling. What a script tried to send is nobody's doing, and is not told.
import type { Finding } from "../../wasm/linter/engine.d.ts";
import type { Outcome } from "../store/record.ts";
import { type Decision, type Held, isHolding, type SendState } from "./send.ts";

/** Told what became of findings; `reason` is the id of the one chosen. */
export type Tell = (findings: readonly Finding[], outcome: Outcome, reason?: string) => void;

export class Outcomes {
  /** Findings of the hold that was told of last, which something is known of already. */
  private readonly told = new Set<Finding>();

  constructor(private readonly tell: Tell) {}

  /** A user's attempt was decided while `hold` stood. One that is held is told of once it is over. */
  decided(hold: SendState, findings: readonly Finding[], outcome: Decision["outcome"]): void {
    if (outcome !== "pass" && outcome !== "release") return;
    const justified = hold?.cause === "justify" ? hold.reason : undefined;
    const strong = (finding: Finding) => justified !== undefined && finding.action === "justify";
    this.say(findings.filter(strong), "justified", justified);
    this.say(
      findings.filter((finding) => !strong(finding)),
      "sent-anyway",
    );
    this.told.clear();
  }

  /** The draft is about to be another, by a fix or by its writer's hand; in the same chat or because another was opened. */
  changed(
    hold: SendState,
    findings: readonly Finding[],
    fixed: Finding | undefined,
    sameChat: boolean,
  ): void {
    if (hold && fixed) this.say([fixed], "fixed");
    else this.ended(hold, findings, sameChat ? "edited" : "cancelled");
    this.told.clear();
  }

  /** The hold is over without a send. */
  ended(hold: SendState, findings: readonly Finding[], outcome: "edited" | "cancelled"): void {
    if (isOwn(hold))
      this.say(
        findings.filter(({ action }) => isHolding(action)),
        outcome,
      );
    this.told.clear();
  }

  /** The user says that a finding is wrong, whatever else becomes of it. */
  wrong(finding: Finding): void {
    this.say([finding], "false-positive");
    this.told.add(finding);
  }

  private say(findings: readonly Finding[], outcome: Outcome, reason?: string): void {
    const news = findings.filter((finding) => !this.told.has(finding));
    if (news.length > 0) this.tell(news, outcome, reason);
  }
}

/** Whether it was the user whose send was held. */
function isOwn(hold: SendState): hold is Held {
  return hold !== undefined && !hold.untrusted;
}
