// What is kept of the employee's own doing, as this tab knows it: read at start, followed as it changes, changed by
// asking the background; and what the company set. Until the first reading nothing is ignored and defaults hold.
import type { ChatName, ChatRequest, KeepRequest } from "../protocol.ts";
import { type ChatNote, isChatId } from "../store/chats.ts";
import { companyKeys, readCompany } from "../store/company.ts";
import { type Change, changed, type Kept, keptKeys, nothing, outlived, readKept } from "../store/kept.ts";
import type { Phrase } from "../store/reasons.ts";
import { checksAt, type Effective, effective } from "../store/settings.ts";
import { dayOf } from "../store/values.ts";

/** What it needs of the browser; chrome.runtime.sendMessage and chrome.storage.local. */
export interface KeepingWorld {
  storage: Pick<chrome.storage.StorageArea, "get" | "onChanged">;
  ask(message: ChatRequest | KeepRequest): Promise<unknown>;
  today(): Date;
  /** What is kept changed, or the id of a chat came. */
  changed(): void;
}

const KEYS = [...keptKeys, ...companyKeys];

/** Kinds that a chat can be marked under: one that shows no mark of another is a person's, as far as the page tells. */
const kinds = ["unknown", "group", "channel"] as const satisfies ChatName["kind"][];

/** When an id that the background did not give may be asked for again, in milliseconds. */
const ASK_AGAIN_MS = 10_000;

export class Keeping {
  kept = nothing;
  /** What is wrong with what is kept: a part cannot be read and counts as empty, or the last change was not kept. */
  trouble: "corrupt" | "unkept" | undefined;
  private company = readCompany({});
  private settled: Effective = effective(this.company.policy, {}, {});
  private pauseEnds: ReturnType<typeof setTimeout> | undefined;
  /** Ids by chat, and when they were last asked for, in milliseconds since 1970; without one while it is asked for, or when it was not
   *  given. */
  private readonly ids = new Map<string, { id?: string; askedAt: number }>();

  constructor(private readonly world: KeepingWorld) {
    void this.read();
    world.storage.onChanged.addListener((changes) => {
      if (KEYS.some((key) => key in changes)) void this.read();
    });
  }

  get reasons(): readonly Phrase[] {
    return this.company.reasons;
  }

  get settings(): Effective["values"] {
    return this.settled.values;
  }

  /** Whether drafts are checked now. */
  get checks(): "on" | "off" | "paused" {
    return checksAt(this.settled, this.kept.choices, this.now());
  }

  dispose(): void {
    clearTimeout(this.pauseEnds);
  }

  /** What is kept of a chat, whether it is `opened` or only asked about. Its id is asked for once, and only where something is kept of any chat. */
  noteOf(chat: ChatName, opened = true): ChatNote | undefined {
    if (Object.keys(this.kept.chats).length === 0 || chat.title === "") return undefined;
    const name = nameOf(chat);
    if (this.asksFor(name)) void this.idOf(chat, opened).then(() => this.world.changed());
    return this.kept.chats[this.ids.get(name)?.id ?? ""];
  }

  /** Whether a chat of the same name but of another kind is marked personal, while nothing is known of this one: a person who became a
   *  group must be asked about anew. Nobody is asked about one without a mark, which any chat is for a moment after it was opened. */
  wasPersonal(chat: ChatName): boolean {
    const anyPersonal = Object.values(this.kept.chats).some(({ mark }) => mark === "personal");
    if (!anyPersonal || chat.kind === "unknown" || this.noteOf(chat)?.mark !== undefined) return false;
    return kinds.some(
      (kind) => kind !== chat.kind && this.noteOf({ ...chat, kind }, false)?.mark === "personal",
    );
  }

  /** The id of a chat; undefined when it has no name or the background gives none. */
  async idOf(chat: ChatName, opened = true): Promise<string | undefined> {
    const name = nameOf(chat);
    const known = this.ids.get(name)?.id;
    if (known || chat.title === "") return known;
    const askedAt = this.now();
    this.ids.set(name, { askedAt });
    const id = await this.world.ask({ kind: "chat", chat }).catch(() => undefined);
    if (!isChatId(id)) return undefined;
    this.ids.set(name, { id, askedAt });
    if (opened && this.kept.chats[id] && this.kept.chats[id].used !== this.day())
      void this.change({ do: "use", chat: id });
    return id;
  }

  /** Whether the id of a chat is to be asked for: not again at once where the background failed. */
  private asksFor(name: string): boolean {
    const known = this.ids.get(name);
    return !known || (known.id === undefined && this.now() - known.askedAt > ASK_AGAIN_MS);
  }

  /** Makes a change here at once, and for good. Answers whether it is kept; if not, it is as it was before. */
  async change(change: Change): Promise<boolean> {
    const before = this.kept;
    this.accept(changed(before, change, this.day(), this.settings.recordDays));
    const done = (await this.world.ask({ kind: "keep", change }).catch(() => false)) === true;
    if (!done && !(await this.read())) this.accept(before);
    if (!done || this.trouble === "unkept") this.troubled(done ? undefined : "unkept");
    return done;
  }

  /** Answers whether storage could be read: once the extension was updated under this tab it throws, not even a promise
   *  comes, and what is known stays. */
  private async read(): Promise<boolean> {
    try {
      const stored = await this.world.storage.get([...KEYS]);
      this.company = readCompany(stored);
      const { kept, corrupt } = readKept(stored);
      if (this.trouble !== "unkept") this.trouble = corrupt.length > 0 ? "corrupt" : undefined;
      if (Object.keys(kept.chats).length === 0) this.ids.clear(); // erased, perhaps, and ids with it
      this.accept(kept);
      return true;
    } catch {
      return false;
    }
  }

  private troubled(trouble: Keeping["trouble"]): void {
    this.trouble = trouble;
    this.world.changed();
  }

  private accept(kept: Kept): void {
    const { policy, rules } = this.company;
    this.settled = effective(policy, kept.choices, rules);
    this.kept = outlived(kept, this.day(), this.settings.recordDays);
    clearTimeout(this.pauseEnds);
    const left = (kept.choices.pausedUntil ?? 0) - this.now();
    if (left > 0) this.pauseEnds = setTimeout(() => this.world.changed(), left);
    this.world.changed();
  }

  private now(): number {
    return this.world.today().getTime();
  }

  private day(): string {
    return dayOf(this.world.today());
  }
}

function nameOf({ kind, title }: ChatName): string {
  return `${kind} ${title}`;
}
