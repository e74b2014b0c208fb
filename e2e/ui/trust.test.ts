// The trust guard in real browsers: what the page does to our parts never becomes the user's choice.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "puppeteer-core";
import { eachBrowser } from "../each.ts";
import { until } from "../until.ts";
import { advance, calls, click, find, openGallery, selectDraft, selection } from "./stage.ts";

declare global {
  interface Window {
    /** What the browser last said of each part: seen, or covered. */
    sight?: Record<string, boolean>;
  }
}

eachBrowser(({ browser }) => {
  let page: Page;
  const open = async (state: string) => {
    page = await openGallery(browser(), { state });
  };

  test("a click counts after 400 ms, not before", async () => {
    await open("hold-warn");
    await click(page, "[data-act=send-anyway]");
    await advance(page, 399);
    await click(page, "[data-act=send-anyway]");
    assert.deepEqual(await calls(page), []);
    await advance(page, 1);
    await click(page, "[data-act=send-anyway]");
    assert.deepEqual(await calls(page), ["sendAnyway()"]);
  });

  test("a press on words to copy by hand is left to the browser, which selects them", async () => {
    for (const state of ["card-reported-by-hand", "hold-reported-by-hand"]) {
      await open(state);
      await page.evaluate(() => {
        const heard = (event: Event) => Object.assign(window, { heard: event });
        addEventListener("mousedown", heard, true);
      });
      const { x, y } = await page.$eval("bonton-ui >>> .by-hand code", (code) => {
        const [line = new DOMRect()] = code.getClientRects(); // it may be broken over two
        return { x: line.x + 4, y: line.y + line.height / 2 };
      });
      await page.mouse.click(x, y);
      const stopped = await page.evaluate(
        () => (window as unknown as { heard: Event }).heard.defaultPrevented,
      );
      assert.equal(stopped, false, state);
    }
  });

  test("a click made by the page does not count", async () => {
    await open("hold-warn");
    await advance(page, 1000);
    const button = await find(page, "[data-act=send-anyway]");
    await button.evaluate((element) => {
      element.click();
      element.dispatchEvent(new MouseEvent("click", { bubbles: true, composed: true, detail: 1 }));
    });
    assert.deepEqual(await calls(page), []);
  });

  test("a button under a layer of the page does not count", async () => {
    await open("hold-warn");
    await advance(page, 1000);
    await cover(page, "auto");
    await click(page, "[data-act=send-anyway]");
    assert.deepEqual(await calls(page), []);
  });

  test("a part that the page moved does not count at once", async () => {
    await open("hold-warn");
    await advance(page, 1000);
    const part = await find(page, "[data-part=hold]");
    await part.evaluate((element) => element.style.setProperty("left", "20px"));
    await click(page, "[data-act=send-anyway]");
    assert.deepEqual(await calls(page), []);
  });

  test("a change of phase under the pointer starts the time again", async () => {
    await open("hold-checking");
    await advance(page, 1000);
    await page.evaluate(() => window.gallery.show("hold-warn"));
    await click(page, "[data-act=send-anyway]");
    assert.deepEqual(await calls(page), []);
  });

  test("the page's rules do not reach the host", async () => {
    await open("hold-warn");
    const style = await page.evaluate(() => {
      const host = document.querySelector("bonton-ui") as HTMLElement;
      host.style.setProperty("opacity", "0", "important");
      host.animate({ opacity: [0, 0], transform: ["scale(3)", "scale(3)"] }, { duration: 1e6, fill: "both" });
      const { display, opacity, transform } = getComputedStyle(host);
      return { shown: display !== "none", opacity, transform };
    });
    assert.deepEqual(style, { shown: true, opacity: "1", transform: "none" });
  });

  test("a click leaves focus and selection in the draft", async () => {
    await open("hold-warn");
    await selectDraft(page, 5, 10);
    await advance(page, 1000);
    await click(page, "[data-act=send-anyway]");
    assert.deepEqual(await calls(page), ["sendAnyway()"]);
    assert.equal(await page.evaluate(() => document.activeElement?.id), "draft");
    assert.deepEqual(await selection(page), [5, 10]);
  });
});

// What Chromium itself says of the sight of our parts; Firefox says nothing.
eachBrowser(
  ({ browser }) => {
    for (const trick of ["layer without pointer events", "faded page", "filtered page"]) {
      test(`${trick} is noticed, and its end too`, async () => {
        const page = await openGallery(browser(), { state: "hold-warn" }, noteSight);
        await advance(page, 1000);
        await seen(page, true);
        await play(page, trick);
        await seen(page, false);
        await click(page, "[data-act=send-anyway]");
        assert.deepEqual(await calls(page), []);
        await play(page, "none");
        await seen(page, true);
        await advance(page, 400);
        await click(page, "[data-act=send-anyway]");
        assert.deepEqual(await calls(page), ["sendAnyway()"]);
      });
    }

    for (const state of ["list-findings", "hold-warn", "card-warn"]) {
      test(`our own parts do not cover each other: ${state}`, async () => {
        const page = await openGallery(browser(), { state }, noteSight);
        const panel = state.split("-")[0];
        await seen(page, true, "chip");
        await seen(page, true, panel);
        await advance(page, 400);
        await click(page, "[data-part=chip]");
        assert.deepEqual(await calls(page), ["toggleList()"]);
      });
    }
  },
  ["chrome"],
);

async function play(page: Page, trick: string): Promise<void> {
  const root = { "faded page": "opacity: .01", "filtered page": "filter: invert(1)" }[trick] ?? "";
  await page.evaluate((style) => document.documentElement.setAttribute("style", style), root);
  if (trick === "layer without pointer events") await cover(page, "none");
  if (trick === "none") await page.evaluate(() => document.getElementById("cover")?.remove());
}

/** Lays an opaque layer of the page over everything. */
function cover(page: Page, pointerEvents: "auto" | "none"): Promise<void> {
  return page.evaluate((events) => {
    const layer = document.createElement("div");
    layer.id = "cover";
    layer.style.cssText = `position: fixed; inset: 0; z-index: 2147483647; background: #fff; pointer-events: ${events}`;
    document.documentElement.append(layer);
  }, pointerEvents);
}

/** Notes in `window.sight` what the guard's own observer was last told of each part. */
function noteSight(): void {
  const Observer = window.IntersectionObserver;
  window.IntersectionObserver = class extends Observer {
    constructor(callback: IntersectionObserverCallback, options?: IntersectionObserverInit) {
      super((entries, self) => {
        callback(entries, self);
        for (const entry of entries as (IntersectionObserverEntry & { isVisible: boolean })[]) {
          const { part = "" } = (entry.target as HTMLElement).dataset;
          Object.assign(window, { sight: { ...window.sight, [part]: entry.isVisible } });
        }
      }, options);
    }
  };
}

/** Waits until the guard was told that a part is seen, or that it is not. */
async function seen(page: Page, visible: boolean, part = "hold"): Promise<void> {
  await until(page, (wanted, name) => window.sight?.[name] === wanted, visible, part);
}
