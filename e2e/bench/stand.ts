// The stand: Chromium with the packed extension, or the same Chromium without it, each with the replica open.
import type { Browser, Page } from "puppeteer-core";
import { chipSays } from "../bonton.ts";
import { launchChromium } from "../browsers.ts";
import type { PartialOptions } from "../whatsapp/options.ts";
import { serveReplica } from "../whatsapp/serve.ts";
import { unzip } from "./unzip.ts";

let unpacked: string | undefined;

/** Everything measured at one browser: with the extension ("ours") or without ("bare"). */
export type Kind = "ours" | "bare";

/** Starts Chromium; timers and frames keep their pace although no window has the focus. */
export function browser(kind: Kind): Promise<Browser> {
  if (kind === "bare") return launchChromium();
  unpacked ??= unzip("dist/bonton-chrome.zip");
  return launchChromium({ extension: true, extensionDir: unpacked });
}

/** Opens the replica in the browser's first tab; with the extension, once the engine is ready. */
export async function replica(on: Browser, kind: Kind, options: PartialOptions = {}): Promise<Page> {
  const page = (await on.pages())[0] ?? (await on.newPage());
  page.setDefaultTimeout(60_000);
  await page.bringToFront();
  await serveReplica(page, options);
  if (kind === "ours") await chipSays(page, "ready");
  return page;
}

/** Runs `use` with a fresh browser and its replica. */
export async function withReplica<T>(kind: Kind, use: (page: Page) => Promise<T>): Promise<T> {
  const on = await browser(kind);
  try {
    return await use(await replica(on, kind));
  } finally {
    await on.close();
  }
}
