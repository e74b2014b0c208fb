// Answers the popup's "check this page": which parts of WhatsApp Web were recognised, how, and what the engine does.
// The answer holds counts and tiers, never a word of the page.
import { isPageRequest, type ProbeReply } from "../protocol.ts";
import type { Engine } from "./engine.ts";
import type { EnterModeMemory } from "./enter-mode.ts";
import { probePage } from "./whatsapp-probe.ts";

/** Answers until the page goes. */
export function answerProbe({ engine, enterMode }: { engine: Engine; enterMode: EnterModeMemory }): void {
  chrome.runtime.onMessage.addListener((message: unknown, sender, respond: (reply: ProbeReply) => void) => {
    if (sender.id !== chrome.runtime.id || !isPageRequest(message)) return;
    const { state, host, bundle } = engine;
    const described = { state, host, ...(bundle ? { bundle } : {}) };
    respond({ parts: probePage(), engine: described, enterMode: enterMode.mode });
  });
}
