/** `window.__replica`: what a test can ask of the page, and do to it as the app itself would. */
import { UNDO_COMMAND } from "lexical";
import { addMessage, current, editLast, openChat, openDrawer, rewrite, startOver } from "./app.ts";
import { caretOf, type Offsets, setCaret } from "./caret.ts";
import { chatNamed, chats } from "./chats.ts";
import { type Field, fieldOf } from "./field.ts";
import { $insertLines } from "./lines.ts";
import type { SurfaceName } from "./log.ts";
import type { ReplicaOptions } from "./options.ts";
import { openForward } from "./overlays/forward.ts";
import { closeOverlay } from "./overlays/overlay.ts";
import { openQuestion } from "./overlays/question.ts";
import { openStatus } from "./overlays/status.ts";

/** The hooks; `surface` defaults to the composer. */
export interface ReplicaHooks {
  /** The text of Lexical's state, untrimmed. */
  lexicalText(surface?: SurfaceName): string;
  /** The selection of Lexical's state. */
  selection(surface?: SurfaceName): Offsets | null;
  /** Sets the selection of Lexical's state. */
  select(anchor: number, focus?: number, surface?: SurfaceName): void;
  /** Replaces the draft as the app would. */
  setText(text: string, surface?: SurfaceName): void;
  undo(surface?: SurfaceName): void;
  focus(surface?: SurfaceName): void;
  /** The element of the editor. */
  root(surface?: SurfaceName): HTMLElement;
  switchChat(name: string): void;
  /** Saved draft of a chat. */
  draftOf(name: string): string;
  /** Inserts a quick reply at the caret, without a key. */
  quickReply(text: string): void;
  /** Replaces the draft by this text (the rewrite button's own text if absent). */
  aiRewrite(text?: string): void;
  rebuildEditor(): void;
  /** Opens the media drawer with these files; none is a photo. */
  openCaption(files?: readonly string[]): void;
  /** Begins a reply to the last message. */
  reply(): void;
  openEdit(): void;
  openForward(text?: string): void;
  openStatus(text?: string): void;
  openQuestion(): void;
  closeOverlay(surface: SurfaceName): void;
  /** A message of the other side arrives in the open chat. */
  receive(text: string, from?: string): void;
  /** A message of the open chat is edited; `back` counts from the last one, 0. */
  rewriteMessage(text: string, back?: number): void;
  /** Somebody types in the open chat, or nobody any more. */
  typing(name?: string): void;
  setTheme(theme: "light" | "dark"): void;
  /** The app-internal "send" action [MOD-B useWAWebComposeBoxActionListeners]. */
  sendInternally(surface?: SurfaceName): void;
  /** Starts or ends recording a voice note: read-only meanwhile. */
  record(on: boolean): void;
  /** Builds the page anew, as at load; language, policy and class names stay as they are. */
  startOver(options: ReplicaOptions): void;
}

declare global {
  interface Window {
    __replica: ReplicaHooks;
  }
}

function field(surface: SurfaceName = "composer"): Field {
  const found = fieldOf(surface);
  if (found === undefined) throw new Error(`no ${surface} is open`);
  return found;
}

function chat() {
  const open = current()?.chat ?? chats[0];
  if (open === undefined) throw new Error("no chat");
  return open;
}

/** The page keeps the row and changes its text node, as React does. */
function changeMessage(text: string, back: number): void {
  const message = chat().messages.at(-1 - back);
  const row = message && document.querySelector(`[data-id$="${message.id}"] span.selectable-text span`);
  if (message && row?.firstChild) row.firstChild.nodeValue = message.text = text;
}

const sentTo = (text: string) => addMessage(chat(), { from: "me", text });

/** Puts the hooks on the window. */
export function installHooks(): void {
  window.__replica = {
    lexicalText: (surface) => field(surface).editor.text(),
    selection: (surface) => caretOf(field(surface).editor.lexical),
    select: (anchor, focus = anchor, surface = "composer") =>
      setCaret(field(surface).editor.lexical, { anchor, focus }),
    setText: (text, surface) => field(surface).editor.setText(text),
    undo: (surface) => void field(surface).editor.lexical.dispatchCommand(UNDO_COMMAND, undefined),
    focus: (surface) => field(surface).editor.focus(),
    root: (surface) => field(surface).editor.root,
    switchChat: openChat,
    draftOf: (name) => chatNamed(name)?.draft ?? "",
    quickReply: (text) => field().editor.lexical.update(() => $insertLines(text), { discrete: true }),
    aiRewrite: (text) => (text === undefined ? rewrite() : field().editor.setText(text)),
    rebuildEditor: () => current()?.rebuild(),
    openCaption: openDrawer,
    reply: () => current()?.composer.reply(chat().messages.at(-1)),
    openEdit: editLast,
    openForward: (text = "") => void openForward(chat(), text, sentTo),
    openStatus: (text) => void openStatus(text),
    openQuestion: () => void openQuestion(chat(), sentTo),
    closeOverlay,
    receive: (text, from) => addMessage(chat(), { from: from ?? chat().members[0] ?? chat().name, text }),
    rewriteMessage: (text, back = 0) => changeMessage(text, back),
    typing: (name) => current()?.typing(name),
    setTheme: (theme) => void document.body.classList.toggle("dark", theme === "dark"),
    sendInternally: (surface) => field(surface).submit("internal", false),
    record: (on) => current()?.composer.record(on),
    startOver,
  };
}
