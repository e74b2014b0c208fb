// A page script that wants the engine for itself, or wants it gone. Our frame is in nobody's window.frames; copies of it that
// the page embeds answer nobody; a frame that is lost comes back, and the draft is checked again.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "puppeteer-core";
import { chipSays, engineFrame, held, verdictIs, withExtension } from "../bonton.ts";
import { until } from "../until.ts";
import { compose, press, sentTexts } from "../whatsapp/driver.ts";
import { serveReplica } from "../whatsapp/serve.ts";

const RUDE = "Bonjour connard";

declare global {
  interface Window {
    /** What the page's own ports and its window got. */
    answers: unknown[];
    /** The most frames the page ever saw. */
    mostFrames: number;
    /** The states of the chip since the watch began, as one text. */
    chipStates: string;
  }
}

/** What Firefox proves too: how its frames reload is its own; the rest is our script's. */
const inFirefox = new Set(["navigated away", "moved with its host"]);

withExtension(({ load: open, page: onlyPage, name }) => {
  test("a script that looks for frames from the first moment on finds none, and hears nothing", async () => {
    const page = await onlyPage();
    const script = await page.evaluateOnNewDocument(lookForFrames);
    await serveReplica(page);
    await chipSays(page, "ready");
    await rudeIsHeld(page);
    assert.deepEqual(await page.evaluate(() => [window.mostFrames, window.answers]), [0, []]);
    await page.removeScriptToEvaluateOnNewDocument(script.identifier);
  });

  test("a copy of the frame that the page embeds and floods answers nobody, even while ours is introduced", async () => {
    const page = await open();
    await floodCopy(page, await (await engineFrame(page)).evaluate(() => location.href));
    await page.evaluate(() => document.querySelector("bonton-ui")?.shadowRoot?.replaceChildren()); // ours starts anew, with a new token
    await rudeIsHeld(page);
    assert.deepEqual(await page.evaluate(() => window.answers), []);
  });

  const losses: Record<string, (page: Page) => Promise<unknown>> = {
    "navigated away": async (page) => (await engineFrame(page)).evaluate("location.href = 'about:blank'"),
    "taken out": (page) =>
      page.evaluate(() => document.querySelector("bonton-ui")?.shadowRoot?.replaceChildren()),
    "taken out with its host": (page) => page.evaluate(() => document.querySelector("bonton-ui")?.remove()),
    "moved with its host": (page) =>
      page.evaluate(() => document.body.append(...document.querySelectorAll("bonton-ui"))),
    "moved in its place": (page) =>
      page.evaluate(() => document.documentElement.prepend(...document.querySelectorAll("bonton-ui"))),
  };
  for (const [loss, cause] of Object.entries(losses)) {
    if (name === "firefox" && !inFirefox.has(loss)) continue;
    test(`a frame that was ${loss} comes back, and the draft is checked again`, async () => {
      const page = await open();
      await compose(page, RUDE);
      await verdictIs(page, "warn");
      await watchChip(page);
      await cause(page);
      await until(page, () => /starting.* ready$/.test(window.chipStates));
      await verdictIs(page, "warn");
      assert.equal(await seats(page), 1, "a frame has its seat again");
      await press(page, "Enter");
      await held(page, "warn");
      assert.deepEqual(await sentTexts(page), []);
    });
  }

  test("where frames never live the background checks", async () => {
    const page = await open();
    await page.evaluate(takeEveryFrame);
    await rudeIsHeld(page);
    assert.equal(await seats(page), 0);
  });
});

/** How many seats of frames our element holds. */
function seats(page: Page): Promise<number | undefined> {
  return page.evaluate(
    () =>
      Array.from(document.querySelector("bonton-ui")?.shadowRoot?.children ?? []).filter(
        (child) => child.localName === "span",
      ).length,
  );
}

/** Waits for the verdict of a rude draft and for its hold. */
async function rudeIsHeld(page: Page): Promise<void> {
  await compose(page, RUDE);
  await verdictIs(page, "warn");
  await press(page, "Enter");
  await held(page, "warn");
  assert.deepEqual(await sentTexts(page), []);
}

/** Looks for frames to post to, all the time, and listens for whoever posts to the page. */
function lookForFrames(): void {
  window.answers = [];
  window.mostFrames = 0;
  addEventListener("message", ({ data }) => window.answers.push(data));
  setInterval(() => {
    window.mostFrames = Math.max(window.mostFrames, window.length);
  }, 1);
}

/** Embeds the frame once more and asks it without end, with tokens and introductions of the page's own. */
async function floodCopy(page: Page, address: string): Promise<void> {
  await page.evaluate(
    (src) =>
      new Promise<void>((loaded) => {
        window.answers = [];
        let posted = 0;
        const frame = document.createElement("iframe");
        const post = () => {
          const [lints, reasons, languages] = [
            new MessageChannel(),
            new MessageChannel(),
            new MessageChannel(),
          ];
          const all = [lints, reasons, languages];
          const token = posted.toString(16).padStart(32, "0");
          posted += 1;
          for (const { port1 } of all) port1.onmessage = ({ data }) => window.answers.push(data);
          frame.contentWindow?.postMessage({ kind: "engine-token", token }, "*");
          const ports = all.map(({ port2 }) => port2);
          frame.contentWindow?.postMessage({ kind: "engine-port", token }, "*", ports);
          reasons.port1.postMessage({ id: 1, kind: "why", rule: "tone/insult-fr", locale: "fr" });
          languages.port1.postMessage({ id: 1, kind: "language", text: "Bonjour" });
          if (posted % 100 === 0) loaded();
        };
        frame.src = src;
        frame.onload = () => setInterval(() => Array.from({ length: 20 }, post), 5);
        document.body.append(frame);
      }),
    address,
  );
}

/** Notes each state that the chip takes. */
async function watchChip(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.chipStates = "";
    const root = document.querySelector("bonton-ui")?.shadowRoot;
    if (!root) throw new Error("no root");
    const note = () => {
      const state = root.querySelector<HTMLElement>("[data-part=chip]")?.dataset.state ?? "";
      if (!window.chipStates.endsWith(state)) window.chipStates = `${window.chipStates} ${state}`.trim();
    };
    new MutationObserver(note).observe(root, { subtree: true, childList: true, attributes: true });
  });
}

/** Takes out whatever seat of a frame is put into our root. */
function takeEveryFrame(): void {
  const root = document.querySelector("bonton-ui")?.shadowRoot;
  if (!root) throw new Error("no root");
  const take = () => {
    for (const child of root.children) if (child.localName === "span") child.remove();
  };
  new MutationObserver(take).observe(root, { childList: true });
  take();
}
