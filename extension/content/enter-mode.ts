// Learns whether Enter alone sends or breaks the line. WhatsApp's setting is not in the DOM, so what a passed Enter
// does is watched: an emptied composer was a send, the same text with one more line a line break. Kept per browser profile.
import type { EnterMode } from "../protocol.ts";

const STORAGE_KEY = "enterMode";

/** How long after an Enter a change of the draft may still be its effect, in milliseconds. */
const EFFECT_MS = 1_000;

/** The parts of a key event that decide; what an Enter key press would do. */
export interface EnterKey {
  ctrlKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  metaKey: boolean;
}

/** Whether an Enter with these modifiers sends. WhatsApp's rule (seen 2026): with "Enter is send" only Ctrl, Alt and
 *  Shift break the line; without it any modifier sends. */
export function enterSends(key: EnterKey, mode: EnterMode): "yes" | "no" | "maybe" {
  const sendsIfOn = !(key.ctrlKey || key.altKey || key.shiftKey);
  const sendsIfOff = key.ctrlKey || key.altKey || key.shiftKey || key.metaKey;
  if (sendsIfOn === sendsIfOff) return sendsIfOn ? "yes" : "no";
  if (mode === "unknown") return "maybe";
  return (mode === "sends" ? sendsIfOn : sendsIfOff) ? "yes" : "no";
}

/** What an Enter that was let through tells, given what the draft became. */
export function learnt(
  key: EnterKey,
  before: { text: string; blocks: number },
  after: { text: string; blocks: number },
): EnterMode | undefined {
  if (before.text === "") return undefined;
  const sent = after.text === "" && after.blocks <= 1; // more lines are left of a selection that was typed over
  const broke = after.blocks === before.blocks + 1 && inOneLine(after.text) === inOneLine(before.text);
  if (sent === broke) return undefined;
  const sendsIfOn = enterSends(key, "sends") === "yes";
  const sendsIfOff = enterSends(key, "breaks") === "yes";
  if (sendsIfOn === sendsIfOff) return undefined;
  return sent === sendsIfOn ? "sends" : "breaks";
}

/** A text but for its line breaks. */
function inOneLine(text: string): string {
  return text.replaceAll("\n", "");
}

/** A draft as it was seen. */
export interface SeenDraft {
  text: string;
  blocks: number;
  /** Where it stands: in another composer, or another chat, it is another draft. */
  composer: object;
  chat: string;
}

/** The mode of this profile: read at start, learnt from use, stored, and followed in other tabs. */
export class EnterModeMemory {
  mode: EnterMode = "unknown";
  private passed: { key: EnterKey; before: SeenDraft; at: number } | undefined;

  constructor(private readonly storage: chrome.storage.StorageArea) {
    void this.read();
    storage.onChanged.addListener((changes) => {
      const change = changes[STORAGE_KEY];
      if (change) this.accept(change.newValue);
    });
  }

  /** An Enter was let through; the next change of the draft shows what it did. */
  watch(key: EnterKey, before: SeenDraft, at: number): void {
    const { ctrlKey, altKey, shiftKey, metaKey } = key;
    this.passed = { key: { ctrlKey, altKey, shiftKey, metaKey }, before, at };
  }

  /** Something else was done that may change the draft: what comes now is not the Enter's effect. */
  unwatch(): void {
    this.passed = undefined;
  }

  /** A draft was read, perhaps another one, perhaps unchanged. */
  observe(after: SeenDraft, at: number): void {
    const { passed } = this;
    if (!passed || passed.before.composer !== after.composer || isSame(passed.before, after)) return;
    this.passed = undefined;
    if (passed.before.chat !== after.chat || at - passed.at > EFFECT_MS) return;
    const mode = learnt(passed.key, passed.before, after);
    if (mode && mode !== this.mode) this.learn(mode);
  }

  /** One effect that speaks against what is known may be chance (a reply that is sent as it is picked): it makes it unknown,
   *  so that flagged drafts are held on both keys; the next effect settles it. */
  private learn(mode: EnterMode): void {
    this.mode = this.mode === "unknown" ? mode : "unknown";
    this.store(this.mode).catch(() => undefined);
  }

  /** An extension update takes the storage away, and then its calls throw: the mode is learnt again. */
  private async store(mode: EnterMode): Promise<void> {
    await this.storage.set({ [STORAGE_KEY]: mode });
  }

  private async read(): Promise<void> {
    const stored = await this.stored();
    if (this.mode === "unknown") this.accept(stored[STORAGE_KEY]);
  }

  /** Nothing where storage cannot be read: it throws once the extension was updated under this tab. */
  private async stored(): Promise<Record<string, unknown>> {
    try {
      return await this.storage.get(STORAGE_KEY);
    } catch {
      return {};
    }
  }

  private accept(value: unknown): void {
    this.mode = value === "sends" || value === "breaks" ? value : "unknown";
  }
}

function isSame(a: SeenDraft, b: SeenDraft): boolean {
  return a.text === b.text && a.blocks === b.blocks && a.chat === b.chat;
}
