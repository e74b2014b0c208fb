// Steps of a presentation, by buttons and by the keys that a presenter's remote control presses.
import { useEffect, useState } from "preact/hooks";

const FORWARD = ["ArrowRight", "PageDown"];
const BACK = ["ArrowLeft", "PageUp"];

/** The step, from 0, and how to go to another. */
export function useSteps(count: number): { step: number; go: (to: number) => void } {
  const [step, setStep] = useState(0);
  const go = (to: number) => setStep(Math.min(Math.max(to, 0), count - 1));
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const by = FORWARD.includes(event.key) ? 1 : BACK.includes(event.key) ? -1 : 0;
      if (by === 0 || isTaken(event)) return;
      event.preventDefault();
      setStep((now) => Math.min(Math.max(now + by, 0), count - 1));
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [count]);
  return { step, go };
}

/** Keys with a modifier, and those typed into something, mean something else. */
function isTaken({ target, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean {
  const typed =
    target instanceof HTMLElement && (target.isContentEditable || target.matches("input, select, textarea"));
  return typed || altKey || ctrlKey || metaKey || shiftKey;
}
