// `make screenshots`: a picture of every surface in French and English, light and dark, from Chromium with the extension, on the
// replica of the page; into dist/screenshots. PICTURES=1 also puts those that the documents show into docs/images.
import { copyFileSync, mkdirSync, rmSync } from "node:fs";
import type { Browser, Page, ScreenshotClip } from "puppeteer-core";
import { chipSays, clickPart, drawn, held, part, verdictIs } from "./bonton.ts";
import { launchChromium } from "./browsers.ts";
import { clickIn, openOwnPage, ownOrigin } from "./own-pages.ts";
import { openGallery } from "./ui/stage.ts";
import { COMPOSER, compose, press, waitForSends } from "./whatsapp/driver.ts";
import { serveReplica } from "./whatsapp/serve.ts";
import { openByKey } from "./words.ts";

type Locale = "fr" | "en";
type Theme = "light" | "dark";
interface Scene {
  page: Page;
  locale: Locale;
  theme: Theme;
}

const FOLDER = "dist/screenshots";
const IMAGES = "docs/images";

/** The stores' size; the pictures of a tab have it. */
const TAB = { width: 1280, height: 800 };

/** What is typed, by what becomes of it. */
const drafts = {
  clean: {
    fr: "Bonjour Camille, votre colis part demain matin. Bonne journée !",
    en: "Hello Camille, your parcel leaves tomorrow morning. Have a good day!",
  },
  note: {
    fr: "bjr Camille, votre colis part demain, tjs avant midi.",
    en: "Hello Camille, thx for your order, it leaves tmrw.",
  },
  warn: {
    fr: "Bonjour Camille, vous êtes ridicule, relisez votre contrat.",
    en: "Hello Camille, you people are useless, read your contract.",
  },
  justify: {
    fr: "Bonjour Camille, voici mon IBAN : FR76 3000 6000 0112 3456 7890 189",
    en: "Hello Camille, here is my IBAN: FR76 3000 6000 0112 3456 7890 189",
  },
  block: {
    fr: "bjr, VOTRE COLIS EST PERDU !!! Payez avec ma carte 4111 1111 1111 1111",
    en: "hi, YOUR PARCEL IS LOST!!! Pay with my card 4111 1111 1111 1111",
  },
} as const;

/** What a tab shows, in turn: each begins with an empty draft. */
const surfaces: Record<string, (scene: Scene) => Promise<unknown>> = {
  chip: (scene) => write(scene, "clean"),
  card: async (scene) => {
    await write(scene, "note");
    await openByKey(scene.page);
    await clickPart(scene.page, "[data-part=card] [data-act=why]");
    await part(scene.page, "[data-part=card] .why");
  },
  "hold-warn": (scene) => hold(scene, "warn"),
  "hold-justify": (scene) => hold(scene, "justify"),
  "hold-block": (scene) => hold(scene, "block"),
  list: async (scene) => {
    await write(scene, "block");
    await clickPart(scene.page, "[data-part=chip]");
    await part(scene.page, "[data-part=list]:not([hidden])");
  },
};

/** The chip's states that no draft brings about; drawn in the gallery. */
const chips = ["starting", "checking", "off", "paused", "exempt", "stale", "failed"];

/** The pictures of the documents, all light; those of a tab show our parts and the composer alone. */
const shown = ["chip", "card", "hold-warn", "hold-block", "list", "popup", "welcome"];

rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
for (const locale of ["fr", "en"] as const) {
  const browser = await launchChromium({ extension: true, lang: locale });
  try {
    await teach(browser, locale);
    for (const theme of ["light", "dark"] as const) await takeAll(browser, locale, theme);
  } finally {
    await browser.close();
  }
}
if (process.env.PICTURES) {
  mkdirSync(IMAGES, { recursive: true });
  for (const name of shown.flatMap((each) => [`${each}-fr`, `${each}-en`]))
    copyFileSync(`${FOLDER}/docs-${name}.png`, `${IMAGES}/${name}.png`);
}

/** Lets Bonton see what Enter does here, as it has after the first message of all. */
async function teach(browser: Browser, locale: Locale): Promise<void> {
  const page = await browser.newPage();
  await serveReplica(page, { locale });
  await chipSays(page, "ready");
  await write({ page, locale, theme: "light" }, "clean");
  await press(page, "Enter");
  await waitForSends(page, 1);
  await page.close();
}

