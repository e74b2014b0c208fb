/**
 * The slot at the end of the composer: the microphone while the trimmed draft is empty and the chat allows voice, else Send,
 * disabled while there is nothing to send; it swaps the moment the text changes [MOD-B WAWebComposeBoxSendButton].
 */
import { onClick } from "./delegate.ts";
import { h, icon } from "./dom.ts";
import { labels, options } from "./env.ts";
import { type Field, sendsOnClick } from "./field.ts";
import type { SendVariant } from "./options.ts";
import { sendButton } from "./sendvariants.ts";

/** What the slot needs to know. */
export interface SlotSpec {
  voice: boolean;
  variant: SendVariant;
  field(): Field | undefined;
  record(): void;
}

/** A live slot. */
export interface SendSlot {
  element: HTMLElement;
  show(text: string): void;
}

function voiceButton(spec: SlotSpec): HTMLElement {
  const button = h(
    "button",
    { cls: "round", "aria-label": labels.voice, "data-tab": "11" },
    icon("mic", "mic-outlined"),
  );
  return onClick(button, () => spec.record());
}

function scheduleButton(spec: SlotSpec): HTMLElement {
  const button = h(
    "button",
    { cls: "round", "aria-label": labels.schedule },
    icon("clock", "schedule-message"),
  );
  return onClick(button, (event) => spec.field()?.submit("schedule", event.isTrusted));
}

/** Builds the slot; it draws itself again only when the kind of button changes. */
export function createSendSlot(spec: SlotSpec): SendSlot {
  const element = h("div", { cls: "slot" });
  let shown = "";
  const show = (text: string) => {
    const full = text.trim() !== "";
    const wanted = full ? "send" : spec.voice ? "voice" : "disabled";
    if (wanted === shown) return;
    shown = wanted;
    const send = () => sendsOnClick(sendButton(spec.variant, labels.send, full), spec.field);
    const clock = full && options.schedule ? [scheduleButton(spec)] : [];
    element.replaceChildren(...clock, wanted === "voice" ? voiceButton(spec) : send());
  };
  return { element, show };
}
