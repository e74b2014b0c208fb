// Carries a content script's token to the engine frame of its own tab, in Firefox: frames in web pages have no
// chrome.tabs there and get no messages of content scripts, only ours. Chromium's frames are told directly.
import { isOwnContentScript, isTokenMessage } from "../protocol.ts";

/** Relays tokens; the browser delivers them to the sender's tab alone. */
export function relayTokens(): void {
  if (!chrome.runtime.getURL("").startsWith("moz-extension:")) return;
  chrome.runtime.onMessage.addListener((message: unknown, sender, respond: (known: boolean) => void) => {
    const tab = sender.tab?.id;
    if (tab === undefined || !isTokenMessage(message) || !isOwnContentScript(sender)) return;
    chrome.tabs.sendMessage(tab, message).then(respond, () => respond(false)); // the tab may be gone meanwhile
    return true;
  });
}
