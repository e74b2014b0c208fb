/** Round avatars: initials, or the default drawing of groups and unknown numbers. */
import type { Chat } from "./chats.ts";
import { h, icon } from "./dom.ts";

function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word));
  return words
    .slice(0, 2)
    .map((word) => word[0] ?? "")
    .join("");
}

/** The avatar of a chat; groups carry `default-group`, others `default-user` [WWP] unless they have a picture. */
export function avatar(chat: Chat, testid?: string): HTMLElement {
  const drawn = chat.kind === "group" || chat.kind === "unsaved";
  const face = drawn
    ? icon(
        chat.kind === "group" ? "group" : "person",
        chat.kind === "group" ? "default-group" : "default-user",
      )
    : initials(chat.name);
  const element = h("div", { cls: "avatar", "aria-hidden": "true", testid }, face);
  element.style.setProperty("--hue", String(chat.hue));
  return element;
}
