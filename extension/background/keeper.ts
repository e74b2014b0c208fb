// The one writer of what is kept of the employee's own doing. Tabs and pages ask for a change; changes are made one
// after another, and whoever reads storage hears of them from the browser.
import { isChatRequest, isKeepRequest, isOwnContentScript, isOwnPage } from "../protocol.ts";
import { companyKeys, readCompany } from "../store/company.ts";
import { type Change, changed, keptKeys, outlived, readKept } from "../store/kept.ts";
import { effective } from "../store/settings.ts";
import { dayOf } from "../store/values.ts";
import { chatId, forgetKey } from "./chat-id.ts";

let last: Promise<unknown> = Promise.resolve();

/** Answers tabs and pages until the background sleeps, and forgets what is old. */
export function keep(): void {
  forgetOld();
  chrome.alarms.onAlarm.addListener(forgetOld); // some alarm comes each hour
  chrome.storage.local.onChanged.addListener((changes) => {
    if (companyKeys.some((key) => key in changes)) forgetOld(); // it may want fewer days
  });
  chrome.runtime.onMessage.addListener((message: unknown, sender, respond: (answer: unknown) => void) => {
    if (!isOwnContentScript(sender) && !isOwnPage(sender)) return;
    if (isKeepRequest(message))
      answer(isTrace(message.change, sender) ? true : make(message.change), respond);
    else if (isChatRequest(message)) answer(chatId(message.chat), respond);
    else return;
    return true;
  });
}

/** What a private window did in its chats is not for the disk; its tab alone knows it, as if it were kept. Choices that hold
 *  everywhere are no trace of a chat. */
function isTrace(change: Change, { tab }: chrome.runtime.MessageSender): boolean {
  if (!tab?.incognito) return false;
  return (
    ["count", "use", "mark"].includes(change.do) || (change.do === "ignore" && change.chat !== undefined)
  );
}

/** Old lines and notes go without a change, too: where a company wants no record any more, none ever comes. */
function forgetOld(): void {
  make().catch((error: unknown) => console.warn("Bonton could not forget what is old:", error));
}

/** Makes a change after all earlier ones, and forgets what is old; without a change, that alone. */
export function make(change?: Change): Promise<true> {
  const made = last.then(async () => {
    const stored = await chrome.storage.local.get([...keptKeys, ...companyKeys]);
    const { kept, corrupt } = readKept(stored);
    const { policy, rules } = readCompany(stored);
    const { recordDays } = effective(policy, kept.choices, rules).values;
    const today = dayOf(new Date());
    const after = change ? changed(kept, change, today, recordDays) : outlived(kept, today, recordDays);
    const mended = change?.do === "erase" ? corrupt : [];
    const touched = keptKeys.filter((key) => after[key] !== kept[key] || mended.includes(key));
    if (touched.length > 0)
      await chrome.storage.local.set(Object.fromEntries(touched.map((key) => [key, after[key]])));
    if (change?.do === "erase" && change.what === "all") await forgetKey();
    return true as const;
  });
  last = made.catch(() => undefined);
  return made;
}

/** A failure is no answer: who asked goes on without. */
function answer(what: unknown, respond: (answer: unknown) => void): void {
  Promise.resolve(what).then(respond, (error: unknown) => {
    console.warn("Bonton could not keep something:", error);
    respond(undefined);
  });
}
