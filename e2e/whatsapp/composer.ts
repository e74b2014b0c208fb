/** The composer of the open chat, inside `#main footer` [MOD-B WAWebComposeBox.react]. */
import { COMMAND_PRIORITY_NORMAL, KEY_ARROW_UP_COMMAND } from "lexical";
import { type Chat, ME, type Message } from "./chats.ts";
import { onClick } from "./delegate.ts";
import { h, icon } from "./dom.ts";
import { saveSoon } from "./drafts.ts";
import { labels, options } from "./env.ts";
import { createField, type Field } from "./field.ts";
import { createSendSlot, type SendSlot } from "./sendslot.ts";

/** What the composer asks of the app. */
export interface ComposerEvents {
  sent(text: string): void;
  files(files: File[]): void;
  /** ArrowUp in an empty composer. */
  editLast(): void;
  rewrite(): void;
}

/** A live composer. */
export interface Composer {
  field: Field;
  footer: HTMLElement;
  /** Quotes a message above the draft, which then replies to it [MOD-B]; undefined ends that. */
  reply(to?: Message): void;
  /** A voice note is being recorded: the draft is read-only [MOD-B]. */
  record(on: boolean): void;
  destroy(): void;
}

function name(chat: Chat): string | undefined {
  if (options.composerLabel === "title") return undefined;
  if (options.composerLabel === "placeholder") return labels.placeholder;
  return chat.kind === "group" ? labels.toGroup(chat.name) : labels.toPerson(chat.name);
}

function makeField(chat: Chat, slot: () => SendSlot, events: ComposerEvents): Field {
  const field = createField({
    surface: "composer",
    label: name(chat),
    title: options.composerLabel === "title" ? labels.placeholder : undefined,
    placeholder: labels.placeholder,
    tab: "10",
    testid: "conversation-compose-box-input",
    text: chat.draft,
    chat: chat.name,
    members: chat.members,
    sent: (text) => {
      field.element.closest("footer")?.querySelector("[data-reply]")?.remove();
      field.editor.reset();
      events.sent(text);
    },
    changed: (text) => {
      slot().show(text);
      saveSoon(chat, text);
    },
    files: (files) => events.files(files),
  });
  return field;
}

/** ArrowUp or Ctrl/Cmd+Up in an empty composer edits the last own message [MOD-B WAWebMessageComposer]. */
function registerArrowUp(field: Field, events: ComposerEvents): void {
  field.editor.lexical.registerCommand(
    KEY_ARROW_UP_COMMAND,
    (event) => {
      if (field.editor.text() !== "") return false;
      event.preventDefault();
      events.editLast();
      return true;
    },
    COMMAND_PRIORITY_NORMAL,
  );
}

function rewriteButton(events: ComposerEvents): HTMLElement {
  const button = h(
    "button",
    { cls: "round", "aria-label": labels.rewrite, testid: "wwai_fab" },
    icon("spark", "wwai-fab"),
  );
  return onClick(button, () => events.rewrite());
}

/** The quoted message above the composer, inside the footer, with a button that takes it away. */
function quoted(message: Message, close: () => void): HTMLElement {
  const closer = h("button", { cls: "round", "aria-label": labels.close }, icon("close", "x-alt"));
  const name = message.from === "me" ? ME : message.from;
  const words = h("div", { cls: "quote" }, h("span", { cls: "quote-name" }, name), message.text ?? "");
  return h("div", { cls: "reply", "data-reply": true }, words, onClick(closer, close));
}

function layout(field: Field, slot: SendSlot, events: ComposerEvents): HTMLElement {
  const attach = h(
    "button",
    { cls: "round", "aria-label": labels.attach, "data-tab": "10" },
    icon("plus", "plus-rounded"),
  );
  const emoji = h(
    "button",
    { cls: "round", "aria-label": labels.emoji, "data-tab": "10" },
    icon("smile", "expressions"),
  );
  onClick(attach, () => events.files([]));
  onClick(emoji, () => field.editor.focus());
  const pill = h(
    "div",
    { cls: "pill" },
    attach,
    emoji,
    field.element,
    options.aiButton ? rewriteButton(events) : null,
    slot.element,
  );
  return h("footer", { cls: "footer" }, h("div", { class: "copyable-area" }, pill));
}

/** Builds the composer of a chat with its saved draft. */
export function createComposer(chat: Chat, events: ComposerEvents): Composer {
  const slot = createSendSlot({
    voice: options.voice && chat.mute !== true,
    variant: chat.kind === "bot" ? "ai" : options.send,
    field: () => field,
    record: () => composer.record(true),
  });
  const field = makeField(chat, () => slot, events);
  registerArrowUp(field, events);
  slot.show(chat.draft);
  const composer: Composer = {
    field,
    footer: layout(field, slot, events),
    reply: (to) => {
      composer.footer.querySelector("[data-reply]")?.remove();
      if (to) composer.footer.prepend(quoted(to, () => composer.reply()));
    },
    record: (on) => field.editor.setEditable(!on),
    destroy: () => field.destroy(),
  };
  return composer;
}