async function takeAll(browser: Browser, locale: Locale, theme: Theme): Promise<void> {
  const page = await browser.newPage();
  await page.setViewport(TAB);
  const scene = { page, locale, theme };
  for (const [surface, show] of Object.entries(surfaces)) {
    await serveReplica(page, { locale, theme });
    await chipSays(page, "ready");
    await page.focus(COMPOSER);
    await show(scene);
    await page.mouse.move(640, 100); // off what it clicked
    await drawn(page);
    await take(scene, surface);
    if (theme === "light" && shown.includes(surface))
      await take(scene, `docs-${surface}`, { clip: await ours(page) });
  }
  await takeOwn(scene, await ownOrigin(page));
  await takeChips(browser, locale, theme);
  await page.close();
}

async function write({ page, locale }: Scene, what: keyof typeof drafts): Promise<void> {
  await compose(page, drafts[what][locale]);
  await verdictIs(page, what);
}

async function hold(scene: Scene, action: "warn" | "justify" | "block"): Promise<void> {
  await write(scene, action);
  await press(scene.page, "Enter");
  await held(scene.page, action);
}

async function takeOwn({ page, locale, theme }: Scene, origin: string): Promise<void> {
  const sizes = { popup: [360, 100], options: [1100, 800], welcome: [900, 800] } as const;
  for (const name of ["popup", "options", "welcome"] as const) {
    const own = await openOwnPage(page.browser(), name, origin);
    const [width, height] = sizes[name];
    await own.setViewport({ width, height });
    await own.emulateMediaFeatures([{ name: "prefers-color-scheme", value: theme }]);
    if (name === "options") await own.waitForSelector("[data-listed]");
    else if (name === "popup") await own.waitForSelector("[data-part=bundle]");
    const scene = { page: own, locale, theme };
    await take(scene, name, { fullPage: true });
    if (theme === "light" && shown.includes(name)) await take(scene, `docs-${name}`, { fullPage: true });
    if (name === "popup") await takePaused(scene);
    await own.close();
  }
}

/** The popup while Bonton is paused; it goes on afterwards. */
async function takePaused(scene: Scene): Promise<void> {
  await clickIn(scene.page, "[data-act=pause]");
  await scene.page.waitForSelector("[data-act=resume]");
  await take(scene, "popup-paused", { fullPage: true });
  await clickIn(scene.page, "[data-act=resume]");
  await scene.page.waitForSelector("[data-act=pause]");
}

async function takeChips(browser: Browser, locale: Locale, theme: Theme): Promise<void> {
  for (const state of chips) {
    const page = await openGallery(browser, { state: `chip-${state}`, theme, locale });
    await page.setViewport({ width: 520, height: 260 });
    await page.reload(); // so that it is laid out in the new size
    await drawn(page);
    await take({ page, locale, theme }, `chip-${state}`);
    await page.close();
  }
}

/** A picture; those of the documents are light, and their names do not say so. */
async function take(
  { page, locale, theme }: Scene,
  name: string,
  how: { fullPage?: true; clip?: ScreenshotClip } = {},
): Promise<void> {
  const ending = name.startsWith("docs-") ? locale : `${locale}-${theme}`;
  await page.screenshot({ path: `${FOLDER}/${name}-${ending}.png`, ...how });
}

/** The part of the tab with the composer and all that is ours, with room around it. */
function ours(page: Page): Promise<ScreenshotClip> {
  return page.evaluate(() => {
    const drawnParts = [
      ...(document.querySelector("bonton-ui")?.shadowRoot?.querySelectorAll("[data-part]") ?? []),
    ];
    const footer = document.querySelector("#main footer") as Element;
    const boxes = [...drawnParts, footer]
      .map((each) => each.getBoundingClientRect())
      .filter(({ width, height }) => width > 0 && height > 0);
    const left = Math.max(0, Math.min(...boxes.map((box) => box.left)));
    const right = Math.min(innerWidth, Math.max(...boxes.map((box) => box.right)));
    const top = Math.max(0, Math.min(...boxes.map((box) => box.top)) - 24);
    return { x: left, y: top, width: right - left, height: innerHeight - top };
  });
}
