// Applies a fix to the composer on the user's gesture: the flagged characters and no others, through the editor's own
// input handling, so that its state, its undo and its caret stay right.
//
// Why this way (measured on Lexical 0.52 in both browsers, docs/decisions/0020-replace-text.md): the editor takes the
// DOM's selection over inside a `beforeinput`, so no moment is left for a key to come between. Replacement, deletion
// and new paragraph are three kinds of it; a paste would be later, and Firefox hands the page an empty one.
import type { Edit } from "../../wasm/linter/engine.d.ts";
import { isComposing } from "./composition.ts";
import { OffsetMap, rawText, readDraft } from "./read.ts";

/** How long the editor may take to show an edit, in milliseconds. It needs one microtask. */
const SETTLE_MS = 500;

/** How long an editor that shows something else may take to come to it, in milliseconds. */
const SECOND_THOUGHT_MS = 20;

/** The two ends of a selection, as offsets of the untrimmed draft. */
interface Caret {
  anchor: number;
  focus: number;
}

/** Applies edits of the draft that reads `text`, and puts the caret back. Answers whether the draft then reads as it
 *  should; if not it is as before: the text had changed, is being composed, or the editor would not have it so. */
export async function applyEdits(
  composer: HTMLElement,
  text: string,
  edits: readonly Edit[],
): Promise<boolean> {
  const { lead, text: now } = readDraft(composer);
  if (now !== text || isComposing(composer)) return false;
  const caret = caretOf(composer);
  const raw = edits.map((edit) => ({ ...edit, start: edit.start + lead, end: edit.end + lead }));
  composer.focus();
  const done = await applySteps(composer, joined(composer, raw));
  if (caret) placeSelection(composer, done ? shiftedCaret(caret, raw) : caret);
  return done;
}

/** Puts the caret at an offset of the draft. */
export function placeCaret(composer: HTMLElement, offset: number): void {
  const at = offset + readDraft(composer).lead;
  composer.focus();
  placeSelection(composer, { anchor: at, focus: at });
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

/** The edits as what a `beforeinput` can say, in the order to apply them, the last place first: each text is one line
 *  or one line break. */
export function stepsOf(edits: readonly Edit[]): Edit[] {
  return edits.toSorted((a, b) => b.start - a.start).flatMap(linesOf);
}

function linesOf({ start, end, text }: Edit): Edit[] {
  const [first = "", ...breaks] = text.split(/(\n)/);
  const steps = [{ start, end, text: first }];
  let at = start + first.length;
  for (const piece of breaks) {
    steps.push({ start: at, end: at, text: piece });
    at += piece.length;
  }
  return steps.filter((step) => step.text !== "" || step.end > step.start);
}

/** The edits with neighbours in one text node made one, so that a single undo takes them back. Across nodes there may be
 *  an emoji or a mention between them, which must not become plain text. */
function joined(composer: HTMLElement, edits: readonly Edit[]): Edit[] {
  const map = new OffsetMap(composer, 0);
  const all: Edit[] = [];
  for (const edit of edits.toSorted((a, b) => a.start - b.start)) {
    const last = all.at(-1);
    const whole = last && map.range(last.start, edit.end);
    if (last && whole && whole.startContainer === whole.endContainer) {
      const between = map.range(last.end, edit.start)?.toString() ?? "";
      all[all.length - 1] = { start: last.start, end: edit.end, text: last.text + between + edit.text };
    } else all.push(edit);
  }
  return all;
}

async function applySteps(composer: HTMLElement, edits: readonly Edit[]): Promise<boolean> {
  const original = rawText(composer);
  let expected = original;
  for (const [index, step] of stepsOf(edits).entries()) {
    expected = (expected.slice(0, step.start) + step.text + expected.slice(step.end)).toWellFormed();
    const made = await applyStep(composer, step, expected);
    if (made === expected) continue;
    await takeBack(composer, original, made, index + 1);
    return false;
  }
  return true;
}

/** Answers how the draft then reads by the editor's doing, before any key that came meanwhile. */
async function applyStep(composer: HTMLElement, step: Edit, expected: string): Promise<string> {
  const before = rawText(composer);
  if (!placeSelection(composer, { anchor: step.start, focus: step.end })) return before;
  dispatch(composer, inputOf(step.text));
  await microtasks();
  const made = rawText(composer);
  if (made === expected) return made;
  const patience = made === before ? SETTLE_MS : SECOND_THOUGHT_MS;
  return (await until(composer, () => rawText(composer) === expected, patience)) ? expected : made;
}

/** Undoes what an editor made of the steps when it was not what was meant, unless the user has written on: keys are nobody's to undo. */
async function takeBack(composer: HTMLElement, original: string, made: string, steps: number): Promise<void> {
  let ours = made;
  for (let i = 0; i < steps && ours !== original && rawText(composer) === ours; i++) {
    const changed = until(composer, () => true, SETTLE_MS);
    dispatch(composer, { inputType: "historyUndo" });
    await changed;
    ours = rawText(composer);
  }
}

/** What makes the editor put a text in place of its selection. */
function inputOf(text: string): InputEventInit {
  if (text === "\n") return { inputType: "insertParagraph" };
  if (text === "") return { inputType: "deleteContentBackward" };
  return { inputType: "insertReplacementText", data: text };
}

function dispatch(composer: HTMLElement, input: InputEventInit): void {
  const how = { bubbles: true, cancelable: true, composed: true };
  composer.dispatchEvent(new InputEvent("beforeinput", { ...input, ...how }));
}

/** The selection, if it lies in the composer. */
function caretOf(composer: HTMLElement): Caret | undefined {
  const { anchorNode, anchorOffset, focusNode, focusOffset } = getSelection() ?? {};
  if (!anchorNode || !focusNode) return undefined;
  const map = new OffsetMap(composer, 0);
  const anchor = map.offsetOf(anchorNode, anchorOffset ?? 0);
  const focus = map.offsetOf(focusNode, focusOffset ?? 0);
  return anchor === undefined || focus === undefined ? undefined : { anchor, focus };
}

function shiftedCaret({ anchor, focus }: Caret, edits: readonly Edit[]): Caret {
  return { anchor: shifted(anchor, edits), focus: shifted(focus, edits) };
}

/** Selects; the editor takes it over on `selectionchange` or with the next input, whichever is first. */
function placeSelection(composer: HTMLElement, { anchor, focus }: Caret): boolean {
  const map = new OffsetMap(composer, 0);
  const from = map.place(anchor, anchor < focus ? "after" : "before");
  const to = map.place(focus, anchor <= focus ? "before" : "after");
  if (!from || !to) return false;
  getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
  return true;
}

/** Resolves once the page's microtasks ran: the editor's, queued by the event it was handed, and those that these queue. */
async function microtasks(): Promise<void> {
  for (let i = 0; i < 3; i++) await undefined;
}

/** Resolves true once the condition holds after a change of the composer, false when it does not in time, in milliseconds. */
function until(composer: HTMLElement, holds: () => boolean, time: number): Promise<boolean> {
  return new Promise((resolve) => {
    const finish = (result: boolean) => {
      clearTimeout(timer);
      observer.disconnect();
      resolve(result);
    };
    const observer = new MutationObserver(() => holds() && finish(true));
    observer.observe(composer, { childList: true, characterData: true, subtree: true });
    const timer = setTimeout(() => finish(holds()), time);
  });
}
