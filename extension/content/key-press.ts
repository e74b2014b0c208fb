// A send control that the keyboard presses. The page may answer the key with a click of its own making (`element.click()`, 2026), which
// is the user's press still: the one click made while that very key event is under way, on that very control.

/** A key of the user's on a control. */
export interface KeyOnControl {
  key: KeyboardEvent;
  control: Element;
  /** The draft that the key was let go with; undefined where nothing is decided before the click. */
  text: string | undefined;
}

export class KeyPress {
  private press: KeyOnControl | undefined;

  /** The user's key goes down on a control. */
  begin(press: KeyOnControl): void {
    this.press = press;
  }

  /** The same key is told as typed (keypress), which comes right behind. */
  typed(key: KeyboardEvent): void {
    const { press } = this;
    if (press && key.isTrusted && press.control.contains(key.target as Node)) this.press = { ...press, key };
    else if (key.isTrusted) this.press = undefined;
  }

  /** The key that a script's click on a control is made of, once. An event that is over has no phase (DOM: NONE is 0). */
  take(click: Event, control: Element): KeyOnControl | undefined {
    const { press } = this;
    if (!press || click.isTrusted || click.type !== "click") return undefined;
    if (press.control !== control || press.key.eventPhase === 0) return undefined;
    this.press = undefined;
    return press;
  }

  /** The key was stopped, or is another. */
  end(): void {
    this.press = undefined;
  }
}
