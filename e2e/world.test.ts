// What the page's own world can see of us: its globals, its document, its sheets, its frames and its resource timing, with the
// extension and without it. The difference is listed here, and nothing else may differ.
import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import type { Page } from "puppeteer-core";
import { chipSays, verdictIs } from "./bonton.ts";
import { testedIn } from "./browsers.ts";
import { type Borrowed, borrow } from "./each.ts";
import { COMPOSER, compose, waitForText } from "./whatsapp/driver.ts";
import { serveReplica } from "./whatsapp/serve.ts";

const RUDE = "Bonjour connard";

/** The state of the page's world, as text by name. */
type World = Record<string, string[]>;

describe("the page's world with us and without us", () => {
  const all: Borrowed[] = [];
  after(() => Promise.all(all.map((borrowed) => borrowed.giveBack())));

  for (const name of testedIn) {
    test(`${name}: one element, its underlines, and nothing else`, async () => {
      const [without, withUs] = await Promise.all(
        [false, true].map(async (extension) => {
          const borrowed = await borrow(name, extension ? { extension } : {});
          all.push(borrowed);
          return worldOf(await borrowed.browser.newPage(), extension);
        }),
      );
      assert.deepEqual(differences(without ?? {}, withUs ?? {}), {
        root: ["+ <bonton-ui></bonton-ui>"],
        highlights: ["+ bonton-warn"],
      });
    });
  }
});

/** Types a draft that gets underlined, and looks at everything around. */
async function worldOf(page: Page, extension: boolean): Promise<World> {
  await serveReplica(page, { seed: "same" });
  if (extension) await chipSays(page, "ready");
  await compose(page, RUDE);
  await waitForText(page, RUDE);
  if (extension) await verdictIs(page, "warn");
  return page.evaluate(look, COMPOSER);
}

/** Runs in the page. */
function look(composer: string): World {
  const attributes = (element: Element | null) =>
    Array.from(element?.attributes ?? [], ({ name, value }) => `${name}=${value}`);
  const host = document.querySelector("bonton-ui");
  const shallow = (element: Element) => (element.cloneNode(false) as Element).outerHTML;
  const native = (value: unknown) => String(value).includes("[native code]");
  const prototypes = [Window, EventTarget, Node, Element, Document, KeyboardEvent, MessagePort, Range, JSON];
  return {
    globals: Object.getOwnPropertyNames(window).sort(),
    symbols: Object.getOwnPropertySymbols(window).map(String),
    patched: prototypes.flatMap((owner) => {
      const proto = (owner as { prototype?: object }).prototype ?? owner;
      return Object.entries(Object.getOwnPropertyDescriptors(proto))
        .filter(([, { value, get }]) => [value, get].some((f) => typeof f === "function" && !native(f)))
        .map(([key]) => key);
    }),
    documentKeys: Object.getOwnPropertyNames(document),
    root: Array.from(document.documentElement.children, shallow),
    rootAttributes: attributes(document.documentElement),
    bodyAttributes: attributes(document.body),
    body: Array.from(document.body.children, shallow),
    hostAttributes: attributes(host),
    head: Array.from(document.head.children, (element) => element.outerHTML),
    sheets: Array.from(document.styleSheets, ({ href }) => href ?? "inline"),
    adopted: document.adoptedStyleSheets.map(String),
    frames: [String(window.length)],
    highlights: Array.from(CSS.highlights.keys()),
    editor: [document.querySelector(composer)?.outerHTML ?? ""],
    resources: [...new Set(performance.getEntriesByType("resource").map((entry) => entry.name))].sort(),
    focus: [document.activeElement?.outerHTML ?? ""],
    title: [document.title],
    storage: [...Object.keys(localStorage), ...Object.keys(sessionStorage), document.cookie],
  };
}

/** What each list has more (+) or less (-) with us. */
function differences(without: World, withUs: World): World {
  const found = Object.keys(without).map((key): [string, string[]] => {
    const [before = [], now = []] = [without[key], withUs[key]];
    const gone = before.filter((item) => !now.includes(item)).map((item) => `- ${item}`);
    return [key, [...gone, ...now.filter((item) => !before.includes(item)).map((item) => `+ ${item}`)]];
  });
  return Object.fromEntries(found.filter(([, items]) => items.length > 0));
}
