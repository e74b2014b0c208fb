/**
 * One editor of the page: real Lexical with the plain-text and history plugins and the page's own rules
 * [MOD-B WAWebRichTextInput.react]. Composer, caption, edit, forward, status and question all use it.
 */
import { createEmptyHistoryState, registerHistory } from "@lexical/history";
import { registerPlainText } from "@lexical/plain-text";
import {
  CLEAR_HISTORY_COMMAND,
  createEditor,
  HISTORY_MERGE_TAG,
  type LexicalEditor,
  mergeRegister,
  ParagraphNode,
} from "lexical";
import { registerEnter } from "./enter.ts";
import { c } from "./env.ts";
import { $draftText, $setDraft, registerLines } from "./lines.ts";
import { BidiParagraphNode, EmojiNode, MentionNode } from "./nodes.ts";
import { registerClipboard } from "./paste.ts";
import { registerTransforms } from "./transforms.ts";

/** What an editor tells its surroundings. */
export interface EditorEvents {
  /** Enter meant "send". */
  enter(trusted: boolean): void;
  /** The state changed; called after each commit. */
  change(text: string): void;
  /** Files were pasted. */
  files(files: File[]): void;
}

/** A live editor. */
export interface ReplicaEditor {
  lexical: LexicalEditor;
  root: HTMLElement;
  /** The text of Lexical's state, untrimmed. */
  text(): string;
  /** Replaces the draft as the app does: no key was pressed. */
  setText(text: string): void;
  /** Empties the draft and its history. */
  reset(): void;
  focus(): void;
  /** Lexical leaves the attribute to its React wrapper, which sets both. */
  setEditable(on: boolean): void;
  destroy(): void;
}

function build(): LexicalEditor {
  return createEditor({
    namespace: "replica",
    nodes: [
      BidiParagraphNode,
      { replace: ParagraphNode, with: () => new BidiParagraphNode(), withKlass: BidiParagraphNode },
      EmojiNode,
      MentionNode,
    ],
    theme: {
      paragraph: `selectable-text copyable-text ${c("line")}`,
      text: { base: `selectable-text copyable-text ${c("run")}` },
    },
    onError: (error) => {
      throw error;
    },
  });
}

function register(lexical: LexicalEditor, events: EditorEvents): () => void {
  return mergeRegister(
    registerPlainText(lexical),
    registerHistory(lexical, createEmptyHistoryState(), 300),
    registerLines(lexical),
    registerTransforms(lexical),
    registerEnter(lexical, events.enter),
    registerClipboard(lexical, events.files),
    lexical.registerUpdateListener(() => events.change(lexical.read($draftText))),
  );
}

/** Makes an editor of `root`, starting with `text`. */
export function createReplicaEditor(root: HTMLElement, text: string, events: EditorEvents): ReplicaEditor {
  const lexical = build();
  const unregister = register(lexical, events);
  const put = (draft: string, tag?: string) =>
    lexical.update(() => $setDraft(draft), { discrete: true, ...(tag === undefined ? {} : { tag }) });
  lexical.setRootElement(root);
  put(text, HISTORY_MERGE_TAG);
  return {
    lexical,
    root,
    text: () => lexical.read($draftText),
    setText: (draft) => put(draft),
    reset: () => {
      put("", HISTORY_MERGE_TAG);
      lexical.dispatchCommand(CLEAR_HISTORY_COMMAND, undefined);
    },
    focus: () => lexical.focus(),
    setEditable: (on) => {
      lexical.setEditable(on);
      root.setAttribute("contenteditable", String(on));
    },
    destroy: () => {
      unregister();
      lexical.setRootElement(null);
    },
  };
}
