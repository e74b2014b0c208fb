/** The forward dialog with an editable caption; the send icon sits inside a `role=button` [PUB 2026; MOD-B WAWebForwardWithCaptionPreview]. */
import { avatar } from "../avatar.ts";
import { type Chat, chats } from "../chats.ts";
import { h, svg } from "../dom.ts";
import { labels, options } from "../env.ts";
import { type Field, sendsOnClick } from "../field.ts";
import { liveField, type Overlay, openOverlay } from "./overlay.ts";

function contact(chat: Chat, chosen: boolean): HTMLElement {
  const box = h("input", { type: "checkbox", checked: chosen, "aria-label": chat.name });
  return h("label", { cls: "contact" }, box, avatar(chat), h("span", { dir: "auto" }, chat.name));
}

function build(to: Chat, field: Field, closer: HTMLElement): HTMLElement {
  const glyph = h("span", { "aria-hidden": "true", "data-icon": "send" }, svg("send"));
  const send = h(
    "div",
    { cls: "round send", role: "button", tabindex: "0", "aria-label": labels.send },
    glyph,
  );
  const list = chats.slice(0, 6).map((chat) => contact(chat, chat === to));
  const head = h("div", { cls: "dialog-head" }, closer, h("h2", {}, labels.forwardTo));
  const summer = options.forward === "chat-modal";
  const foot = h(
    "div",
    { cls: "pill", testid: summer ? null : "forward-compose" },
    field.element,
    sendsOnClick(send, liveField(field)),
  );
  const picker = h("div", { cls: "picker", testid: summer ? null : "contact-picker" }, ...list);
  const role = summer ? {} : { role: "dialog", "aria-modal": "true" };
  return h(
    "div",
    { cls: "veil" },
    h(
      "div",
      { cls: "dialog", ...role, "aria-label": labels.forwardTo, testid: summer ? "chat-modal" : null },
      head,
      picker,
      foot,
    ),
  );
}

/** Opens the dialog, ready to forward to one chat. */
export function openForward(to: Chat, text: string, sent: (text: string) => void): Overlay {
  return openOverlay({
    surface: "forward",
    label: labels.addCaption,
    placeholder: labels.addCaption,
    tab: "10",
    testid: options.forward === "chat-modal" ? "append-message-compose-box" : undefined,
    text,
    chat: to.name,
    sent,
    build: (field, closer) => build(to, field, closer),
  });
}
