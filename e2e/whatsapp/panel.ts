/** The message panel of the open chat [containers: ALS, PUB 2026-09-30]. */
import type { Chat, Message } from "./chats.ts";
import { onClick } from "./delegate.ts";
import { h, icon } from "./dom.ts";
import { labels, options } from "./env.ts";
import { beginningRow, lineRow, messageRow } from "./rows.ts";
import { dayText, momentOf } from "./when.ts";

/** A live panel. */
export interface Panel {
  element: HTMLElement;
  /** Draws the chat again and scrolls to its end. */
  refresh(): void;
}

function startsRun(message: Message, previous: Message | undefined): boolean {
  return previous === undefined || previous.from !== message.from || previous.daysAgo !== message.daysAgo;
}

function rowsOf(chat: Chat): HTMLElement[] {
  const rows = options.beginning ? [beginningRow()] : [];
  for (const [index, message] of chat.messages.entries()) {
    const previous = chat.messages[index - 1];
    if (previous?.daysAgo !== message.daysAgo) rows.push(lineRow(dayText(momentOf(message))));
    rows.push(messageRow(chat, message, startsRun(message, previous)));
  }
  return rows;
}

/** Builds the panel with its scroll-to-bottom button. */
export function createPanel(chat: Chat): Panel {
  const list = h("div", {
    cls: "messages",
    role: "application",
    tabindex: "0",
    testid: "conversation-panel-messages",
  });
  const down = h(
    "button",
    { cls: "to-bottom", "aria-label": labels.toBottom },
    icon("down", "chevron-down-alt"),
  );
  onClick(down, () => list.scrollTo({ top: list.scrollHeight }));
  let atEnd = true;
  const watch = () => {
    atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 60;
    down.hidden = atEnd;
  };
  const stay = () => {
    if (atEnd) list.scrollTop = list.scrollHeight;
  };
  // A growing composer must not hide the last message.
  new ResizeObserver(stay).observe(list);
  list.addEventListener("scroll", watch, { passive: true });
  const refresh = () => {
    list.replaceChildren(h("div", { cls: "grow" }), ...rowsOf(chat));
    list.scrollTop = list.scrollHeight;
    watch();
  };
  return { element: h("div", { cls: "panel", testid: "conversation-panel-body" }, list, down), refresh };
}
