// Looks at the page part by part and says which tier of selectors matched, how often, and whether the meaning could
// be read. This is how a change of the page is noticed; docs/probe.md has the same as a script to paste.
import type { ProbePart } from "../protocol.ts";
import { readDraft } from "./read.ts";
import { chatName, findComposers, mainComposer, sendTier } from "./whatsapp.ts";
import { CHAT_TITLE, EDITOR, FOOTER, MAIN_COMPOSER, MESSAGES } from "./whatsapp-selectors.ts";
import { messagePanel, readConversation } from "./whatsapp-thread.ts";

/** Every part we depend on. */
export function probePage(): ProbePart[] {
  const composer = mainComposer();
  const send = composer ? sendTier(composer) : { tier: 0, tiers: 0 };
  return [
    part("composer", MAIN_COMPOSER, composer !== undefined && readsLikeItLooks(composer)),
    part("editor", [EDITOR], findComposers().length > 0),
    part("footer", [FOOTER], composer?.closest(FOOTER) != null),
    { part: "send", ...send, count: Math.min(send.tier, 1), readable: send.tier > 0 },
    part("chat", CHAT_TITLE, chatName() !== ""),
    part("messages", MESSAGES, tellsWhoSpoke()),
  ];
}

function part(name: string, selectors: readonly string[], readable: boolean): ProbePart {
  const tier = 1 + selectors.findIndex((selector) => document.querySelector(selector) !== null);
  const selector = selectors[tier - 1];
  const count = selector === undefined ? 0 : document.querySelectorAll(selector).length;
  return { part: name, tier, tiers: selectors.length, count, readable };
}

/** Whether it can be told who wrote each message in sight: green selectors over an unread meaning were the trap of 2026. */
function tellsWhoSpoke(): boolean {
  const panel = messagePanel();
  return panel !== undefined && readConversation(panel).thread !== undefined;
}

/** The reading rule still fits if it finds all letters that the box shows, whatever the line breaks. */
function readsLikeItLooks(composer: HTMLElement): boolean {
  return squeezed(readDraft(composer).text) === squeezed(composer.textContent ?? "");
}

function squeezed(text: string): string {
  return text.toWellFormed().replace(/\s/g, "");
}
