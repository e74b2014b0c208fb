// What the page tells of the open chat: its kind, and how many people read it. All signs are weak alone (whatsapp-web.md
// §4), so they are combined. Who the other side is cannot be read from the page.
import type { ChatKind } from "../../wasm/linter/engine.d.ts";
import { firstMatch } from "./whatsapp.ts";
import { CHANNEL_SIGN, CHAT_TITLE, GROUP_HEADER_SIGN, GROUP_SIGN, HEADER } from "./whatsapp-selectors.ts";

/** The kind that the open chat is kept under: what is kept must not go with the messages in sight, so messages do not count. */
export function keptKind(): ChatKind {
  return document.querySelector(GROUP_HEADER_SIGN) ? "group" : channelOr("unknown");
}

/** The kind of the open chat by the marks of its header and messages; "unknown" where there are none. */
export function markedKind(): ChatKind {
  return channelOr(document.querySelector(GROUP_SIGN) ? "group" : "unknown");
}

function channelOr(kind: ChatKind): ChatKind {
  return document.querySelector(CHANNEL_SIGN) ? "channel" : kind;
}

/** How many people but oneself read the open group: the header lists its members, and oneself as "You", below the name
 *  (2023 to 2026-09). Undefined while it shows a hint, or who is typing, instead. */
export function groupReaders(): number | undefined {
  const title = firstMatch(CHAT_TITLE);
  const leaves = Array.from(document.querySelectorAll(`${HEADER} span, ${HEADER} div`)).filter(
    (element) => element.childElementCount === 0 && element !== title && !title?.contains(element),
  );
  const counts = leaves.map((element) => namesIn(element.textContent ?? ""));
  const members = counts.find((count) => count > 1);
  return members === undefined ? undefined : members - 1;
}

/** How many names a list holds; a text that ends in an ellipsis says that somebody is typing. */
export function namesIn(text: string): number {
  if (/(\u2026|\.\.\.)\s*$/.test(text)) return 0;
  return text.split(/[,\u060c\u3001\uff0c]/).filter((name) => name.trim() !== "").length;
}
