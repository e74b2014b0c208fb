// What the live region says, and when: a screen reader is told of findings once the typing pauses, of a hold and of what was
// done at once.
import { type Locale, plural } from "../strings.ts";

/** Findings are announced once the typing paused for so long, in milliseconds. */
const PAUSE_MS = 1_500;

export class Announcements {
  /** The words last said; they stay until others are. */
  words = "";
  private hold = "";
  private pause: ReturnType<typeof setTimeout> | undefined;

  /** `changed` is called when there are other words, but for those of a hold, which come while it is drawn. */
  constructor(private readonly changed: () => void) {}

  /** Says something at once; a summary that was waiting for a pause would talk over it. */
  say(words: string): void {
    clearTimeout(this.pause);
    this.words = words;
    this.changed();
  }

  /** One summary per pause, not one per keystroke; silence stays silent. */
  afterPause(found: () => { locale: Locale; count: number }): void {
    clearTimeout(this.pause);
    this.pause = setTimeout(() => {
      const { locale, count } = found();
      this.words = count > 0 ? plural(locale, "findings", count) : "";
      this.changed();
    }, PAUSE_MS);
  }

  /** A hold is said when it begins and when it says something else; empty words end it. */
  holds(words: string): void {
    if (words !== "" && words !== this.hold) this.words = words;
    this.hold = words;
  }

  dispose(): void {
    clearTimeout(this.pause);
  }
}
