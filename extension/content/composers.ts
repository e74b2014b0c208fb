// Knows the composers on the page and keeps a guard for each: new ones are found when the page changes, those taken
// away are let go. Mutations inside a composer are its draft; the rest of the page is looked over when it is idle.
import type { Guard } from "./guard.ts";
import { composerAround, findComposers } from "./whatsapp.ts";

/** The page is looked over at the latest so long after it changed, in milliseconds. */
const SCAN_MS = 200;

export class Composers {
  private readonly guards = new Map<HTMLElement, { guard: Guard; watch: MutationObserver }>();
  private readonly page = new MutationObserver((records) => this.pageChanged(records));
  private pending = false;
  private disposed = false;

  constructor(
    private readonly create: (composer: HTMLElement) => Guard,
    private readonly lost: (guard: Guard) => void,
    /** The page was looked over: things may stand elsewhere on it, whatever the guards found. */
    private readonly looked: () => void,
  ) {
    this.page.observe(document, { childList: true, subtree: true });
    this.scan();
  }

  /** The guard of a composer; one just seen gets its guard here. */
  guardOf(composer: HTMLElement): Guard {
    return this.guards.get(composer)?.guard ?? this.adopt(composer);
  }

  all(): Guard[] {
    return Array.from(this.guards.values(), ({ guard }) => guard);
  }

  /** Something on the page that no composer shows may be another by now: looks over it when there is time. */
  lookSoon(): void {
    if (this.pending || this.disposed) return;
    this.pending = true;
    whenIdle(() => {
      this.pending = false;
      if (!this.disposed) this.scan();
    });
  }

  dispose(): void {
    this.disposed = true;
    this.page.disconnect();
    for (const composer of [...this.guards.keys()]) this.release(composer);
  }

  private adopt(composer: HTMLElement): Guard {
    const guard = this.create(composer);
    const watch = new MutationObserver(() => guard.redrawn());
    watch.observe(composer, { childList: true, characterData: true, subtree: true });
    this.guards.set(composer, { guard, watch });
    return guard;
  }

  /** The page took a composer away, and what was held in it. */
  private taken(composer: HTMLElement): void {
    this.guards.get(composer)?.guard.leave();
    this.release(composer);
  }

  private release(composer: HTMLElement): void {
    const known = this.guards.get(composer);
    this.guards.delete(composer);
    known?.watch.disconnect();
    if (known) this.lost(known.guard);
  }

  private pageChanged(records: MutationRecord[]): void {
    if (!this.pending && !records.every(({ target }) => composerAround(target))) this.lookSoon();
  }

  /** Finds what came and what went; the same composer may have got another chat. */
  private scan(): void {
    const found = new Set(findComposers());
    for (const composer of [...this.guards.keys()]) if (!found.has(composer)) this.taken(composer);
    for (const composer of found) this.guardOf(composer).lookAround();
    this.looked();
  }
}

function whenIdle(act: () => void): void {
  if ("requestIdleCallback" in window) requestIdleCallback(act, { timeout: SCAN_MS });
  else setTimeout(act, SCAN_MS);
}
