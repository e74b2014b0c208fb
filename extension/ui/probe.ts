// The browser's side of the trust guard: places, what lies at a point, and what lies over a part.
import type { Probe, Trust } from "./trust.ts";

/** Reads the document that `root` stands in. */
export function probeOf(root: ShadowRoot, now: () => number): Probe {
  return {
    now,
    rect: (part) => {
      const { left, top, right, bottom } = part.getBoundingClientRect();
      return { left, top, right, bottom };
    },
    topmost: (part, x, y) =>
      root.ownerDocument.elementFromPoint(x, y) === root.host && part.contains(root.elementFromPoint(x, y)),
  };
}

/** How often Chromium looks again, in milliseconds; the least it allows. */
const LOOK_MS = 100;

/** Watches parts for covers and fades. */
export interface CoverWatch {
  watch(parts: readonly Element[]): void;
  dispose(): void;
}

/**
 * Tells the guard when the page covers or fades a part: an opaque layer without pointer events escapes
 * elementFromPoint, but not IntersectionObserver v2. Where that does not exist (Firefox) nothing is told.
 */
export function watchCovers(trust: Trust): CoverWatch {
  if (!("isVisible" in IntersectionObserverEntry.prototype)) return { watch() {}, dispose() {} };
  const options: IntersectionObserverInit & { delay: number; trackVisibility: boolean } = {
    delay: LOOK_MS,
    trackVisibility: true,
    threshold: [0, 1],
  };
  const observer = new IntersectionObserver((entries) => {
    for (const entry of entries) trust.covered(entry.target, entry.isIntersecting && !isVisible(entry));
  }, options);
  let watched = new Set<Element>();
  return {
    watch(parts) {
      const next = new Set(parts);
      for (const part of watched) if (!next.has(part)) observer.unobserve(part);
      for (const part of next) if (!watched.has(part)) observer.observe(part);
      watched = next;
    },
    dispose: () => observer.disconnect(),
  };
}

function isVisible(entry: IntersectionObserverEntry): boolean {
  return (entry as IntersectionObserverEntry & { isVisible: boolean }).isVisible;
}
