// Notes the settings that came with the rules, where tabs can read them. The packaged rules change with the extension.
import { readRules } from "../engine/rules-file.ts";

/** Reads them when the extension came or the browser started. */
export function followRules(): void {
  const note = () =>
    void noteRules().catch((error: unknown) => console.warn("Bonton cannot read its rules:", error));
  chrome.runtime.onInstalled.addListener(note);
  chrome.runtime.onStartup.addListener(note);
}

async function noteRules(): Promise<void> {
  const { version, settings = {} } = await readRules();
  await chrome.storage.local.set({ rules: { version, settings } });
}
