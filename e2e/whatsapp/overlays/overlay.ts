/** What the overlays share: they cover the page, live inside `#app`, and close on sending, on Escape or by their button. */
import { onClick } from "../delegate.ts";
import { h, icon } from "../dom.ts";
import { labels } from "../env.ts";
import { createField, type Field, type FieldSpec, fieldOf } from "../field.ts";

/** A live overlay. */
export interface Overlay {
  field: Field;
  element: HTMLElement;
  close(): void;
}

/** How an overlay is built around its field. */
export interface OverlaySpec extends FieldSpec {
  build(field: Field, closeButton: HTMLElement): HTMLElement;
}

/** Opens an overlay, closing an older one of the same surface. */
export function openOverlay(spec: OverlaySpec): Overlay {
  closeOverlay(spec.surface);
  const closer = h("button", { cls: "round", "aria-label": labels.close }, icon("close", "x-alt"));
  const close = () => {
    field.destroy();
    element.remove();
    open.delete(spec.surface);
  };
  const field = createField({
    ...spec,
    sent: (text) => {
      close();
      spec.sent(text);
    },
  });
  const element = spec.build(field, onClick(closer, close));
  element.addEventListener("keydown", (event) => {
    if ((event as KeyboardEvent).key === "Escape" && !event.defaultPrevented) close();
  });
  document.querySelector("#app")?.append(element);
  open.set(spec.surface, close);
  field.editor.focus();
  return { field, element, close };
}

const open = new Map<string, () => void>();

/** Closes the overlay of a surface, if open. */
export function closeOverlay(surface: string): void {
  open.get(surface)?.();
}

/** Closes every overlay. */
export function closeOverlays(): void {
  for (const close of [...open.values()]) close();
}

/** Whether the field is still there: clicks may come late. */
export function liveField(field: Field): () => Field | undefined {
  return () => (fieldOf(field.surface) === field ? field : undefined);
}
