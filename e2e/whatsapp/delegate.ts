/**
 * React-style delegated clicks: one listener on the app root, handlers found by walking up from the target
 * [React root delegation; MOD-B: the Send handler is a plain `onClick`, nothing checks `isTrusted`].
 */
import { options } from "./env.ts";

type Handler = (event: MouseEvent) => void;

const handlers = new WeakMap<Element, Handler>();

/** Gives `element` a click handler and returns it. */
export function onClick<E extends Element>(element: E, handler: Handler): E {
  handlers.set(element, handler);
  return element;
}

function isDisabled(element: Element): boolean {
  return element instanceof HTMLButtonElement
    ? element.disabled
    : element.getAttribute("aria-disabled") === "true";
}

function dispatch(event: MouseEvent, root: Element): void {
  let element = event.target instanceof Element ? event.target : null;
  while (element !== null && element !== root) {
    const handler = handlers.get(element);
    if (handler !== undefined) {
      if (!isDisabled(element)) handler(event);
      return;
    }
    element = element.parentElement;
  }
}

function pressed(event: KeyboardEvent): HTMLElement | null {
  const { key, target } = event;
  if (!(target instanceof HTMLElement) || target instanceof HTMLButtonElement) return null;
  const wanted = key === "Enter" || key === " ";
  return wanted && target.getAttribute("role") === "button" ? target : null;
}

/** Starts delegation on the app root; Enter and Space also press `role="button"` elements that are no real buttons. */
export function delegateFrom(root: Element): void {
  root.addEventListener("click", (event) => dispatch(event as MouseEvent, root));
  root.addEventListener("keydown", (event) => {
    const button = pressed(event as KeyboardEvent);
    if (button === null) return;
    event.preventDefault();
    if (options.buttonKeys === "click") button.click();
    else handlers.get(button)?.(event as unknown as MouseEvent);
  });
}
