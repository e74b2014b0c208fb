/** The selection of Lexical's state as offsets into the draft's text (UTF-16, lines joined by one "\n"). */
import {
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  type LexicalEditor,
  type PointType,
} from "lexical";

/** A selection; both ends equal for a caret. */
export interface Offsets {
  anchor: number;
  focus: number;
}

function $offsetOf(point: PointType): number {
  const node = point.getNode();
  const block = node.getTopLevelElement();
  const blocks = $getRoot().getChildren();
  if (block === null)
    return $lengthBefore(
      blocks.slice(0, point.offset).map((one) => one.getTextContentSize()),
      point.offset,
    );
  const index = block.getIndexWithinParent();
  const lines = $lengthBefore(
    blocks.slice(0, index).map((one) => one.getTextContentSize()),
    index,
  );
  const children = $isElementNode(block) ? block.getChildren() : [];
  const stop = point.type === "text" ? node.getIndexWithinParent() : point.offset;
  const inside = children.slice(0, stop).reduce((sum, child) => sum + child.getTextContentSize(), 0);
  return lines + inside + (point.type === "text" ? point.offset : 0);
}

function $lengthBefore(sizes: number[], breaks: number): number {
  return sizes.reduce((sum, size) => sum + size, 0) + breaks;
}

/** Reads the selection, or null where the editor has none. */
export function caretOf(lexical: LexicalEditor): Offsets | null {
  return lexical.read(() => {
    const selection = $getSelection();
    if (!$isRangeSelection(selection)) return null;
    return { anchor: $offsetOf(selection.anchor), focus: $offsetOf(selection.focus) };
  });
}

function $place(offset: number): { key: string; offset: number; type: "text" | "element" } {
  let rest = offset;
  for (const block of $getRoot().getChildren()) {
    const size = block.getTextContentSize();
    if (rest > size) {
      rest -= size + 1;
      continue;
    }
    for (const child of $isElementNode(block) ? block.getChildren() : []) {
      const length = child.getTextContentSize();
      if (rest <= length && $isTextNode(child)) return { key: child.getKey(), offset: rest, type: "text" };
      rest -= length;
    }
    return { key: block.getKey(), offset: 0, type: "element" };
  }
  throw new Error(`offset ${offset} is beyond the draft`);
}

/** Sets the selection of the state. */
export function setCaret(lexical: LexicalEditor, { anchor, focus }: Offsets): void {
  lexical.update(
    () => {
      const selection = $getRoot().selectEnd();
      const from = $place(anchor);
      const to = $place(focus);
      selection.anchor.set(from.key, from.offset, from.type);
      selection.focus.set(to.key, to.offset, to.type);
    },
    { discrete: true },
  );
}
