// The free remark beside a reason: the user's own words, kept on this computer with the reason, if they want any. It is checked as
// a draft is, since what must not leave in a message must not lie in a record either: what the rules speak of is not kept.
import type { Draft, Finding, Report, ReportError } from "../../wasm/linter/engine.d.ts";
import { REMARK_MAX } from "../store/record.ts";

export interface RemarkWorld {
  /** Resolves with a report, or an error of this one draft; never if the engine is lost. */
  lint(draft: Draft): Promise<Report | ReportError>;
  /** Where the draft goes that it is about. */
  around(): Omit<Draft, "revision" | "text">;
  changed(): void;
}

export class Remark {
  /** What the rules say of it; undefined while nobody has looked at it as it is now. */
  private found: readonly Finding[] | undefined = [];
  /** What is written, as it would be kept. */
  text = "";
  private revision = 0;

  constructor(private readonly world: RemarkWorld) {}

  /** What is wrong with it, a sentence each; it is not kept while there is any. */
  get problems(): readonly string[] {
    return (this.found ?? []).filter(forbids).map(({ message }) => message);
  }

  /** What may be kept; undefined when there is nothing, or nothing that may. */
  get kept(): string | undefined {
    const allowed = this.found !== undefined && this.problems.length === 0;
    return allowed && this.text !== "" ? this.text : undefined;
  }

  /** The user wrote it. */
  write(written: string): void {
    this.text = written.trim().slice(0, REMARK_MAX);
    void this.check(++this.revision);
  }

  /** Its hold is over. */
  clear(): void {
    if (this.text !== "") this.write("");
  }

  private async check(revision: number): Promise<void> {
    const { text } = this;
    this.found = text === "" ? [] : undefined;
    if (text !== "") {
      const report = await this.world.lint({ ...this.world.around(), revision, text });
      if (revision !== this.revision) return;
      if ("findings" in report) this.found = report.findings;
    }
    this.world.changed();
  }
}

/** Whether what a rule found keeps a remark from being kept: what would hold a message, and all data that is confidential or private. */
function forbids({ action, category }: Finding): boolean {
  return action !== "note" || category === "confidential" || category === "privacy";
}
