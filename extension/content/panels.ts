// What is open beside the draft: a card, the list, a notice. A hold is its guard's.
import type { Finding } from "../../wasm/linter/engine.d.ts";

export class Panels {
  /** The open card, of a finding by its index; `byPointer` cards close when the pointer leaves. */
  card: { finding: number; byPointer: boolean } | undefined;
  list = false;
  /** What was just done and can be undone, or what could not be done. */
  notice: { words: string; undo?: () => void } | undefined;
  private inHold = false;

  /** Opens a finding's card; a negative index closes the open one. */
  openCard(finding: number, byPointer: boolean): void {
    this.card = finding < 0 ? undefined : { finding, byPointer };
    if (this.card) this.notice = undefined;
  }

  toggleList(): void {
    this.list = !this.list;
    this.card = this.notice = undefined;
  }

  /** Puts a notice where the card was. */
  tell(words: string, undo?: () => void): void {
    this.card = undefined;
    this.notice = { words, ...(undo ? { undo } : {}) };
  }

  /** Closes everything; answers whether anything was open. */
  close(): boolean {
    const open = this.card !== undefined || this.list || this.notice !== undefined;
    this.list = false;
    this.draftChanged();
    return open;
  }

  /** Whether the draft is held now. What could not be done before the hold is not said in it. */
  held(now: boolean): void {
    if (now && !this.inHold && !this.notice?.undo) this.notice = undefined;
    this.inHold = now;
  }

  /** What spoke of the draft as it was goes; the list stays. */
  draftChanged(): void {
    this.card = this.notice = undefined;
  }

  /** A second report of the same draft may have moved the open card's finding, or taken it away. */
  follow(shown: readonly Finding[], now: readonly Finding[]): void {
    const before = this.card && shown[this.card.finding];
    if (!this.card || !before) return;
    const finding = now.findIndex((each) => isSame(each, before));
    if (finding >= 0) this.card.finding = finding;
    else this.card = undefined;
  }
}

function isSame(a: Finding, b: Finding): boolean {
  return a.rule === b.rule && a.start === b.start && a.end === b.end;
}
