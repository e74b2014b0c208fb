// Every state in both themes and languages: axe finds nothing, and a picture of it is left for people to look at.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { before, test } from "node:test";
import type { Page } from "puppeteer-core";
import { violations } from "../axe.ts";
import { eachBrowser } from "../each.ts";
import { resetLook, setLook } from "../media.ts";
import { type Address, openGallery } from "./stage.ts";

const folder = "dist/test/screenshots";

/** The pictures worth opening one by one; the others are checked only. */
const portraits = /^(hold-|card-|list-|notice|chip-(ready|checking|warn|failed)$)/;

const allLooks = [
  ["light", "fr"],
  ["dark", "en"],
] as const;
const firefoxLooks = [["dark", "fr"]] as const;

eachBrowser(({ browser, name: browserName }) => {
  before(() => mkdirSync(folder, { recursive: true }));
  // Firefox shows them in one look: what another changes is our own style sheet and words, and Chromium shows both.
  for (const [theme, locale] of browserName === "firefox" ? firefoxLooks : allLooks) {
    test(`every state in ${theme} ${locale} is clean`, async () => {
      const page = await openGallery(browser(), { state: "chip-ready", theme, locale });
      await page.setViewport({ width: 520, height: 560 });
      const states = await page.evaluate(() => window.gallery.names);
      for (const state of states) {
        await page.evaluate((name) => window.gallery.show(name), state);
        assert.deepEqual(await violations(page), [], state);
      }
      for (const state of states.filter((each) => portraits.test(each))) {
        await reopen(page, { state, theme, locale });
        await picture(page, browserName, `${state}-${theme}-${locale}`);
      }
    });
  }

  test("text stays at 12 px or more, and targets at 24 px or more", async () => {
    const page = await openGallery(browser(), { state: "chip-ready" });
    for (const state of await page.evaluate(() => window.gallery.names)) {
      await page.evaluate((name) => window.gallery.show(name), state);
      assert.deepEqual(await page.evaluate(tooSmall), [], state);
    }
  });

  test("panels stay in sight right to left, narrow, and at 200 %", async () => {
    const views = [
      { name: "rtl", width: 520, height: 560, dir: "rtl" },
      { name: "narrow", width: 320, height: 568, dir: "ltr" },
      { name: "zoom", width: 640, height: 360, dir: "ltr", deviceScaleFactor: 2 },
    ] as const;
    for (const { name, dir, ...size } of views) {
      const page = await openGallery(browser(), { state: "chip-ready", dir });
      await page.setViewport(size);
      for (const state of ["hold-warn", "hold-justify", "hold-block", "card-why", "list-findings"]) {
        await reopen(page, { state, dir });
        await picture(page, browserName, `${name}-${state}`);
        assert.deepEqual(await page.evaluate(outside), [], `${name} ${state}`);
      }
      await page.close();
    }
  });

  test("forced colours keep borders and glyphs", async (t) => {
    const page = await openGallery(browser(), { state: "hold-justify" });
    t.after(() => resetLook(browserName, page));
    await setLook(browserName, page, "forced colours");
    for (const state of ["hold-justify", "hold-warn", "list-findings", "card-warn"]) {
      await page.evaluate((name) => window.gallery.show(name), state);
      await picture(page, browserName, `forced-${state}`);
    }
    const border = await page.evaluate(() => {
      const part = document
        .querySelector("bonton-ui")
        ?.shadowRoot?.querySelector("[data-part=card]") as Element;
      return getComputedStyle(part).borderTopStyle;
    });
    assert.equal(border, "solid");
    await page.evaluate(() => window.gallery.show("list-marked"));
    await picture(page, browserName, "forced-list-marked");
    const colours = await page.evaluate(() => {
      const choices = document.querySelector("bonton-ui")?.shadowRoot?.querySelectorAll(".choice") ?? [];
      return Array.from(choices, (choice) => getComputedStyle(choice).backgroundColor);
    });
    assert.equal(new Set(colours).size, 2, "the chosen mark is told from the others");
  });
});

/** Shows another state with the layout measured anew. */
async function reopen(page: Page, address: Address): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, new URLSearchParams({ clock: "by-hand", ...address }).toString());
  await page.reload();
}

async function picture(page: Page, browserName: string, name: string): Promise<void> {
  await page.screenshot({ path: `${folder}/ui-${browserName}-${name}.png` as const });
}

/** Words below 12 px and buttons below 24 px, in the page. */
function tooSmall(): string[] {
  const root = document.querySelector("bonton-ui")?.shadowRoot as ShadowRoot;
  const drawn = [...root.querySelectorAll<HTMLElement>("[data-part], [data-part] *")].filter(
    (element) => element.getClientRects().length > 0,
  );
  const words = drawn.filter((element) => Number.parseFloat(getComputedStyle(element).fontSize) < 12);
  const targets = drawn.filter((element) => {
    const { width, height } = element.getBoundingClientRect();
    return element.localName === "button" && (width < 24 || height < 24);
  });
  return [...words, ...targets].map((element) => element.outerHTML);
}

/** Parts that leave the viewport, in the page. */
function outside(): string[] {
  const root = document.querySelector("bonton-ui")?.shadowRoot as ShadowRoot;
  return [...root.querySelectorAll<HTMLElement>("[data-part]:not([hidden])")]
    .map((part) => ({ name: part.dataset.part ?? "", box: part.getBoundingClientRect() }))
    .filter(({ box }) => box.left < 0 || box.top < 0 || box.right > innerWidth || box.bottom > innerHeight)
    .map(({ name, box }) => `${name} ${JSON.stringify(box)}`);
}
