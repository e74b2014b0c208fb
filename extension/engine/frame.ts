// The hidden extension-origin frame in a WhatsApp tab. Its one duty: give the engine's Workers to the content script of its
// own tab, and to nobody else. Page scripts can post here and embed copies of this frame, so ports count only if their
// token came by extension messaging from our content script in this tab's top frame.
import { NOTE } from "../bundle/note.ts";
import { isOwnContentScript, isPortMessage, isTokenMessage, programs } from "../protocol.ts";
import { followRules, take } from "./workers.ts";

/** Introductions whose token is not known yet. Page scripts can fill this, so it is bounded, and the oldest go first. */
const MAX_WAITING = 64;

const tokens = new Set<string>();
const waiting = new Map<string, readonly MessagePort[]>();

/** Firefox gives frames in web pages no chrome.tabs; there the background vouches for the sender (background/tokens.ts). */
const knowsTab = chrome.tabs !== undefined;
const ownTab = knowsTab ? chrome.tabs.getCurrent().then((tab) => tab?.id) : undefined;

// The background notes there what is in force; a note that somebody else wrote makes us look for nothing.
chrome.storage.onChanged.addListener((changes, area) => {
  if (area === "local" && changes[NOTE]) void followRules();
});

addEventListener("message", (event: MessageEvent<unknown>) => {
  if (event.ports.length !== programs.length || !isPortMessage(event.data)) return;
  waiting.set(event.data.token, event.ports);
  match(event.data.token);
  const [oldest] = waiting.keys();
  if (oldest !== undefined && waiting.size > MAX_WAITING) waiting.delete(oldest);
});

chrome.runtime.onMessage.addListener((message: unknown, sender, respond: (known: true) => void) => {
  if (!isTokenMessage(message)) return;
  void admit(message.token, sender).then((welcome) => welcome && respond(true));
  return true; // frames of other tabs hear it too, and stay silent
});

/** Notes the token if it came from our own content script in this tab. */
async function admit(token: string, sender: chrome.runtime.MessageSender): Promise<boolean> {
  const welcome = knowsTab
    ? isOwnContentScript(sender) && sender.tab?.id === (await ownTab)
    : isBackground(sender);
  if (!welcome) return false;
  tokens.add(token);
  match(token);
  return true;
}

function isBackground(sender: chrome.runtime.MessageSender): boolean {
  return sender.id === chrome.runtime.id && sender.tab === undefined;
}

/** Hands the ports to the Workers once both halves of their introduction are here. A token serves once. */
function match(token: string): void {
  const ports = waiting.get(token);
  if (!ports || !tokens.delete(token)) return;
  waiting.delete(token);
  programs.forEach((program, i) => {
    const port = ports[i];
    if (port) take[program](port);
  });
}
