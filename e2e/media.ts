// What a person has set in the system, told to Chromium by its debugger; puppeteer's own call knows no forced colours.
import type { Page } from "puppeteer-core";

/** Lets a media feature have a value in this page. */
export async function emulateMedia(page: Page, name: string, value: string): Promise<void> {
  const session = await page.createCDPSession();
  await session.send("Emulation.setEmulatedMedia", { features: [{ name, value }] });
}
