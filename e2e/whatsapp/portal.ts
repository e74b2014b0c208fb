/** The suggestion list of summer 2026: a box of buttons, placed above the line, outside the footer [MOD-B useWAWebLexicalTypeAheadContainer]. */
import { h } from "./dom.ts";

const ROW = 36;
const WIDTH = 260;
const PADDING = 10;

/** Draws the list above the text that opened it, `lead` characters before the caret; nothing without buttons or a caret. */
export function portalAt(lead: number, buttons: HTMLElement[]): HTMLElement | undefined {
  const { anchorNode: node, anchorOffset: caret } = document.getSelection() ?? {};
  if (buttons.length === 0 || !(node instanceof Text) || caret === undefined || caret < lead)
    return undefined;
  const range = document.createRange();
  range.setStart(node, caret - lead);
  range.setEnd(node, caret);
  const line = range.getBoundingClientRect();
  const height = ROW * buttons.length + 2 * PADDING;
  const box = h("div", {}, h("div", { cls: "portal-list" }, ...buttons));
  Object.assign(box.style, {
    position: "absolute",
    top: `${line.top - height - PADDING}px`,
    left: `${Math.min(line.left, document.documentElement.clientWidth - WIDTH)}px`,
    width: `${WIDTH}px`,
    height: `${height}px`,
  });
  bucket().append(box);
  return box;
}

/** The page's place for what opens over it. */
function bucket(): HTMLElement {
  const known = document.querySelector<HTMLElement>("#wa-popovers-bucket");
  const made = known ?? h("div", { id: "wa-popovers-bucket" });
  if (!known) document.querySelector("#app")?.append(made);
  return made;
}
