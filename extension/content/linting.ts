// What the engine says of one draft: it is asked at each change, one question at a time and the newest next, and an answer
// about an older draft is dropped. When the language or what surrounds the draft is another than a report was made for, a
// second report of the same draft replaces it.
import type { Draft, Finding, Language, Report, ReportError } from "../../wasm/linter/engine.d.ts";
import { DraftLanguage } from "./draft-language.ts";
import { reportOf } from "./heed.ts";

/** What is asked, and of whom. */
export interface LintingWorld {
  /** The draft's text as it is now. */
  text(): string;
  /** All of the draft that its text has no part in, but for its language. */
  setting(): Omit<Draft, "revision" | "text" | "language">;
  /** Whether there is anything to ask about, and anybody to ask. */
  asks(): boolean;
  /** What a report depends on besides the draft and its surroundings. */
  depends(): string;
  /** Resolves with a report, or an error of this one draft; never if the engine is lost. */
  lint(draft: Draft): Promise<Report | ReportError>;
  /** Resolves with the language of a text; undefined where nobody tells it; never if the engine is lost. */
  language(text: string): Promise<Language | undefined>;
  /** Whether a finding is heeded, or its rule was switched off. */
  counts(finding: Finding): boolean;
  /** Something is known now that was not. */
  settled(): void;
}

export class Linting {
  /** The report of the draft as it is now, without what is ignored; undefined while the engine looks at it. */
  report: Report | undefined;
  /** The engine failed on this very draft. */
  error: string | undefined;
  readonly language: DraftLanguage;
  /** The same report as the engine gave it. */
  private whole: Report | undefined;
  private revision = 0;
  private asking = false;
  /** What surrounds the draft, or its language, changed since the engine was last asked. */
  private outdated = false;
  /** What the report depends on, as it was when the engine was asked. */
  private dependedOn = "";

  constructor(private readonly world: LintingWorld) {
    this.language = new DraftLanguage(
      (text) => world.language(text),
      () => ({ revision: this.revision, text: world.text(), reported: this.report !== undefined }),
      () => this.again(),
    );
  }

  /** It is another draft. */
  anew(): void {
    this.revision += 1;
    this.report = this.whole = this.error = undefined;
    void this.lint();
  }

  /** The engine that was asked may never answer, or answers no more what is asked today. */
  restart(): void {
    this.asking = false;
    this.language.restart();
    this.anew();
  }

  /** Asks again about the same draft, while what is known of it stays in force and on the screen. */
  again(): void {
    this.outdated = true;
    void this.lint();
  }

  /** What counts changed: the report is looked through again, or the engine asked anew if it would answer otherwise.
   *  Answers whether it was. */
  reconsider(): boolean {
    const otherwise = this.dependedOn !== this.world.depends();
    if (otherwise) this.restart();
    else if (this.whole) this.report = this.heeded(this.whole);
    return otherwise;
  }

  private async lint(): Promise<void> {
    this.dependedOn = this.world.depends();
    if (this.asking || !this.world.asks()) return;
    this.asking = true;
    this.outdated = false;
    const { revision } = this;
    const report = await this.world.lint(this.draft());
    this.asking = false;
    const current = report.revision === revision && revision === this.revision;
    if (current) this.accept(report);
    if (!current || this.outdated) void this.lint();
    else this.language.follow();
  }

  private draft(): Draft {
    const { answer: language } = this.language;
    const { world, revision } = this;
    return { ...world.setting(), text: world.text(), revision, ...(language ? { language } : {}) };
  }

  private accept(report: Report | ReportError): void {
    if ("error" in report) {
      if (this.report) return;
      this.error = report.error;
    } else if (!this.take(report)) return;
    this.world.settled();
  }

  /** Takes a report, perhaps a second one of the same draft, and says whether it says anything new. Findings that it
   *  repeats stay the objects they are, so that what is shown of them stays. */
  private take(report: Report): boolean {
    const known = this.whole?.findings;
    const findings = known ? repeated(report.findings, known) : report.findings;
    this.whole = { ...report, findings };
    this.report = this.heeded(this.whole);
    return !known || findings.length !== known.length || findings.some((finding, i) => finding !== known[i]);
  }

  private heeded(report: Report): Report {
    return reportOf(report, (finding) => this.world.counts(finding));
  }
}

/** Findings, those that are known already as the objects they are. */
function repeated(findings: readonly Finding[], known: readonly Finding[]): Finding[] {
  const before = new Map(known.map((finding) => [JSON.stringify(finding), finding]));
  return findings.map((finding) => before.get(JSON.stringify(finding)) ?? finding);
}
