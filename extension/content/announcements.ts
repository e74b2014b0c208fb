// What the live region says, and when: a screen reader is told of findings once the typing pauses, of a hold and of what was
// done at once.
import { type Locale, plural } from "../strings.ts";

/** Findings are announced once the typing paused for so long, in milliseconds. */
const PAUSE_MS = 1_500;

/** How many findings the draft has, in which language to say so, and whether the engine has still to answer. */
export interface Found {
  locale: Locale;
  count: number;
  checking: boolean;
}

export class Announcements {
  /** The words last said; they stay until others are. */
  words = "";
  /** The message of a rule among them, which may be in another language. */
  quoted = "";
  private hold = { words: "", times: 0 };
  private pause: ReturnType<typeof setTimeout> | undefined;
  /** The count that was summed up last; undefined where other words were said since, which a summary would talk over. */
  private counted: number | undefined;
  /** The pause came before the answer. */
  private owed = false;

  /** `changed` is called when there are other words, but for those of a hold, which come while it is drawn. */
  constructor(private readonly changed: () => void) {}

  /** Says something at once, with the message of a rule in it or without; a summary that was waiting for a pause would talk
   *  over it. */
  say(words: string, quoted = ""): void {
    this.utter(words, quoted);
    this.changed();
  }

  /** One summary per pause, not one per keystroke; silence stays silent. */
  afterPause(found: () => Found): void {
    clearTimeout(this.pause);
    this.pause = setTimeout(() => {
      this.pause = undefined;
      this.owed = true;
      this.follow(found());
      this.changed();
    }, PAUSE_MS);
  }

  /** The draft as it is drawn: sums it up if the answer came after the pause, or is another one without a key. */
  follow(found: Found): void {
    if (this.pause !== undefined || found.checking) return;
    const { counted } = this;
    this.counted = found.count;
    if (!this.owed && (counted === undefined || counted === found.count)) return;
    this.owed = false;
    this.words = found.count > 0 ? plural(found.locale, "findings", found.count) : "";
    this.quoted = "";
  }

  /** A hold is said when it begins, when it says something else, and at each send that it stopped (`times`, since ever). */
  holds(words: string, times: number, quoted = ""): void {
    const { hold } = this;
    if (words !== hold.words || times !== hold.times) this.utter(words, quoted);
    this.hold = { words, times };
  }

  /** The hold is over, and its words with it. */
  released(): void {
    if (this.hold.words === "") return;
    if (this.words.startsWith(this.hold.words)) this.words = "";
    this.hold = { ...this.hold, words: "" };
  }

  /** Says words although they may be the same again: a region whose text stays is not read. */
  private utter(words: string, quoted: string): void {
    clearTimeout(this.pause);
    this.pause = this.counted = undefined;
    this.owed = false;
    this.quoted = quoted;
    this.words = words !== "" && words === this.words ? `${words}\u00a0` : words;
  }

  dispose(): void {
    clearTimeout(this.pause);
  }
}
