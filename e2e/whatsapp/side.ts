/** The left side: navigation, search and the chat list [ALS, WWP, WAUX, PUB 2026-09-30]. */
import { avatar } from "./avatar.ts";
import { type Chat, chats, type Message } from "./chats.ts";
import { onClick } from "./delegate.ts";
import { h, icon } from "./dom.ts";
import { labels, options } from "./env.ts";
import { dayText, momentOf, timeText } from "./when.ts";

/** What the side asks of the app. */
export interface SideEvents {
  open(name: string): void;
  status(): void;
}

/** The live side. */
export interface Side {
  element: HTMLElement;
  nav: HTMLElement;
  /** Draws the list again, with this chat selected. */
  refresh(open: string): void;
}

function nav(events: SideEvents): HTMLElement {
  const button = (drawing: string, name: string, label: string, testid?: string) =>
    h("button", { cls: "round", "aria-label": label, testid }, icon(drawing, name));
  const status = onClick(button("status", "status-refreshed", "Status", "navbar-item-status"), () =>
    events.status(),
  );
  return h(
    "header",
    { cls: "nav" },
    button("chats", "chat-filled-refreshed", labels.chats, "navbar-item-chats"),
    status,
    button("channel", "newsletter-outline", "Channels", "navbar-item-newsletters"),
    button("group", "community-refreshed-32", "Communities"),
    h("div", { cls: "grow" }),
    button("settings", "settings-refreshed", "Settings"),
  );
}

/** A real input in 2026 [WWP, PUB]; a contenteditable until about 2025. */
function searchBox(): HTMLElement {
  const shared = {
    cls: "search",
    role: "textbox",
    "data-tab": "3",
    "aria-label": labels.search,
    tabindex: "3",
  };
  const box =
    options.search === "input"
      ? h("input", { ...shared, type: "text", placeholder: labels.search, testid: "chat-list-search" })
      : h("div", { ...shared, contenteditable: "true", title: labels.search });
  return h("div", { cls: "search-box" }, icon("search", "search-refreshed-thin"), box);
}

function preview(message: Message | undefined): HTMLElement {
  const ticks = message?.from === "me" ? icon("ticks", "status-dblcheck") : null;
  ticks?.setAttribute("class", "");
  const text = message?.text || (message?.media === "voice" ? labels.voice : "");
  return h(
    "div",
    { cls: "preview", testid: "cell-frame-secondary" },
    ticks,
    h("span", { dir: "auto" }, text),
  );
}

function whenText(message: Message | undefined): string {
  if (message === undefined) return "";
  const moment = momentOf(message);
  return message.daysAgo === 0 ? timeText(moment) : dayText(moment);
}

function chatRow(chat: Chat, index: number, selected: boolean, events: SideEvents): HTMLElement {
  const last = chat.messages.at(-1);
  const title = h(
    "div",
    { cls: "chat-title", testid: "cell-frame-title" },
    h("span", { dir: "auto", title: chat.name }, chat.name),
  );
  const top = h("div", { cls: "chat-line" }, title, h("span", { cls: "chat-time" }, whenText(last)));
  const badge = chat.unread
    ? h("span", { cls: "badge", "aria-label": String(chat.unread) }, String(chat.unread))
    : null;
  const texts = h("div", { cls: "chat-texts" }, top, h("div", { cls: "chat-line" }, preview(last), badge));
  const cell = h(
    "div",
    { cls: selected ? "chat selected" : "chat", "aria-selected": String(selected), tabindex: "-1" },
    avatar(chat),
    texts,
  );
  const row = h("div", { role: "row", testid: `list-item-${index}` }, cell);
  return onClick(row, () => events.open(chat.name));
}

/** Chats worth showing in this language: the Hebrew and Arabic ones belong to the right-to-left pages. */
function shownChats(open: string): Chat[] {
  const rtl = /[\u0590-\u06ff]/;
  return chats.filter((chat) => labels.rtl || chat.name === open || !rtl.test(chat.name));
}

/** Builds the side. */
export function createSide(events: SideEvents): Side {
  const list = h("div", { role: "grid", "aria-label": labels.chats });
  const title = h(
    "header",
    { cls: "side-title" },
    h("h1", { cls: "brand" }, "WhatsApp"),
    h("span", { cls: "replica-note" }, "réplique"),
  );
  const element = h(
    "div",
    { cls: "side", id: "side" },
    title,
    searchBox(),
    h("div", { cls: "pane", id: "pane-side", tabindex: "0" }, list),
  );
  return {
    element,
    nav: nav(events),
    refresh: (open) =>
      list.replaceChildren(
        ...shownChats(open).map((chat, index) => chatRow(chat, index, chat.name === open, events)),
      ),
  };
}
