// What is shown of a draft's findings: while a changed draft waits for its answer, what was shown stays as it was. The list would
// be taken down and built anew with every key, and a tick would say that the draft is clean.
import type { Finding, Verdict } from "../../wasm/linter/engine.d.ts";
import type { Guard } from "./guard.ts";

type Judged = Pick<Guard, "findings" | "verdict" | "checking" | "hold">;

export class Shown {
  /** As they were last taken, which may be a moment behind the draft. */
  findings: readonly Finding[] = [];
  verdict: Verdict = "clean";
  private of: Judged | undefined;

  /** Takes what is to be drawn now of a guard, if of any. */
  take(guard: Judged | undefined): void {
    const waits = guard?.checking && !guard.hold && this.of === guard;
    if (!waits) {
      this.findings = guard?.findings ?? [];
      this.verdict = guard?.verdict ?? "clean";
    }
    this.of = guard;
  }
}
