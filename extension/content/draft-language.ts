// The language of a draft as the language program tells it: asked for after each report, one text at a time, the newest
// next. Nothing waits for the answer.
import type { Language } from "../../wasm/linter/engine.d.ts";

/** A draft as it is now. */
export interface Told {
  revision: number;
  text: string;
  /** Whether it has its report. */
  reported: boolean;
}

export class DraftLanguage {
  /** What was said of this draft last, a few letters ago perhaps. */
  answer: Language | undefined;
  private asking = false;
  /** The revision that was asked for last. */
  private asked = 0;
  private soon: ReturnType<typeof setTimeout> | undefined;

  /** `ask` resolves with the language of a text, or undefined where nobody tells it. */
  constructor(
    private readonly ask: (text: string) => Promise<Language | undefined>,
    private readonly draft: () => Told,
    private readonly changed: () => void,
  ) {}

  /** A draft has its report: its language is asked for once that is drawn, and told when it is another than before. */
  follow(): void {
    this.soon ??= setTimeout(() => {
      this.soon = undefined;
      void this.askNow();
    });
  }

  private async askNow(): Promise<void> {
    const { revision, text } = this.draft();
    if (this.asking || this.asked === revision || text === "") return;
    this.asking = true;
    this.asked = revision;
    const answer = await this.ask(text);
    this.asking = false;
    const now = this.draft();
    if (now.revision !== revision) {
      if (now.reported) this.follow();
    } else if (answer && !isSame(answer, this.answer)) {
      this.answer = answer;
      this.changed();
    }
  }

  /** The next draft may be in any language. */
  forget(): void {
    this.answer = undefined;
  }

  /** The program that was asked is gone, and answers no more. */
  restart(): void {
    this.asking = false;
  }
}

function isSame(a: Language, b: Language | undefined): boolean {
  return a.code === b?.code && a.confidence === b.confidence && String(a.also) === String(b.also);
}
