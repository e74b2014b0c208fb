// The extension as a person meets it in a WhatsApp tab: the chip, the hold panel, the underlines. Everything waits
// for something the page shows; nothing sleeps.
import type { ElementHandle, Frame, Page } from "puppeteer-core";
import type { BrowserName } from "./browsers.ts";
import { type Bench, eachBrowser, type SetLaunch } from "./each.ts";
import { found, until } from "./until.ts";
import type { PartialOptions } from "./whatsapp/options.ts";
import { reuseReplica, serveReplica } from "./whatsapp/serve.ts";

/** Where tests leave what they saw. */
export const SCREENSHOTS = "dist/test/screenshots";

/** The chip, inside our shadow root. */
const CHIP = "[data-part=chip]";

export interface ExtensionBench extends Bench {
  /** The replica as at load with the extension at work, which knows nothing: in the tab of the test before, where it can. */
  open(options?: PartialOptions): Promise<Page>;
  /** The same in a tab loaded anew, for tests that change the page's world or end the extension in it. */
  load(options?: PartialOptions): Promise<Page>;
}

/** Defines tests with the extension loaded, once per browser. */
export function withExtension(
  define: (bench: ExtensionBench) => void,
  names?: readonly BrowserName[],
  launch: SetLaunch = {},
): void {
  eachBrowser(
    (bench) => {
      const openWith =
        (serve: typeof serveReplica) =>
        async (options: PartialOptions = {}) => {
          const page = await bench.page();
          await page.bringToFront(); // a test before may have left another tab there
          await forget(page);
          await serve(page, options);
          await chipSays(page, "ready");
          await drawn(page);
          return page;
        };
      define({ ...bench, open: openWith(reuseReplica), load: openWith(serveReplica) });
    },
    names,
    { extension: true, leave: forget, ...launch },
  );
}

/** Empties what the extension stored, from inside its own frame, where its storage can be reached. */
export async function forget(page: Page): Promise<void> {
  const frame = await findEngineFrame(page);
  await frame?.evaluate("chrome.storage.local.clear()").catch(() => undefined); // a frame that a test killed has nothing to say
}

/** The hidden engine frame of a tab. Fails where there is none. */
export async function engineFrame(page: Page): Promise<Frame> {
  const frame = await findEngineFrame(page);
  if (!frame) throw new Error(`no engine frame among ${page.frames().map((each) => each.url())}`);
  return frame;
}

/** The hidden engine frame of a tab, if it lives. */
export async function findEngineFrame(page: Page): Promise<Frame | undefined> {
  const isEngine = (address: string) => address.endsWith("/engine/frame.html");
  const frames = page.frames();
  const known = frames.find((each) => isEngine(each.url()));
  if (known) return known;
  // Firefox does not always tell where a frame went, 2 times in 25 after a page that was flooded with messages: ask the frame.
  for (const frame of frames.slice(1))
    if (isEngine(await frame.evaluate(() => location.href).catch(() => ""))) return frame;
}

/** Waits until the chip has this state. */
export async function chipSays(page: Page, state: string): Promise<void> {
  await until(
    page,
    (selector, wanted) =>
      document.querySelector("bonton-ui")?.shadowRoot?.querySelector<HTMLElement>(selector)?.dataset.state ===
      wanted,
    CHIP,
    state,
  );
}

/** Waits until the draft as it is now has been checked and the chip shows this verdict, and this state of the checking. */
export async function verdictIs(page: Page, verdict: string, state = "ready"): Promise<void> {
  await drawn(page); // what was typed last shows as "checking" in the second frame at the latest
  await until(
    page,
    (selector, wanted, state) => {
      const chip = document.querySelector("bonton-ui")?.shadowRoot?.querySelector<HTMLElement>(selector);
      return chip?.dataset.state === state && chip.dataset.verdict === wanted;
    },
    CHIP,
    verdict,
    state,
  );
}

/** Waits until everything that happened so far has been drawn: the frame it fell into, and the one after. */
export function drawn(page: Page): Promise<void> {
  return page.evaluate(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  );
}

/** Waits for the hold panel with this action and phase. */
export async function held(page: Page, action: string, phase = "held"): Promise<void> {
  await part(page, `[data-part=hold][data-action=${action}][data-phase=${phase}]`);
}

/** Waits until no hold panel is shown. */
export async function notHeld(page: Page): Promise<void> {
  await until(page, () => {
    const root = document.querySelector("bonton-ui")?.shadowRoot;
    return root && !root.querySelector("[data-part=hold]");
  });
}

/** Waits until a hold has been shown long enough for the user's next act to count (400 ms). */
export async function readable(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((done) => setTimeout(done, 450)));
}

/** One of our own elements, by a selector in the shadow root. (Puppeteer's own `>>>` does not notice changes there.) */
export function part(page: Page, selector: string): Promise<ElementHandle<Element>> {
  return found(
    page,
    (wanted) => document.querySelector("bonton-ui")?.shadowRoot?.querySelector(wanted),
    selector,
  );
}

/** Clicks one of our elements with the mouse, once it has been shown long enough. */
export async function clickPart(page: Page, selector: string): Promise<void> {
  await part(page, selector);
  await readable(page);
  await (await part(page, selector)).click();
}

/** The underlined words per action. */
export function underlined(page: Page): Promise<Record<string, string[]>> {
  return page.evaluate(() =>
    Object.fromEntries(
      Array.from(CSS.highlights, ([name, ranges]) => [
        name.replace("bonton-", ""),
        Array.from(ranges, String),
      ]),
    ),
  );
}

/** What the live region says. */
export function announced(page: Page): Promise<string> {
  return page.evaluate(
    () => document.querySelector("bonton-ui")?.shadowRoot?.querySelector("[role=status]")?.textContent ?? "",
  );
}

/** The page's send button, whatever its markup: the last enabled button of the footer while there is a draft. */
export async function sendButton(page: Page): Promise<ElementHandle<Element>> {
  const button = (await page.$$("#main footer button:not(:disabled)")).at(-1);
  if (!button) throw new Error("no send button");
  return button;
}

/** Clicks the page's send button with the mouse. */
export async function clickSend(page: Page): Promise<void> {
  await (await sendButton(page)).click();
}
