// The open chat as last read: its messages, its kind, its readers. It is read when the page is idle and only after its
// messages changed, since that asks for layout; a key only finds what is here. Kept for the open chat alone, and nowhere else.
import type { Chat, Draft, Surface } from "../../wasm/linter/engine.d.ts";
import { chatName } from "./whatsapp.ts";
import { groupReaders, markedKind } from "./whatsapp-chat.ts";
import { type Conversation, messagePanel, readConversation } from "./whatsapp-thread.ts";

export class OpenChat {
  private readonly messages = new MutationObserver(() => this.outdated());
  private panel: HTMLElement | undefined;
  private name = "";
  private stale = true;
  private read: Conversation = { kind: "unknown" };
  private readers: number | undefined;

  /** `changed` is told that the messages are others now; it should look at them when there is time. */
  constructor(private readonly changed: () => void) {}

  /** The chat that text from this surface goes to. A forward goes to chats not open, a status to no chat at all. */
  chat(surface: Surface): Chat {
    if (surface === "forward") return { kind: "unknown", audience: "unknown" };
    if (surface === "status") return { kind: "status", audience: "unknown" };
    this.look();
    const marked = markedKind();
    const kind = marked === "unknown" ? this.read.kind : marked;
    const readers = kind === "group" ? this.readers : undefined;
    return { kind, audience: "unknown", ...(readers === undefined ? {} : { readers }) };
  }

  /** The messages before the text, where they can be read; the same object until they change. */
  thread(surface: Surface): Draft["thread"] {
    if (surface === "forward" || surface === "status") return undefined;
    this.look();
    return this.read.thread;
  }

  dispose(): void {
    this.messages.disconnect();
  }

  private outdated(): void {
    this.stale = true;
    this.changed();
  }

  private look(): void {
    this.follow(messagePanel());
    const name = chatName();
    if (name !== this.name) this.readers = undefined;
    if (this.stale || name !== this.name)
      this.take(this.panel ? readConversation(this.panel) : { kind: "unknown" });
    this.name = name;
    this.stale = false;
    this.readers = groupReaders() ?? this.readers; // hidden while somebody types
  }

  private follow(panel: HTMLElement | undefined): void {
    if (panel === this.panel) return;
    this.panel = panel;
    this.stale = true;
    this.messages.disconnect();
    if (panel) this.messages.observe(panel, { childList: true, characterData: true, subtree: true });
  }

  private take(read: Conversation): void {
    const same = JSON.stringify(read.thread) === JSON.stringify(this.read.thread);
    this.read = same ? { ...this.read, kind: read.kind } : read;
  }
}
