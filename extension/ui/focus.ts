// Who has the focus. Only the `justify` dialog takes it; whatever took it gives it back, and focus never falls to the
// body because a part went away.
import { isDialog, type PartName, panelOf } from "./parts.ts";
import type { View } from "./view.ts";

const focusable = "button:not(:disabled), a[href]";

/** Follows the focus in and out of our parts. */
export class Focus {
  readonly #root: ShadowRoot;
  #page: HTMLElement | undefined;
  #dialog = false;

  constructor(root: ShadowRoot) {
    this.#root = root;
    root.addEventListener("focusin", (event) => this.#entered(event as FocusEvent));
  }

  /** Call after each render, with the element of ours that had the focus before it. */
  follow(before: Element | null, view: View): void {
    const dialog = isDialog(view);
    const opened = dialog && !this.#dialog;
    const closed = !dialog && this.#dialog;
    this.#dialog = dialog;
    const panel = panelOf(view);
    if (opened) this.#part("hold")?.focus({ preventScroll: true });
    else if (closed && before) this.back();
    else if (before && isGone(before) && !this.#onward(before, panel)) this.back();
  }

  /** Moves the focus into a part: to the dialog or button that it is, else to a hold's first way on, else to its first
   *  button. Answers whether it could. */
  into(name: PartName): boolean {
    const part = this.#part(name);
    const target = part && targetIn(part);
    target?.focus({ preventScroll: true });
    return !!target && this.#root.activeElement === target;
  }

  /** Where the focus goes from a part that is gone: to the reason that was asked for, which a screen reader then reads, or
   *  else into the panel. Answers whether it could. */
  #onward(gone: Element, panel: PartName | undefined): boolean {
    if (!panel) return false;
    const asked = gone.getAttribute("data-act") === "why";
    const reason = asked ? this.#part(panel)?.querySelector<HTMLElement>(".why") : undefined;
    reason?.focus();
    return reason ? true : this.into(panel);
  }

  /** Gives the focus back to the element of the page it came from. */
  back(): void {
    const active = this.#root.activeElement as HTMLElement | null;
    if (this.#page?.isConnected) this.#page.focus({ preventScroll: true });
    else active?.blur();
  }

  #entered({ relatedTarget }: FocusEvent): void {
    const from = relatedTarget as HTMLElement | null;
    if (from && !this.#root.contains(from)) this.#page = from;
  }

  #part(name: PartName): HTMLElement | null {
    return this.#root.querySelector<HTMLElement>(`[data-part=${name}]`);
  }
}

/** The cross of a hold gives the send up, so Enter after the shortcut must not meet it where there is another way. */
function targetIn(part: HTMLElement): HTMLElement | null {
  if (part.matches("button, [tabindex='-1']")) return part;
  return part.querySelector<HTMLElement>(".actions button") ?? part.querySelector<HTMLElement>(focusable);
}

/** Removed, hidden or disabled; browsers differ in when they take the focus off what is hidden. */
function isGone(element: Element): boolean {
  return !element.isConnected || element.closest("[hidden], :disabled") !== null;
}
