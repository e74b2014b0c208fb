/**
 * Lines of the draft [MOD-A WAWebMultilinePlugin, WAWebLexicalUtils; MOD-B WAWebClipboardPlugin]: line-break and paragraph
 * commands both make a paragraph, and the text is the root's children joined by one "\n".
 */
import {
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_LOW,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  type LexicalEditor,
  mergeRegister,
} from "lexical";

/** The text of the current state, as the page reads it. */
export function $draftText(): string {
  return $getRoot()
    .getChildren()
    .map((block) => block.getTextContent())
    .join("\n");
}

function $breakLine(): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return false;
  selection.insertParagraph();
  return true;
}

/** Replaces the whole draft, caret at its end. */
export function $setDraft(text: string): void {
  const root = $getRoot().clear();
  for (const line of text.split("\n")) {
    const paragraph = $createParagraphNode();
    if (line !== "") paragraph.append($createTextNode(line));
    root.append(paragraph);
  }
  root.selectEnd();
}

/** Inserts text at the selection, one paragraph per line. */
export function $insertLines(text: string): void {
  const lines = text.replaceAll("\r\n", "\n").split("\n");
  for (const [index, line] of lines.entries()) {
    const selection = $getSelection();
    if (!$isRangeSelection(selection)) return;
    if (index > 0) selection.insertParagraph();
    const here = $getSelection();
    if (line !== "" && $isRangeSelection(here)) here.insertText(line);
  }
}

/** Makes every newline a paragraph. */
export function registerLines(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerCommand(INSERT_LINE_BREAK_COMMAND, $breakLine, COMMAND_PRIORITY_LOW),
    editor.registerCommand(INSERT_PARAGRAPH_COMMAND, $breakLine, COMMAND_PRIORITY_LOW),
  );
}
