// Makes one decision of the many events of one press on a send control: pointerdown, mousedown, touchstart, …, click.
// All of them are stopped when the press is held, since what the page listens to is not known and may change.

/** The events of a press that a page may send on, in their order. */
export const PRESS_EVENTS = [
  "pointerdown",
  "touchstart",
  "mousedown",
  "pointerup",
  "touchend",
  "mouseup",
  "click",
] as const;

const FIRST = new Set(["pointerdown", "touchstart", "mousedown"]);

/** What a press needs to know of the draft it would send. */
export interface Pressed {
  /** Decides; answers whether the event goes on. What it lets go is spent now, or with a click to come (`begins`). */
  attempt(repeat: boolean, begins: boolean): boolean;
  /** The click of a press that goes on. */
  complete(): void;
  /** Whether the draft would go without a hold. */
  isFree(): boolean;
  /** The draft's text now. */
  text(): string;
}

interface Press {
  control: Element;
  trusted: boolean;
  passes: boolean;
  text: string;
}

/** Follows presses, one at a time. */
export class Gesture {
  private press: Press | undefined;
  /** Whether the key that presses a focused button is being held down. */
  keyRepeats = false;

  /** Whether this event of a press on `control` goes on. */
  passes(event: Event, control: Element, draft: Pressed): boolean {
    if (isSecondary(event)) return draft.isFree();
    const press = this.current(event, control);
    const clicked = event.type === "click";
    if (clicked) this.press = undefined;
    if (press && !press.passes) return false;
    if (press && press.text === draft.text()) {
      if (clicked) draft.complete();
      return true;
    }
    // A first event, a click with no press before it (a key or a script), or a draft that changed during the press.
    return this.begin(event, control, draft);
  }

  /** The press this event belongs to. A script's event never rides on a real press, nor the other way round. */
  private current(event: Event, control: Element): Press | undefined {
    const { press } = this;
    if (!press || press.control !== control || press.trusted !== event.isTrusted) return undefined;
    if (event.type === "pointerdown") return undefined;
    return isKeyClick(event) ? undefined : press;
  }

  private begin(event: Event, control: Element, draft: Pressed): boolean {
    if (!FIRST.has(event.type) && event.type !== "click") return true;
    const text = draft.text();
    const begins = event.type !== "click";
    const passes = draft.attempt(isKeyClick(event) && this.keyRepeats, begins);
    if (begins) this.press = { control, trusted: event.isTrusted, passes, text };
    return passes;
  }
}

/** A press of another button than the first is no click: it decides nothing, but a page that would send on it gets nothing held. */
function isSecondary(event: Event): boolean {
  return ((event as MouseEvent).button ?? 0) > 0;
}

/** A click made by Enter or Space on the focused button has no pointer behind it. */
function isKeyClick(event: Event): boolean {
  return event.type === "click" && (event as MouseEvent).detail === 0;
}
