/** The text status editor with its send-with-count button [MOD-B WAWebStatusPostingTextView]. */
import { h, svg } from "../dom.ts";
import { labels } from "../env.ts";
import { type Field, sendsOnClick } from "../field.ts";
import { liveField, type Overlay, openOverlay } from "./overlay.ts";

function build(field: Field, closer: HTMLElement): HTMLElement {
  const label = labels.sendCount(1);
  const send = h(
    "button",
    { cls: "round send", "aria-label": label, testid: "status-send" },
    h("span", { "aria-hidden": "true" }, svg("send", "wds-ic-send-filled")),
  );
  const foot = h("div", { cls: "status-foot" }, sendsOnClick(send, liveField(field)));
  return h(
    "div",
    { cls: "status-page", testid: "status-text-editor" },
    h("div", { cls: "drawer-head" }, closer),
    field.element,
    foot,
  );
}

/** Opens the status editor; a status goes to no chat in particular. */
export function openStatus(text = ""): Overlay {
  return openOverlay({
    surface: "status",
    label: labels.statusPrompt,
    placeholder: labels.statusPrompt,
    tab: "10",
    text,
    chat: "status",
    sent: () => {},
    build,
  });
}
