/** The app: the side, the open chat, and what moves between them. */
import { type Chat, chatNamed, type Message, newId, restoreChats } from "./chats.ts";
import { delegateFrom } from "./delegate.ts";
import { h, icon } from "./dom.ts";
import { forgetSoon } from "./drafts.ts";
import { labels, options } from "./env.ts";
import { createMain, type Main } from "./main.ts";
import type { ReplicaOptions } from "./options.ts";
import { openCaption } from "./overlays/caption.ts";
import { openEdit } from "./overlays/edit.ts";
import { closeOverlays } from "./overlays/overlay.ts";
import { openStatus } from "./overlays/status.ts";
import { createSide } from "./side.ts";
import { nowText } from "./when.ts";

/** The page's root, as React's container. */
export const root: HTMLElement = document.querySelector<HTMLElement>("#app") ?? document.body;

const place = h("div", { cls: "place" });
let side = newSide();
let main: Main | undefined;

/** The open chat. */
export function current(): Main | undefined {
  return main;
}

/** Adds a message to a chat and shows it if that chat is open. */
export function addMessage(chat: Chat, message: Pick<Message, "from" | "text"> & Partial<Message>): void {
  chat.messages.push({ id: newId(), daysAgo: 0, time: nowText(), ...message });
  if (main?.chat === chat) main.panel.refresh();
  side.refresh(main?.chat.name ?? "");
}

/** Opens the caption overlay; the current draft goes along as the caption [MOD-B WAWebComposeBox]. */
export function openDrawer(files: readonly string[] = []): void {
  if (main === undefined) return;
  const { chat, composer } = main;
  const text = composer.field.editor.text();
  composer.field.editor.reset();
  const sent = (caption: string) => addMessage(chat, { from: "me", text: caption, media: "image" });
  openCaption(chat, text, sent, files);
}

/** Opens the edit dialog on the last own message. */
export function editLast(): void {
  if (main === undefined) return;
  const { chat, panel } = main;
  const last = chat.messages.findLast((message) => message.from === "me" && message.media === undefined);
  if (last === undefined) return;
  openEdit(chat, last, (text) => {
    last.text = text;
    panel.refresh();
  });
}

/** The rewrite button's work: the draft changes with no typing [MOD-B wwai_fab, smart composer]. */
export function rewrite(): void {
  const editor = main?.composer.field.editor;
  if (editor !== undefined) editor.setText(`${editor.text().trim()}, s’il vous plaît.`);
}

/** Opens a chat: the old editor is destroyed, a new one made with the chat's draft. */
export function openChat(name: string): void {
  const chat = chatNamed(name);
  if (chat === undefined) throw new Error(`no chat named ${name}`);
  main?.destroy();
  main = createMain(chat, {
    sent: (text) => addMessage(chat, { from: "me", text }),
    files: (files) => openDrawer(files.map(({ name }) => name)),
    editLast,
    rewrite,
  });
  delete chat.unread;
  place.replaceChildren(main.element);
  main.panel.refresh();
  side.refresh(name);
  main.composer.field.editor.focus();
}

function intro(): HTMLElement {
  return h("div", { cls: "intro" }, icon("chats", "intro"), h("p", {}, labels.encrypted));
}

/** Characters typed while the focus is elsewhere go to the composer [MOD-B]. */
function typeAnywhere(event: KeyboardEvent): void {
  const target = event.target as HTMLElement;
  const elsewhere = !target.isContentEditable && !/^(INPUT|TEXTAREA)$/.test(target.tagName);
  const field = main?.composer.field;
  if (!elsewhere || field === undefined || document.querySelector("[role=dialog]") !== null) return;
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
  if (plain && event.key.length === 1 && event.key !== " ") field.editor.root.focus();
  const button = target.closest("button, [role=button], [role=row]") !== null;
  if (options.enterAnywhere && event.key === "Enter" && plain && !button)
    field.submit("internal", event.isTrusted);
}

/** Files dropped on the chat go to the media drawer, like pasted ones [MOD-B WAWebComposeBox]. */
function dropFiles(event: DragEvent): void {
  if (event.dataTransfer === null || event.dataTransfer.files.length === 0) return;
  event.preventDefault();
  event.stopPropagation();
  openDrawer(Array.from(event.dataTransfer.files, ({ name }) => name));
}

function newSide() {
  return createSide({ open: (name) => openChat(name), status: () => openStatus() });
}

/** Starts the page. */
export function start(): void {
  delegateFrom(root);
  place.addEventListener("drop", dropFiles, { capture: true });
  document.addEventListener("keydown", typeAnywhere);
  draw();
}

/** Builds the page anew without loading it, as it would be at load; language, policy and class names stay. */
export function startOver(next: ReplicaOptions): void {
  closeOverlays();
  main?.destroy();
  main = undefined;
  forgetSoon();
  restoreChats();
  window.__sends.length = 0;
  Object.assign(options, next);
  document.body.classList.toggle("dark", options.theme === "dark");
  root.replaceChildren();
  place.replaceChildren();
  side = newSide();
  draw();
}

function draw(): void {
  document.body.style.setProperty("--visible-lines", String(options.visibleLines));
  const columns = h(
    "div",
    { cls: options.transformed ? "columns transformed" : "columns" },
    side.nav,
    side.element,
    place,
  );
  root.append(h("div", { cls: "frame" }, columns));
  const chat = chatNamed(options.chat);
  if (chat !== undefined && options.initialText !== "") chat.draft = options.initialText;
  if (chat === undefined) place.replaceChildren(intro());
  side.refresh(options.chat);
  if (chat !== undefined) openChat(chat.name);
}
