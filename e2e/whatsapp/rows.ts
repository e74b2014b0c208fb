/**
 * Message rows in three generations:
 * 1. to 2026-02-21: `data-id="true_<jid>_<id>"`, classes message-in/message-out [personal-ai-employee history 029; INC];
 * 2. about 2026-04-28: bare `data-id`, message-in/out still there [PUB 2026-04-28; INC 1f04827 2026-04-29];
 * 3. since 2026-06-07: bare id, testids, direction by geometry only [TT 1.0.1; INC aaee1f1 2026-06-10; PUB 2026-07-21; ALS].
 */
import { type Chat, ME, type Message } from "./chats.ts";
import { h, icon } from "./dom.ts";
import { emojiName, splitEmoji } from "./emoji.ts";
import { c, labels, options } from "./env.ts";
import { momentOf, prePlainText, timeText } from "./when.ts";

function jid(chat: Chat): string {
  const digits = String(
    33639980000 + Math.abs([...chat.name].reduce((sum, char) => sum + (char.codePointAt(0) ?? 0), 0)),
  );
  if (chat.kind === "group") return `12036${digits}@g.us`;
  return chat.kind === "channel" ? `12036${digits}@newsletter` : `${digits}@c.us`;
}

function dataId(chat: Chat, message: Message): string {
  return options.rows === 1 ? `${message.from === "me"}_${jid(chat)}_${message.id}` : message.id;
}

/** History text: emoji are <img alt>, with their own testid since 2026 [PUB live probe 2026-08-30]. */
export function richText(text: string): (Node | string)[] {
  return splitEmoji(text).map((part) =>
    part.emoji
      ? h("img", {
          cls: "history-emoji",
          alt: part.text,
          draggable: "false",
          testid: "selectable-text",
          src: `/replica/emoji/${emojiName(part.text)}.svg`,
        })
      : part.text,
  );
}

function textBody(text: string): Node {
  const parts = splitEmoji(text);
  // An emoji-only message has no span.selectable-text [PUB 2026-08-30].
  if (parts.length > 0 && parts.every((part) => part.emoji))
    return h("div", { cls: "big-emoji" }, ...richText(text));
  const span = h("span", { dir: "auto", testid: "selectable-text" }, h("span", {}, ...richText(text)));
  span.className = `selectable-text copyable-text ${c("text")}`;
  return span;
}

function quoteBlock(message: Message): HTMLElement | null {
  if (message.quote === undefined) return null;
  const name = message.quote.from === "me" ? ME : message.quote.from;
  const said = h("div", {
    class: "copyable-text",
    "data-pre-plain-text": prePlainText(momentOf(message), name),
  });
  said.append(h("span", { class: "quoted-mention" }, ...richText(message.quote.text)));
  const shown = message.quote.from === "me" ? labels.you.replace(/\s*[:：]$/, "") : name;
  return h(
    "div",
    { cls: "quote", role: "button", testid: "quoted-message" },
    h("span", { cls: "quote-name", dir: "auto" }, shown),
    said,
  );
}

function mediaBlock(message: Message): HTMLElement | null {
  if (message.media === "image") return h("div", { cls: "image", role: "button", testid: "image-thumb" });
  if (message.media === "voice")
    return h("div", { cls: "voice-note", testid: "audio-play" }, icon("mic", "audio-play"), "0:14");
  return null;
}

/** Text of a message; media carry no data-pre-plain-text [2026-09-30 PUB]. */
function content(message: Message): HTMLElement | null {
  if (message.text === undefined || message.text === "") return null;
  const name = message.from === "me" ? ME : message.from;
  const pre = message.media === undefined ? prePlainText(momentOf(message), name) : null;
  return h(
    "div",
    { class: `copyable-text ${c("content")}`, "data-pre-plain-text": pre },
    textBody(message.text),
  );
}

function meta(message: Message): HTMLElement {
  const ticks = message.from === "me" ? icon("ticks", "msg-dblcheck") : null;
  ticks?.setAttribute("class", c("ticks"));
  return h(
    "div",
    { cls: "meta", testid: "msg-meta" },
    h("span", { dir: "auto" }, timeText(momentOf(message))),
    ticks,
  );
}

function tail(own: boolean): HTMLElement {
  const out = options.tails === "own-out" ? own : !own;
  const mark = icon("none", out ? "tail-out" : "tail-in");
  mark.setAttribute("class", c(`tail ${own ? "tail-own" : "tail-other"}`));
  return mark;
}

function bubble(chat: Chat, message: Message, first: boolean): HTMLElement {
  const own = message.from === "me";
  const author = chat.kind === "group" && !own && first;
  return h(
    "div",
    { cls: `bubble ${own ? "own" : "other"}`, testid: options.rows === 3 ? "msg-container" : null },
    first ? tail(own) : null,
    author ? h("div", { cls: "author", dir: "auto", testid: "author" }, message.from) : null,
    quoteBlock(message),
    mediaBlock(message),
    content(message),
    meta(message),
  );
}

function rowLabel(message: Message, first: boolean): string | null {
  const wanted = options.rowLabel === "all" || (options.rowLabel === "run" && first);
  if (!wanted) return null;
  return message.from === "me" ? labels.you : `${message.from}:`;
}

/** One row; `first` of a run of the same sender has the tail, the author and, by option, the label. */
export function messageRow(chat: Chat, message: Message, first: boolean): HTMLElement {
  if (message.system !== undefined)
    return h("div", { cls: "line-row", role: "row" }, h("div", { cls: "notice" }, message.system));
  const own = message.from === "me";
  const inner = h("div", { "data-id": dataId(chat, message), tabindex: "-1" }, bubble(chat, message, first));
  inner.className = `${options.rows < 3 ? `${own ? "message-out" : "message-in"} focusable-list-item ` : ""}${c(own ? "side-own" : "side-other")}`;
  if (options.rows === 3 && options.testids) inner.setAttribute("data-testid", `conv-msg-${message.id}`);
  return h(
    "div",
    { cls: first ? "row first" : "row", role: "row", "aria-label": rowLabel(message, first) },
    inner,
  );
}

/** A grey line: a date or a notice. */
export function lineRow(text: string): HTMLElement {
  return h("div", { cls: "line-row", role: "row" }, h("div", { cls: "notice", dir: "auto" }, text));
}

/** The notice that opens a chat. */
export function beginningRow(): HTMLElement {
  const row = lineRow(labels.encrypted);
  row.querySelector("div")?.prepend(icon("lock", "lock-small"), " ");
  return row;
}
