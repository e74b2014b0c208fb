// Steps of a presentation, by buttons and by the keys that a presenter's remote control presses.
import { useEffect, useState } from "preact/hooks";

const FORWARD = ["ArrowRight", "PageDown"];
const BACK = ["ArrowLeft", "PageUp"];

/** The step, from 0, and how to go to another; after the last one `onward` is called. */
export function useSteps(count: number, onward: () => void): { step: number; go: (to: number) => void } {
  const [step, setStep] = useState(0);
  const go = (to: number) => (to >= count ? onward() : setStep(Math.max(to, 0)));
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const by = FORWARD.includes(event.key) ? 1 : BACK.includes(event.key) ? -1 : 0;
      if (by === 0 || isTaken(event)) return;
      event.preventDefault();
      go(step + by);
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [step]);
  return { step, go };
}

/** Keys with a modifier, and those typed into something, mean something else. */
function isTaken({ target, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean {
  const typed =
    target instanceof HTMLElement && (target.isContentEditable || target.matches("input, select, textarea"));
  return typed || altKey || ctrlKey || metaKey || shiftKey;
}
