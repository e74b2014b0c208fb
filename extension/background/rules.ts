// Notes the settings and the reasons that came with the rules, where tabs can read them. They change with the extension, and whenever others are put in force.
import { NOTE, readNote } from "../bundle/note.ts";
import { readRules } from "../engine/rules-file.ts";

/** Reads them when the extension came, when the browser started, and when other rules are in force. */
export function followRules(): void {
  const note = () =>
    void noteRules().catch((error: unknown) => console.warn("Bonton cannot read its rules:", error));
  chrome.runtime.onInstalled.addListener(note);
  chrome.runtime.onStartup.addListener(note);
  chrome.storage.onChanged.addListener((changes, area) => {
    const { oldValue, newValue } = (area === "local" && changes[NOTE]) || {};
    if (readNote(newValue)?.rules !== readNote(oldValue)?.rules) note();
  });
}

async function noteRules(): Promise<void> {
  const { version, settings = {}, reasons = [] } = await readRules();
  await chrome.storage.local.set({ rules: { version, settings, reasons } });
}
