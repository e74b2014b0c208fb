// The page's lists of emoji, mentions and quick replies: whether one is open that takes an Enter before sending does.
import { containerOf } from "./whatsapp.ts";
import { POPOVER_OTHER, POPOVERS, SUGGESTED, SUGGESTIONS } from "./whatsapp-selectors.ts";

/** How far from its line the page draws a list, at most, in CSS pixels: it leaves 10 (2026 summer). */
const MAX_GAP = 60;

/** The modifiers of an Enter. */
type Modifiers = Pick<KeyboardEvent, "ctrlKey" | "altKey" | "shiftKey" | "metaKey">;

/** Whether an open list takes this Enter. With a modifier none does, and the Enter may send (2026 spring). */
export function listTakes(key: Modifiers, composer: HTMLElement): boolean {
  if (key.ctrlKey || key.altKey || key.shiftKey || key.metaKey) return false;
  return (
    hasActiveOption(composer) ||
    ownsList(composer) ||
    (triggerRect(composer) !== undefined && hasListAt(composer))
  );
}

function hasActiveOption(composer: HTMLElement): boolean {
  const active = byId(composer.getAttribute("aria-activedescendant") ?? "");
  return active?.matches(SUGGESTED) === true && isDrawn(active);
}

function ownsList(composer: HTMLElement): boolean {
  const ids = (composer.getAttribute("aria-owns") ?? "").split(/\s+/).filter(Boolean);
  return ids.map(byId).some((list) => list !== null && isDrawn(list) && list.childElementCount > 0);
}

/** Lists that nothing ties to the composer: they are drawn above the line, whose caret stands behind what opened them. */
function hasListAt(composer: HTMLElement): boolean {
  const marked = Array.from(containerOf(composer).querySelectorAll(SUGGESTIONS)).filter((list) =>
    list.querySelector('[aria-selected="true"]'),
  );
  return [...marked, ...portals()].some((list) => isDrawn(list) && isAbove(list, composer));
}

/** Lists since 2026 summer: boxes of plain buttons, out of the footer. Menus and pickers stand in the same place. */
function portals(): Element[] {
  const boxes = document.querySelectorAll<HTMLElement>(`${POPOVERS} > *`);
  return Array.from(boxes).filter(
    (box) =>
      getComputedStyle(box).position === "absolute" &&
      box.querySelector("button") !== null &&
      box.querySelector(POPOVER_OTHER) === null,
  );
}

function isAbove(list: Element, composer: HTMLElement): boolean {
  const [box, line, field] = [
    list.getBoundingClientRect(),
    triggerRect(composer),
    composer.getBoundingClientRect(),
  ];
  if (!line || box.right < line.left || box.left > line.left + 1) return false;
  return box.bottom <= line.bottom && box.bottom >= Math.min(line.top, field.top) - MAX_GAP;
}

/** Where the ":", "@" or "/" stands that the caret is behind, in one line of one text. */
function triggerRect(composer: HTMLElement): DOMRect | undefined {
  const { anchorNode: node, anchorOffset: caret, isCollapsed } = document.getSelection() ?? {};
  if (!isCollapsed || !(node instanceof Text) || !composer.contains(node) || caret === undefined)
    return undefined;
  const typed = /(^|\s)[:@/][^:@/]{0,60}$/u.exec(node.data.slice(0, caret));
  if (!typed) return undefined;
  const range = document.createRange();
  range.setStart(node, typed.index + (typed[1]?.length ?? 0));
  range.setEnd(node, caret);
  return range.getBoundingClientRect();
}

function byId(id: string): Element | null {
  return id === "" ? null : document.getElementById(id);
}

function isDrawn(element: Element): boolean {
  return element.getClientRects().length > 0;
}
