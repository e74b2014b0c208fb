// The room's composer: Lexical, the editor that WhatsApp Web uses, with its two habits: a line is a paragraph, Enter sends.
import { createEmptyHistoryState, registerHistory } from "@lexical/history";
import { registerPlainText } from "@lexical/plain-text";
import {
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_LOW,
  COMMAND_PRIORITY_NORMAL,
  createEditor,
  HISTORY_MERGE_TAG,
  INSERT_LINE_BREAK_COMMAND,
  KEY_ENTER_COMMAND,
  mergeRegister,
} from "lexical";

export interface Composer {
  /** Replaces the draft. */
  put(text: string): void;
  text(): string;
  focus(): void;
  dispose(): void;
}

/** Makes an editor of an element, with an accessible name. Without `send` Enter breaks the line. */
export function makeComposer(root: HTMLElement, label: string, text: string, send?: () => void): Composer {
  const editor = createEditor({
    namespace: "bonton-practice",
    onError: (error) => {
      throw error;
    },
  });
  const put = (draft: string) => editor.update(() => $put(draft), { discrete: true, tag: HISTORY_MERGE_TAG });
  root.contentEditable = "true";
  root.setAttribute("role", "textbox");
  root.setAttribute("aria-multiline", "true");
  root.setAttribute("aria-label", label);
  const unregister = mergeRegister(
    registerPlainText(editor),
    registerHistory(editor, createEmptyHistoryState(), 300),
    editor.registerCommand(INSERT_LINE_BREAK_COMMAND, $breakLine, COMMAND_PRIORITY_LOW),
    editor.registerCommand(
      KEY_ENTER_COMMAND,
      (event) => {
        if (!send || !event || event.shiftKey || event.ctrlKey || event.altKey) return false;
        event.preventDefault();
        if (event.isTrusted) send();
        return true;
      },
      COMMAND_PRIORITY_NORMAL,
    ),
  );
  editor.setRootElement(root);
  put(text);
  return {
    put,
    text: () => editor.read($text),
    focus: () => editor.focus(),
    dispose: () => {
      unregister();
      editor.setRootElement(null);
    },
  };
}

function $text(): string {
  const lines = $getRoot().getChildren();
  return lines.map((line) => line.getTextContent()).join("\n");
}

function $put(text: string): void {
  const root = $getRoot().clear();
  for (const line of text.split("\n")) {
    const paragraph = $createParagraphNode();
    if (line) paragraph.append($createTextNode(line));
    root.append(paragraph);
  }
}

function $breakLine(): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return false;
  selection.insertParagraph();
  return true;
}
