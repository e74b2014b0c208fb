// What surrounds a draft: its chat and the messages before it, as last looked at. Reading them walks the page, so it is
// done when the page is idle and not at each key.
import type { Chat, ChatKind, Draft, Surface } from "../../wasm/linter/engine.d.ts";
import type { GuardWorld } from "./guard-world.ts";

/** A chat nobody has looked at yet. */
const NO_CHAT: Chat = { kind: "unknown", audience: "unknown" };

export class Surroundings {
  chat: Chat = NO_CHAT;
  /** The kind that the open chat is kept under. */
  mark: ChatKind = "unknown";
  thread: Draft["thread"];

  constructor(private readonly world: Pick<GuardWorld, "chatMark" | "chat" | "thread">) {}

  /** Looks at them; answers whether there is anything new. */
  look(surface: Surface): boolean {
    const { chat, thread } = this;
    this.mark = this.world.chatMark();
    this.chat = this.world.chat(surface);
    this.thread = this.world.thread(surface);
    return thread !== this.thread || JSON.stringify(chat) !== JSON.stringify(this.chat);
  }

  /** Nothing said in one chat counts in the next; it is looked at once the page is idle. */
  leave(): void {
    this.chat = NO_CHAT;
    this.thread = undefined;
  }
}
