// Whether an event on one of our parts is the user's own choice. The page may move, cover, fade or click our parts;
// a choice counts only if the event is trusted, the part has stood still with the same meaning for a while, nothing
// lies over it, and it is what the pointer points at.
import type { Rect } from "./view.ts";

/** How long a part must have been shown unchanged before an event on it counts, in milliseconds. */
export const SHOWN_MS = 400;

/** How far an edge may be from where it was last seen, in CSS pixels; layout rounds. */
const MOVED_PX = 1;

/** What the guard asks of the browser; unit tests bring their own. */
export interface Probe {
  /** Milliseconds on a clock that only goes forward. */
  now(): number;
  rect(part: Element): Rect;
  /** Whether `part` is topmost at this point of the viewport, in CSS pixels. */
  topmost(part: Element, x: number, y: number): boolean;
}

/** The members of an event that the guard reads. */
export type Gesture = Pick<Event, "isTrusted"> & { detail?: unknown; clientX?: number; clientY?: number };

interface Shown {
  identity: string;
  rect: Rect;
  since: number;
  covered: boolean;
}

/** Remembers since when each part has been shown with the same meaning at the same place. */
export class Trust {
  readonly #shown = new WeakMap<Element, Shown>();
  readonly #probe: Probe;
  #tampered = Number.NEGATIVE_INFINITY;

  constructor(probe: Probe) {
    this.#probe = probe;
  }

  /** Call after each render. Another identity (phase, finding, place) starts the time again. */
  shown(part: Element, identity: string): void {
    const known = this.#shown.get(part);
    if (known?.identity === identity) return;
    const { now, rect } = this.#probe;
    this.#shown.set(part, { identity, rect: rect(part), since: now(), covered: known?.covered ?? false });
  }

  /** The browser's word on whether something lies over the part or fades it; being uncovered starts the time again. */
  covered(part: Element, covered: boolean): void {
    const known = this.#shown.get(part);
    if (!known || known.covered === covered) return;
    known.covered = covered;
    known.since = this.#probe.now();
  }

  /** Somebody else changed something in our tree: the time of every part starts again. */
  tampered(): void {
    this.#tampered = this.#probe.now();
  }

  /** Whether the event may act on the part. A part that moved is refused and its time starts again. */
  accepts(event: Gesture, part: Element): boolean {
    const known = this.#shown.get(part);
    if (!event.isTrusted || !known || known.covered) return false;
    const now = this.#probe.now();
    const rect = this.#probe.rect(part);
    if (moved(known.rect, rect)) {
      known.rect = rect;
      known.since = now;
      return false;
    }
    const since = Math.max(known.since, this.#tampered);
    return now - since >= SHOWN_MS && (!byPointer(event) || this.#underPointer(event, part));
  }

  #underPointer(event: Gesture, part: Element): boolean {
    return this.#probe.topmost(part, event.clientX ?? -1, event.clientY ?? -1);
  }
}

/** A click made by a key or by assistive technology has a click count of 0 and no meaningful place. */
function byPointer(event: Gesture): boolean {
  return typeof event.detail === "number" && event.detail > 0;
}

function moved(a: Rect, b: Rect): boolean {
  return (["left", "top", "right", "bottom"] as const).some((edge) => Math.abs(a[edge] - b[edge]) > MOVED_PX);
}
