// Notices what others change inside our open shadow root: page scripts can relabel, move or remove our parts there.
// What is only added beside them, as a dark-mode extension adds its sheet, is no harm; anything else is drawn anew.

/** Watches a root. Whatever changes in it outside `own` is another's doing. */
export class TamperWatch {
  readonly #root: ShadowRoot;
  readonly #seated: () => boolean;
  readonly #observer: MutationObserver;
  readonly #tampered: (harmed: boolean) => void;

  /** `seated` says whether our own children of the root are in their place. `tampered` is told of every foreign change,
   *  and whether it harmed what we drew; the engine's frame comes and goes beside it. */
  constructor(root: ShadowRoot, seated: () => boolean, tampered: (harmed: boolean) => void) {
    this.#root = root;
    this.#seated = seated;
    this.#tampered = tampered;
    this.#observer = new MutationObserver((records) => this.#judge(records));
    const all = { childList: true, attributes: true, characterData: true, subtree: true };
    this.#observer.observe(root, all);
  }

  /** Runs our own changes, which are no one's business. */
  own(change: () => void): void {
    this.#judge(this.#observer.takeRecords());
    change();
    this.#observer.takeRecords();
  }

  dispose(): void {
    this.#observer.disconnect();
  }

  #judge(records: MutationRecord[]): void {
    if (records.length === 0) return;
    this.#tampered(!this.#seated() || records.some(({ target }) => target !== this.#root));
  }
}
