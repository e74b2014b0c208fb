// `make run`: a browser with the extension on the replica of WhatsApp Web (or the real page with SITE=real), ready to
// type. Without a display it types one draft itself, tries to send it, and prints what happened.
//
//	TEXT="…"    the draft of the run without a display
//	SITE=real   web.whatsapp.com instead of the replica
//	BROWSER=firefox   Firefox instead of Chromium
import { mkdirSync } from "node:fs";
import type { Browser, Page } from "puppeteer-core";
import { chipSays, SCREENSHOTS } from "./bonton.ts";
import { launchChromium, launchFirefox } from "./browsers.ts";
import { serveRoom } from "./practice/room.ts";
import { lexicalText, press, sentTexts, typeOut } from "./whatsapp/driver.ts";
import { ORIGIN, serveReplica } from "./whatsapp/serve.ts";

const DEFAULT_TEXT =
  "bjr, RÉPONDEZ-MOI TOUT DE SUITE !!! Vous êtes un idiot. Ma carte : 4111 1111 1111 1111 😀😀😀😀😀";

const { TEXT = DEFAULT_TEXT, SITE, BROWSER } = process.env;
const hasDisplay =
  process.platform !== "linux" || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);

const browser = await (BROWSER === "firefox" ? launchFirefox : launchChromium)({
  extension: true,
  headful: hasDisplay,
});
const page = (await browser.pages())[0] ?? (await browser.newPage());
const room = await serveRoom();
console.log(`room     ${room.address} (practice room; in the extension: its toolbar button)`);
if (hasDisplay) await forAPerson(browser, page);
else await withoutDisplay(browser, page);
room.stop();

/** Leaves the browser to the person until they close it. */
async function forAPerson(browser: Browser, page: Page): Promise<void> {
  await page.setViewport(null);
  await openSite(page);
  console.log("Ready to type. Close the browser to end.");
  await new Promise((closed) => browser.once("disconnected", closed));
}

async function withoutDisplay(browser: Browser, page: Page): Promise<void> {
  await page.setViewport({ width: 1100, height: 720 });
  try {
    await openSite(page);
    if (SITE === "real") console.log(`opened ${page.url()}; signing in needs a display`);
    else await tryToSend(page);
    await screenshot(page);
  } finally {
    await browser.close();
  }
}

async function openSite(page: Page): Promise<void> {
  if (SITE === "real") await page.goto(ORIGIN);
  else await serveReplica(page, { locale: "fr" });
}

/** Types the draft, presses Enter once, and prints the report and what became of the draft. */
async function tryToSend(page: Page): Promise<void> {
  await chipSays(page, "ready");
  await typeOut(page, TEXT);
  await chipSays(page, "ready");
  const draft = await lexicalText(page);
  const findings = await findingsShown(page);
  console.log(`draft    ${JSON.stringify(draft)}\nfindings ${findings.length}`);
  for (const { action, rule, start, end, message } of findings) {
    console.log(
      `  ${action.padEnd(8)}${rule.padEnd(30)}${JSON.stringify(draft.slice(start, end))}  ${message}`,
    );
  }
  await press(page, "Enter");
  await page.waitForFunction(outcomeKnown);
  const sent = await sentTexts(page);
  console.log(
    sent.length > 0 ? `sent     ${JSON.stringify(sent[0])}` : `held     ${await page.evaluate(holdText)}`,
  );
}

/** The findings as the list in our shadow root names them. */
function findingsShown(page: Page) {
  return page.evaluate(() => {
    const rows = document
      .querySelector("bonton-ui")
      ?.shadowRoot?.querySelectorAll<HTMLElement>("[data-part=list] [data-rule]");
    return Array.from(rows ?? [], (row) => ({
      action: row.dataset.action ?? "",
      rule: row.dataset.rule ?? "",
      start: Number(row.dataset.start),
      end: Number(row.dataset.end),
      message: row.querySelector(".words")?.firstChild?.textContent ?? "",
    }));
  });
}

/** In the page: the draft was sent, or a hold says why not. */
function outcomeKnown(): boolean {
  const root = document.querySelector("bonton-ui")?.shadowRoot;
  return (
    window.__sends.length > 0 || root?.querySelector("[data-part=hold]:not([data-phase=checking])") != null
  );
}

/** In the page: the words of the hold panel, on one line. */
function holdText(): string {
  const hold = document
    .querySelector("bonton-ui")
    ?.shadowRoot?.querySelector<HTMLElement>("[data-part=hold]");
  return `${hold?.dataset.action}: ${(hold?.innerText ?? "").replace(/\s*\n+\s*/g, " · ")}`;
}

async function screenshot(page: Page): Promise<void> {
  mkdirSync(SCREENSHOTS, { recursive: true });
  const path = `${SCREENSHOTS}/run.png` as const;
  await page.screenshot({ path });
  console.log(`seen     ${path}`);
}
