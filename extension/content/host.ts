// The one element we put into the page: <bonton-ui> on the document element, outside the page's own tree, with an open
// shadow root for the interface. The engine's frame has its seat in it too. If the page removes or moves it, it comes back.

const TAG = "bonton-ui";

/** So many removals within a minute are a page that does not want us; then we stop coming back. */
const MAX_RETURNS = 20;
const RETURNS_MS = 60_000;

export class Host {
  readonly element: HTMLElement;
  readonly root: ShadowRoot;
  private readonly observer = new MutationObserver(() => this.check());
  private readonly returns: number[] = [];

  /** `removed` is told when the page took the element away, which reloads any frame in it. */
  constructor(private readonly removed: () => void) {
    document.querySelector(TAG)?.remove(); // an earlier version of us, cut off by an update
    this.element = document.createElement(TAG);
    this.root = this.element.attachShadow({ mode: "open" });
    document.documentElement.append(this.element);
    this.observer.observe(document.documentElement, { childList: true });
  }

  dispose(): void {
    this.observer.disconnect();
    this.element.remove();
  }

  private check(): void {
    if (this.element.parentNode === document.documentElement) return;
    const now = performance.now();
    this.returns.push(now);
    const earlier = this.returns.at(-MAX_RETURNS);
    if (earlier !== undefined && now - earlier < RETURNS_MS && this.returns.length >= MAX_RETURNS) {
      this.observer.disconnect();
    } else document.documentElement.append(this.element);
    this.removed();
  }
}
