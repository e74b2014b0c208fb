/** The media caption overlay: not in `#main footer`, send is a `div[role=button]` [PUB 2026-03…09, live send 2026-06-20]. */
import type { Chat } from "../chats.ts";
import { h, icon, svg } from "../dom.ts";
import { labels, options } from "../env.ts";
import { type Field, sendsOnClick } from "../field.ts";
import { liveField, type Overlay, openOverlay } from "./overlay.ts";

function sendControl(field: Field): HTMLElement {
  const label = options.caption.send === "count" ? labels.sendCount(1) : labels.send;
  const button = h(
    "div",
    { cls: "round send", role: "button", tabindex: "0", "aria-label": label },
    h("span", { "aria-hidden": "true" }, svg("send", "wds-ic-send-filled")),
  );
  return sendsOnClick(button, liveField(field));
}

/** A photo is drawn, a document named: its name leaves with it (general knowledge; the markup of the name is ours). */
function preview(files: readonly string[]): HTMLElement[] {
  const documents = files.filter((name) => !/\.(png|jpe?g|gif|webp|mp4)$/i.test(name));
  if (documents.length === 0) return [h("div", { cls: "image large" })];
  return documents.map((name) =>
    h(
      "div",
      { cls: "document" },
      icon("file", "document"),
      h("span", { cls: "file-name", dir: "auto" }, name),
    ),
  );
}

function build(chat: Chat, field: Field, closer: HTMLElement, files: readonly string[]): HTMLElement {
  const testid = options.caption.testid === "parent" ? "media-caption-input-container" : null;
  const once = options.caption.once ? [h("button", { type: "button", "aria-pressed": "false" }, "1")] : [];
  const input = h("div", { cls: "pill", testid }, field.element, ...once);
  const picture = h("div", { cls: "drawer-picture", tabindex: "-1" }, ...preview(files));
  const foot = h("div", { cls: "drawer-foot" }, input, sendControl(field));
  const drawer = h(
    "div",
    { cls: "drawer", testid: "media-editor" },
    h("div", { cls: "drawer-head" }, closer, chat.name),
    picture,
    foot,
  );
  drawer.addEventListener("keydown", (event) => sendOnHotKey(event, field));
  return drawer;
}

/** A plain Enter anywhere in the drawer but in its caption sends, whatever Enter does there; controls keep theirs to themselves
 *  [MOD-B WAWebMediaEditor, MOD-A WAWebKeyboardHotKeys]. */
function sendOnHotKey(event: KeyboardEvent, field: Field): void {
  const held = event.ctrlKey || event.altKey || event.shiftKey || event.metaKey;
  const elsewhere = event.target as Element;
  if (event.key !== "Enter" || held || event.repeat || field.editor.root.contains(elsewhere)) return;
  if (elsewhere.closest("button, [role=button]")) return;
  event.preventDefault();
  field.submit("enter", event.isTrusted);
}

/** Opens the overlay with the draft as caption; documents leave without one too. */
export function openCaption(
  chat: Chat,
  text: string,
  sent: (text: string) => void,
  files: readonly string[] = [],
): Overlay {
  const label = options.caption.label === "caption" ? labels.addCaption : labels.placeholder;
  return openOverlay({
    surface: "caption",
    label,
    placeholder: label,
    tab: options.caption.tab,
    testid: options.caption.testid === "itself" ? "media-caption-input-container" : undefined,
    text,
    chat: chat.name,
    bare: files.length > 0,
    members: chat.members,
    sent,
    build: (field, closer) => build(chat, field, closer, files),
  });
}
