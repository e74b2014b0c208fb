// The one writer of what is kept of the employee's own doing. Tabs and pages ask for a change; changes are made one
// after another, and whoever reads storage hears of them from the browser.
import { isChatRequest, isKeepRequest, isOwnContentScript, isOwnPage } from "../protocol.ts";
import { companyKeys, readCompany } from "../store/company.ts";
import { type Change, changed, keptKeys, readKept } from "../store/kept.ts";
import { effective } from "../store/settings.ts";
import { dayOf } from "../store/values.ts";
import { chatId } from "./chat-id.ts";

let last: Promise<unknown> = Promise.resolve();

/** Answers tabs and pages until the background sleeps. */
export function keep(): void {
  chrome.runtime.onMessage.addListener((message: unknown, sender, respond: (answer: unknown) => void) => {
    if (!isOwnContentScript(sender) && !isOwnPage(sender)) return;
    if (isKeepRequest(message)) answer(make(message.change), respond);
    else if (isChatRequest(message)) answer(chatId(message.chat), respond);
    else return;
    return true;
  });
}

/** Makes a change after all earlier ones. */
export function make(change: Change): Promise<true> {
  const made = last.then(async () => {
    const stored = await chrome.storage.local.get([...keptKeys, ...companyKeys]);
    const { kept, corrupt } = readKept(stored);
    const { policy, rules } = readCompany(stored);
    const { recordDays } = effective(policy, kept.choices, rules).values;
    const after = changed(kept, change, dayOf(new Date()), recordDays);
    const mended = change.do === "erase" ? corrupt : [];
    const touched = keptKeys.filter((key) => after[key] !== kept[key] || mended.includes(key));
    await chrome.storage.local.set(Object.fromEntries(touched.map((key) => [key, after[key]])));
    return true as const;
  });
  last = made.catch(() => undefined);
  return made;
}

/** A failure is no answer: who asked goes on without. */
function answer(what: Promise<unknown>, respond: (answer: unknown) => void): void {
  what.then(respond, (error: unknown) => {
    console.warn("Bonton could not keep something:", error);
    respond(undefined);
  });
}
