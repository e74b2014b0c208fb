/** A channel's question: the composer again, in a modal, so that two composers coexist [MOD-B WAWebComposeBoxUtils]. */
import type { Chat } from "../chats.ts";
import { h } from "../dom.ts";
import { labels, options } from "../env.ts";
import type { Field } from "../field.ts";
import { createSendSlot, type SendSlot } from "../sendslot.ts";
import { liveField, type Overlay, openOverlay } from "./overlay.ts";

function build(field: Field, slot: SendSlot, closer: HTMLElement): HTMLElement {
  const head = h("div", { cls: "dialog-head" }, closer, h("h2", {}, labels.questionTitle));
  const foot = h("footer", { cls: "dialog-foot" }, h("div", { cls: "pill" }, field.element, slot.element));
  return h(
    "div",
    { cls: "veil" },
    h(
      "div",
      { cls: "dialog", role: "dialog", "aria-label": labels.questionTitle, "aria-modal": "true" },
      head,
      foot,
    ),
  );
}

/** Opens the modal over a chat. */
export function openQuestion(chat: Chat, sent: (text: string) => void): Overlay {
  let field: Field | undefined;
  const slot = createSendSlot({
    voice: false,
    variant: options.send,
    field: () => field && liveField(field)(),
    record: () => {},
  });
  slot.show("");
  return openOverlay({
    surface: "question",
    label: labels.toPerson(chat.name),
    placeholder: labels.placeholder,
    tab: "10",
    testid: "conversation-compose-box-input",
    text: "",
    chat: chat.name,
    sent,
    changed: (text) => slot.show(text),
    build: (made, closer) => {
      field = made;
      return build(made, slot, closer);
    },
  });
}
