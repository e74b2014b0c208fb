/** The edit dialog: a modal with its own editor, Enter rule as in the composer [MOD-A WAWebMessageEditComposer]. */
import type { Chat, Message } from "../chats.ts";
import { h, icon } from "../dom.ts";
import { labels } from "../env.ts";
import { type Field, sendsOnClick } from "../field.ts";
import { messageRow } from "../rows.ts";
import { liveField, type Overlay, openOverlay } from "./overlay.ts";

function build(chat: Chat, message: Message, field: Field, closer: HTMLElement): HTMLElement {
  const send = h(
    "button",
    { cls: "round send", "aria-label": labels.sendEdited },
    icon("check", "checkmark-medium"),
  );
  const foot = h("div", { cls: "pill" }, field.element, sendsOnClick(send, liveField(field)));
  const head = h("div", { cls: "dialog-head" }, closer, h("h2", {}, labels.editTitle));
  const shown = h("div", { cls: "dialog-wall" }, messageRow(chat, message, true));
  const box = h(
    "div",
    { cls: "dialog", role: "dialog", "aria-label": labels.editTitle, "aria-modal": "true" },
    head,
    shown,
    foot,
  );
  return h("div", { cls: "veil" }, box);
}

/** Opens the dialog on one of the own messages. */
export function openEdit(chat: Chat, message: Message, sent: (text: string) => void): Overlay {
  return openOverlay({
    surface: "edit",
    label: labels.placeholder,
    placeholder: labels.placeholder,
    tab: "10",
    text: message.text ?? "",
    chat: chat.name,
    members: chat.members,
    sent,
    build: (field, closer) => build(chat, message, field, closer),
  });
}
