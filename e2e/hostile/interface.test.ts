// A page script against what we show: it clicks our buttons, covers, moves, relabels, hides and removes them, and patches the
// page's own world. None of it is a choice of the user's, and what is held stays held and said.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "puppeteer-core";
import { clickPart, engineFrame, held, part, readable, verdictIs, withExtension } from "../bonton.ts";
import { until } from "../until.ts";
import { compose, press, sentTexts } from "../whatsapp/driver.ts";
import { serveReplica } from "../whatsapp/serve.ts";

const RUDE = "Bonjour connard";
const SEND_ANYWAY = "[data-act=send-anyway]";

/** What a script does to the panel's root just before the user clicks (see atPointer); the user's click then is no choice. */
const tampering: Record<string, (root: ShadowRoot) => void> = {
  "relabels the buttons": (root) => {
    for (const label of root.querySelectorAll("[data-act] span")) label.textContent = "Modifier";
  },
  "moves the button": (root) => {
    root.querySelector<HTMLElement>("[data-act=send-anyway]")?.style.setProperty("margin-left", "3px");
  },
  "moves the panel": (root) => {
    const panel = root.querySelector<HTMLElement>("[data-part=hold]");
    panel?.style.setProperty("transform", "translateX(5px)");
  },
  "wraps the button in a label": (root) => {
    const button = root.querySelector("[data-act=send-anyway]");
    const label = document.createElement("label");
    label.style.cssText = "position: fixed; inset: 0";
    button?.replaceWith(label);
    if (button) label.append(button);
  },
  "lays a layer over it": () => {
    const layer = document.createElement("div");
    layer.id = "layer";
    layer.style.cssText = "position: fixed; inset: 0; z-index: 2147483647; background: #fff";
    document.documentElement.append(layer);
  },
};

/** Tampers when the pointer comes, as a script would: so late that the user cannot have seen it, however slow this machine is. */
function atPointer(tamper: (root: ShadowRoot) => void): string {
  const deed = `() => (${tamper})(document.querySelector("bonton-ui").shadowRoot)`;
  return `addEventListener("mousemove", ${deed}, { capture: true, once: true })`;
}

/** What Firefox proves too: a label's click and a place are the browser's own business, the rest is our script's. */
const inFirefox = new Set(["moves the panel", "wraps the button in a label"]);

withExtension(({ load: open, page: onlyPage, name }) => {
  test("a script's clicks on our buttons choose nothing", async () => {
    const page = await holdRude(await open());
    await readable(page);
    await page.evaluate(() => {
      const root = document.querySelector("bonton-ui")?.shadowRoot;
      const all = { bubbles: true, composed: true, cancelable: true, detail: 1 };
      for (const button of root?.querySelectorAll<HTMLElement>("button") ?? []) {
        button.click();
        button.dispatchEvent(new MouseEvent("click", all));
        button.focus();
        button.dispatchEvent(new KeyboardEvent("keydown", { ...all, key: "Enter" }));
        button.dispatchEvent(new KeyboardEvent("keydown", { ...all, key: "Escape" }));
      }
    });
    await held(page, "warn");
    assert.deepEqual(await sentTexts(page), []);
  });

  for (const [deed, tamper] of Object.entries(tampering)) {
    if (name === "firefox" && !inFirefox.has(deed)) continue;
    test(`a script that ${deed} gets no click of the user's for it`, async () => {
      const page = await holdRude(await open());
      await readable(page);
      const button = await part(page, SEND_ANYWAY);
      const box = await button.boundingBox();
      assert.ok(box);
      await page.mouse.move(1, 1);
      await page.evaluate(atPointer(tamper));
      await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
      await held(page, "warn");
      await page.evaluate(() => document.getElementById("layer")?.remove());
      await readable(page); // the browser tells a little later that the layer is gone
      await clickPart(page, SEND_ANYWAY);
      await held(page, "warn", "armed");
      assert.deepEqual(await sentTexts(page), []);
    });
  }

  test("a script that hides or empties what we show does not get it away", async () => {
    const page = await holdRude(await open());
    await page.evaluate(() => {
      const host = document.querySelector<HTMLElement>("bonton-ui");
      host?.setAttribute("hidden", "");
      host?.style.setProperty("display", "none", "important");
      host?.style.setProperty("visibility", "hidden", "important");
      host?.style.setProperty("transform", "scale(0)", "important");
      host?.shadowRoot?.replaceChildren();
    });
    const panel = await part(page, "[data-part=hold]");
    assert.equal(await panel.isVisible(), true);
    assert.ok(((await panel.boundingBox())?.width ?? 0) > 200);
  });

  test("a script that removes our element again and again does not get rid of it", async () => {
    const page = await holdRude(await open());
    await page.evaluate(() => {
      window.removals = 0;
      const remove = () => {
        window.removals += 1;
        document.querySelector("bonton-ui")?.remove();
        if (window.removals > 21) watch.disconnect();
      };
      const watch = new MutationObserver(() => document.querySelector("bonton-ui") && remove());
      watch.observe(document.documentElement, { childList: true });
      remove();
    });
    await until(page, () => window.removals > 21); // past the quick returns
    await part(page, "[data-part=hold]");
    await verdictIs(page, "warn");
    assert.deepEqual(await sentTexts(page), []);
  });

  test("patches of the page's own world reach nothing of ours", async () => {
    const page = await onlyPage();
    const script = await page.evaluateOnNewDocument(patchWorld);
    await serveReplica(page);
    await holdRude(page);
    assert.deepEqual(await page.evaluate(() => window.caught), []);
    await page.evaluate(() => {
      CSS.highlights.clear();
      CSS.highlights.set("bonton-block", new Highlight(new Range()));
    });
    assert.deepEqual(await sentTexts(page), []);
    await page.keyboard.type("s");
    await until(page, () => [...(CSS.highlights.get("bonton-warn") ?? [])].join() === "connards");
    await engineFrame(page);
    await page.removeScriptToEvaluateOnNewDocument(script.identifier);
  });
});

declare global {
  interface Window {
    removals: number;
    /** Calls of the patched functions that can only be ours. */
    caught: string[];
  }
}

async function holdRude(page: Page): Promise<Page> {
  await compose(page, RUDE);
  await verdictIs(page, "warn");
  await press(page, "Enter");
  await held(page, "warn");
  return page;
}

/** Patches what our script uses as well, notes what looks like ours, and breaks it. */
function patchWorld(): void {
  window.caught = [];
  const spy = (owner: object, name: string, ours: (args: unknown[]) => boolean) => {
    const original = Reflect.get(owner, name);
    Reflect.set(owner, name, function patched(this: unknown, ...args: unknown[]) {
      if (ours(args)) {
        window.caught.push(name);
        throw new Error("patched");
      }
      return Reflect.apply(original, this, args);
    });
  };
  const any = () => true;
  spy(MessagePort.prototype, "postMessage", any);
  spy(Element.prototype, "attachShadow", any);
  spy(IntersectionObserver.prototype, "observe", any);
  spy(crypto, "getRandomValues", any);
  spy(JSON, "stringify", ([value]) => String(value).includes("warn"));
  spy(EventTarget.prototype, "addEventListener", ([kind]) => kind === "touchend");
  spy(Range.prototype, "setStart", ([node]) => (node as Node).textContent === "nothing");
}
