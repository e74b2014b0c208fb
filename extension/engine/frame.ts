// The hidden extension-origin frame in a WhatsApp tab. Its one duty: give the lint Worker to the content script of its
// own tab, and to nobody else. Page scripts can post here and embed copies of this frame, so a port counts only if its
// token came by extension messaging from our content script in this tab's top frame.
import { isOwnContentScript, isPortMessage, isTokenMessage } from "../protocol.ts";

/** Ports whose token is not known yet. Page scripts can fill this, so it is bounded, and the oldest go first. */
const MAX_WAITING = 64;

const worker = new Worker("worker.js");
const tokens = new Set<string>();
const waiting = new Map<string, MessagePort>();

/** Firefox gives frames in web pages no chrome.tabs; there the background vouches for the sender (background/tokens.ts). */
const knowsTab = chrome.tabs !== undefined;
const ownTab = knowsTab ? chrome.tabs.getCurrent().then((tab) => tab?.id) : undefined;

addEventListener("message", (event: MessageEvent<unknown>) => {
  const [port] = event.ports;
  if (!port || !isPortMessage(event.data)) return;
  waiting.set(event.data.token, port);
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

/** Hands a port to the Worker once both halves of its introduction are here. A token serves once. */
function match(token: string): void {
  const port = waiting.get(token);
  if (!port || !tokens.delete(token)) return;
  waiting.delete(token);
  worker.postMessage(null, [port]);
}
