// Applies a fix to the composer on the user's gesture: the flagged characters and no others, through the editor's own
// input handling, so that its state, its undo and its caret stay right.
//
// Why these ways (measured on Lexical 0.52, see docs/decisions): `beforeinput` with insertReplacementText is handled
// synchronously and keeps undo; it does nothing for an empty text, so a removal is a deletion of the selection; a text
// with line breaks goes through `paste`, the only way that makes lines of them. Direct edits of text nodes are lost.
import type { Edit } from "../../wasm/linter/engine.d.ts";
import { OffsetMap, readDraft } from "./read.ts";

/** How long the editor may take to show an edit, in milliseconds. */
const SETTLE_MS = 1_000;

/** Applies the edits, last first, and puts the caret back. Answers whether the draft then reads as it should. */
export async function applyEdits(
  composer: HTMLElement,
  text: string,
  edits: readonly Edit[],
): Promise<boolean> {
  const caret = caretOffset(composer);
  let expected = text;
  for (const edit of edits.toSorted((a, b) => b.start - a.start)) {
    expected = expected.slice(0, edit.start) + edit.text + expected.slice(edit.end);
    if (!(await applyEdit(composer, edit, expected.trim().toWellFormed()))) return false;
  }
  if (caret !== undefined) await placeCaret(composer, shifted(caret, edits));
  return true;
}

/** Puts the caret at an offset of the draft and waits until the editor has taken it over. */
export async function placeCaret(composer: HTMLElement, offset: number): Promise<void> {
  const place = mapOf(composer).place(offset, "before");
  composer.focus();
  if (!place) return;
  getSelection()?.setBaseAndExtent(place.node, place.offset, place.node, place.offset);
  await nextFrame();
}

/** The caret's offset in the draft; undefined when it is elsewhere. */
export function caretOffset(composer: HTMLElement): number | undefined {
  const selection = getSelection();
  if (!selection?.focusNode || !composer.contains(selection.focusNode)) return undefined;
  return mapOf(composer).offsetOf(selection.focusNode, selection.focusOffset);
}

/** Where a caret stands after the edits: text before it may have grown or shrunk; inside an edit it goes to its end. */
export function shifted(caret: number, edits: readonly Edit[]): number {
  let moved = caret;
  for (const { start, end, text } of edits) {
    if (caret >= end) moved += text.length - (end - start);
    else if (caret > start) moved += text.length - (caret - start);
  }
  return moved;
}

async function applyEdit(
  composer: HTMLElement,
  { start, end, text }: Edit,
  expected: string,
): Promise<boolean> {
  const range = mapOf(composer).range(start, end);
  if (!range) return false;
  composer.focus();
  getSelection()?.setBaseAndExtent(
    range.startContainer,
    range.startOffset,
    range.endContainer,
    range.endOffset,
  );
  await nextFrame(); // the editor takes the selection over on selectionchange
  const read = until(composer, () => readDraft(composer).text === expected);
  composer.dispatchEvent(eventFor(text, range));
  return read;
}

/** The event that makes the editor replace its selection by text. */
function eventFor(text: string, range: Range): Event {
  if (text.includes("\n")) return pasteOf(text);
  const targetRanges = [new StaticRange(range)];
  const how =
    text === "" ? { inputType: "deleteContentBackward" } : { inputType: "insertReplacementText", data: text };
  return new InputEvent("beforeinput", {
    ...how,
    targetRanges,
    bubbles: true,
    cancelable: true,
    composed: true,
  });
}

function pasteOf(text: string): Event {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", text);
  return new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true, composed: true });
}

function mapOf(composer: HTMLElement): OffsetMap {
  return new OffsetMap(composer, readDraft(composer).lead);
}

/** Resolves true once the condition holds after a change of the composer, false when it does not in time. */
function until(composer: HTMLElement, holds: () => boolean): Promise<boolean> {
  return new Promise((resolve) => {
    const finish = (result: boolean) => {
      clearTimeout(timer);
      observer.disconnect();
      resolve(result);
    };
    const observer = new MutationObserver(() => holds() && finish(true));
    observer.observe(composer, { childList: true, characterData: true, subtree: true });
    const timer = setTimeout(() => finish(holds()), SETTLE_MS);
  });
}

/** Two frames: the first runs with what is pending, the second after it was drawn. Hidden tabs draw none. */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, 100);
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        clearTimeout(timer);
        resolve();
      }),
    );
  });
}
