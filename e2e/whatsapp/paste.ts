/**
 * Copy, cut and paste [MOD-B WAWebClipboardPlugin]: paste is asynchronous, prefers the page's own clipboard type, then plain
 * text, inserts line by line, and sends any file (other than Office HTML) to the media drawer.
 */
import {
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  COPY_COMMAND,
  CUT_COMMAND,
  CUT_TAG,
  type LexicalEditor,
  mergeRegister,
  PASTE_COMMAND,
  PASTE_TAG,
} from "lexical";
import { options } from "./env.ts";
import { $insertLines } from "./lines.ts";

/** The page's own clipboard type; the real name is not known, this one is ours. */
export const OWN_TYPE = "application/x-replica-draft";

function isClipboard(event: unknown): event is ClipboardEvent {
  return event !== null && typeof event === "object" && "clipboardData" in event;
}

function pastedText(data: DataTransfer): string {
  const own = data.getData(OWN_TYPE);
  return own === "" ? data.getData("text/plain") : (JSON.parse(own) as { text: string }).text;
}

function pastedFiles(data: DataTransfer): File[] {
  const office = data.getData("text/html").includes("urn:schemas-microsoft-com:office");
  return office ? [] : [...data.files];
}

function insertLater(editor: LexicalEditor, text: string): void {
  const insert = () => editor.update(() => $insertLines(text), { tag: PASTE_TAG });
  setTimeout(insert, options.pasteDelay);
}

function transferOf(event: unknown): DataTransfer | null {
  if (isClipboard(event)) return event.clipboardData;
  return event instanceof InputEvent ? event.dataTransfer : null;
}

function copy(event: unknown): boolean {
  const selection = $getSelection();
  if (!isClipboard(event) || !$isRangeSelection(selection) || selection.isCollapsed()) return false;
  event.preventDefault();
  const text = selection.getTextContent().replaceAll("\n\n", "\n");
  event.clipboardData?.setData("text/plain", text);
  event.clipboardData?.setData(OWN_TYPE, JSON.stringify({ text }));
  return true;
}

function cut(editor: LexicalEditor, event: unknown): boolean {
  if (!copy(event)) return false;
  const remove = () => {
    const selection = $getSelection();
    if ($isRangeSelection(selection)) selection.removeText();
  };
  editor.update(remove, { tag: CUT_TAG });
  return true;
}

function paste(editor: LexicalEditor, event: unknown, onFiles: (files: File[]) => void): boolean {
  const data = transferOf(event);
  if (data === null) return false;
  (event as Event).preventDefault();
  const files = pastedFiles(data);
  if (files.length > 0) onFiles(files);
  else insertLater(editor, pastedText(data));
  return true;
}

/** Registers the clipboard rules; `onFiles` receives what belongs in the media drawer. */
export function registerClipboard(editor: LexicalEditor, onFiles: (files: File[]) => void): () => void {
  return mergeRegister(
    editor.registerCommand(COPY_COMMAND, copy, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(CUT_COMMAND, (event) => cut(editor, event), COMMAND_PRIORITY_HIGH),
    editor.registerCommand(PASTE_COMMAND, (event) => paste(editor, event, onFiles), COMMAND_PRIORITY_HIGH),
  );
}
