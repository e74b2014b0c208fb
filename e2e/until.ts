// Waiting for what a page shows, in one question to the browser. Puppeteer's own waitForFunction asks several: in Firefox it
// takes 50 ms where this takes 2 (docs/decisions/0152). It survives no navigation; where one may come, use puppeteer's.
import type { ElementHandle, Frame, Page } from "puppeteer-core";

/** Looks into the page; what is returned there counts as yes if it is truthy. */
type Look<Args extends unknown[], R> = (...args: Args) => R;

/** Waits until `look` says yes, looking now and in every frame. Fails after the page's patience. The arguments travel as JSON. */
export async function until<Args extends unknown[]>(
  page: Page | Frame,
  look: Look<Args, unknown>,
  ...args: Args
): Promise<void> {
  if (!(await within(patienceOf(page), page, look, ...args))) throw inVain(look, args);
}

/** Whether `look` says yes within so many milliseconds. */
export function within<Args extends unknown[]>(
  milliseconds: number,
  page: Page | Frame,
  look: Look<Args, unknown>,
  ...args: Args
): Promise<boolean> {
  return page.evaluate(`(${source(look, args, milliseconds)}).then(Boolean)`) as Promise<boolean>;
}

/** Waits until `look` gives something, and gives it on, as JSON. */
export async function given<Args extends unknown[], R>(
  page: Page | Frame,
  look: Look<Args, R>,
  ...args: Args
): Promise<Exclude<R, false | null | undefined>> {
  const seen = await page.evaluate(source(look, args, patienceOf(page)));
  if (seen === undefined) throw inVain(look, args);
  return seen as Exclude<R, false | null | undefined>;
}

/** Waits until `look` finds an element, and gives a handle of it. */
export async function found<Args extends unknown[], T extends Node>(
  page: Page | Frame,
  look: Look<Args, T | null | undefined>,
  ...args: Args
): Promise<ElementHandle<T>> {
  const handle = await page.evaluateHandle(source(look, args, patienceOf(page)));
  const element = handle.asElement();
  if (!element) throw inVain(look, args);
  return element as ElementHandle<T>;
}

function patienceOf(page: Page | Frame): number {
  return ("page" in page ? page.page() : page).getDefaultTimeout();
}

function source<Args extends unknown[]>(look: Look<Args, unknown>, args: Args, milliseconds: number): string {
  return `(${String(watch)})(${String(look)}, ${JSON.stringify(args)}, ${milliseconds})`;
}

/** In the page: what the look gives once it is truthy, or undefined when the time is over. */
function watch<Args extends unknown[]>(
  look: Look<Args, unknown>,
  args: Args,
  milliseconds: number,
): Promise<unknown> {
  return new Promise((done, fail) => {
    let over = false;
    const timer = setTimeout(() => {
      over = true;
      done(undefined);
    }, milliseconds);
    const lookAgain = async () => {
      const seen = await look(...args);
      if (seen) {
        clearTimeout(timer);
        done(seen);
      } else if (!over) requestAnimationFrame(() => lookAgain().catch(fail));
    };
    lookAgain().catch(fail);
  });
}

function inVain(look: Look<never, unknown>, args: unknown[]): Error {
  return new Error(`waited in vain for ${String(look)}, of ${JSON.stringify(args)}`);
}
