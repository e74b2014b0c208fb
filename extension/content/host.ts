// The one element we put into the page: <bonton-ui> on the document element, outside the page's own tree, with an open
// shadow root for the interface. The engine's frame has its seat in it too. If the page removes or moves it, it comes back.

const TAG = "bonton-ui";

/** So many returns within a minute are a page that fights us; then we come back slowly, or two scripts undoing each
 *  other's work would freeze the tab. Times in milliseconds. */
const QUICK_RETURNS = 20;
const WITHIN_MS = 60_000;
const SLOWLY_MS = 2_000;

export class Host {
  readonly element: HTMLElement;
  readonly root: ShadowRoot;
  private readonly observer = new MutationObserver(() => this.check());
  private returns: number[] = [];
  private later: ReturnType<typeof setTimeout> | undefined;

  /** `removed` is told when the page took the element away, which reloads any frame in it. */
  constructor(private readonly removed: () => void) {
    document.querySelector(TAG)?.remove(); // an earlier version of us, cut off by an update
    this.element = document.createElement(TAG);
    this.root = this.element.attachShadow({ mode: "open" });
    this.observer.observe(document, { childList: true });
    this.put();
  }

  dispose(): void {
    this.observer.disconnect();
    clearTimeout(this.later);
    this.element.remove();
  }

  private check(): void {
    if (this.later !== undefined || this.element.parentNode === document.documentElement) return;
    const now = performance.now();
    this.returns = [...this.returns.filter((at) => now - at < WITHIN_MS), now];
    if (this.returns.length < QUICK_RETURNS) this.put();
    else {
      this.later = setTimeout(() => {
        this.later = undefined;
        this.put();
      }, SLOWLY_MS);
    }
    this.removed();
  }

  /** The document element itself may be another one than before. */
  private put(): void {
    document.documentElement?.append(this.element);
    if (document.documentElement) this.observer.observe(document.documentElement, { childList: true });
  }
}
