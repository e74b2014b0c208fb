// What the user asked of a finding and was answered: the reason of its rule, or that it was reported as wrong. An answer may come when another
// finding is shown by then, so each is kept with its rule and given to findings of that rule alone.
import type { Finding } from "../../wasm/linter/engine.d.ts";
import type { Reported } from "../ui/view.ts";

export class Answers {
  private reason: { rule: string; html: string } | undefined;
  private report: { rule: string; reported: Reported } | undefined;

  /** The reason of a rule, as sanitised HTML. */
  explain(rule: string, html: string): void {
    this.reason = { rule, html };
  }

  /** A finding of a rule was reported as wrong. */
  noteReport(rule: string, reported: Reported): void {
    this.report = { rule, reported };
  }

  /** A reason is asked for anew with each card. */
  forgetReason(): void {
    this.reason = undefined;
  }

  forget(): void {
    this.reason = this.report = undefined;
  }

  /** What is to be shown with a finding. */
  about(finding: Finding | undefined): { why?: string; reported?: Reported } {
    const { reason, report } = this;
    return {
      ...(reason && reason.rule === finding?.rule ? { why: reason.html } : {}),
      ...(report && report.rule === finding?.rule ? { reported: report.reported } : {}),
    };
  }
}
