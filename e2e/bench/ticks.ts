// The longest time a page's main thread answers nothing: the longest interval between two ticks of a timer in the page, which the
// browser spaces 4 ms apart at rest. What the browser itself calls a long task begins at 50 ms, so of a page that has none it
// only tells that there is none.
import type { Page } from "puppeteer-core";

declare global {
  interface Window {
    longestGap: number;
  }
}

/** Begins to look. */
export function watchGaps(page: Page): Promise<void> {
  return page.evaluate(() => {
    window.longestGap = 0;
    let last = performance.now();
    const tick = () => {
      const now = performance.now();
      window.longestGap = Math.max(window.longestGap, now - last);
      last = now;
      setTimeout(tick);
    };
    tick();
  });
}

/** The longest gap since then, in milliseconds. */
export function longestGap(page: Page): Promise<number> {
  return page.evaluate(() => window.longestGap);
}
