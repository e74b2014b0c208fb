// Knows whether an input method is composing in a composer: until it ends, the text belongs to it.

let composing: Node | undefined;

/** Watches until the signal aborts. */
export function watchComposition(signal: AbortSignal): void {
  const options = { capture: true, passive: true, signal };
  addEventListener("compositionstart", ({ target }) => (composing = target as Node), options);
  addEventListener("compositionend", () => (composing = undefined), options);
}

/** Whether a composition goes on in this composer; one whose editor the page took away has ended without a word. */
export function isComposing(composer: Node): boolean {
  return composing?.isConnected === true && composer.contains(composing);
}
