/** `#main`: header, message panel and footer of the open chat. */
import { avatar } from "./avatar.ts";
import type { Chat } from "./chats.ts";
import { type Composer, type ComposerEvents, createComposer } from "./composer.ts";
import { h, icon } from "./dom.ts";
import { saveNow } from "./drafts.ts";
import { labels, options } from "./env.ts";
import { createPanel, type Panel } from "./panel.ts";
import { richText } from "./rows.ts";

/** The live chat. */
export interface Main {
  chat: Chat;
  element: HTMLElement;
  panel: Panel;
  composer: Composer;
  /** Destroys the editor and makes a new one from the saved draft, as a chat switch does [TT 1.0.2, 2026-06]. */
  rebuild(): void;
  /** Says below the name that somebody types, or no longer. */
  typing(name?: string): void;
  /** Saves the draft and lets go. */
  destroy(): void;
}

function subtitle(chat: Chat): string {
  if (chat.kind === "group" && options.members === "hint") return labels.groupHint;
  if (chat.kind === "group") return [...chat.members, labels.you.replace(/\s*[:：]$/, "")].join(", ");
  if (chat.kind === "channel") return labels.followers;
  return chat.kind === "unsaved" ? "" : labels.online;
}

function avatarTestid(chat: Chat): string | undefined {
  if (chat.kind === "group") return "group-chat-profile-picture";
  return chat.kind === "channel" ? "newsletter-profile-picture" : undefined;
}

function underName(chat: Chat): HTMLElement {
  const testid = chat.kind === "channel" ? "newsletter-subtitle" : "chat-subtitle";
  return h("span", { cls: "subtitle", testid }, subtitle(chat));
}

/** The first `header [title]` is "Profile details", not the name [PUB 2026-10]. */
function header(chat: Chat, below: HTMLElement): HTMLElement {
  const title = h(
    "span",
    { cls: "title", dir: "auto", testid: "conversation-info-header-chat-title" },
    ...richText(chat.name),
  );
  const picture = h("div", { title: labels.details, role: "button" }, avatar(chat, avatarTestid(chat)));
  const texts = h(
    "div",
    { cls: "head-texts", role: "button", testid: "conversation-info-header" },
    title,
    below,
  );
  const tools = ["video", "search", "dots"].map((name) =>
    h("button", { cls: "round", "aria-label": name }, icon(name, name)),
  );
  return h("header", { cls: "head" }, picture, texts, ...tools);
}

/** Builds the chat. */
export function createMain(chat: Chat, events: ComposerEvents): Main {
  const panel = createPanel(chat);
  const composer = createComposer(chat, events);
  const below = underName(chat);
  const element = h("div", { cls: "main", id: "main" }, header(chat, below), panel.element, composer.footer);
  const release = () => {
    saveNow(chat, main.composer.field.editor.text());
    main.composer.destroy();
  };
  const main: Main = {
    chat,
    element,
    panel,
    composer,
    rebuild: () => {
      release();
      const next = createComposer(chat, events);
      main.composer.footer.replaceWith(next.footer);
      main.composer = next;
    },
    typing: (name) => {
      below.textContent = name ? labels.typing(name) : subtitle(chat);
    },
    destroy: () => {
      release();
      element.remove();
    },
  };
  return main;
}
