// Where the focus goes when the screen changes: the control that caused it may be gone, and what is new may be out of sight.
import { useEffect, useRef } from "preact/hooks";

/** Puts the focus on the title of what is shown now, at the top of the page. */
export function focusTitle(): void {
  const main = document.querySelector("main");
  const title = main?.querySelector("h1") ?? main;
  if (!title) return;
  scrollTo(0, 0);
  focusText(title, { preventScroll: true });
}

/** Puts the focus on an element that only shows something. */
export function focusText(element: HTMLElement, options?: FocusOptions): void {
  element.tabIndex = -1;
  element.focus(options);
}

/** Acts after each change of what is looked at, and not at the first showing. */
export function useChange(act: () => void, looked: readonly unknown[]): void {
  const shown = useRef(false);
  useEffect(() => {
    if (shown.current) act();
    shown.current = true;
  }, looked);
}
