// What every part is given: the view, its words, the viewport, and the one way to let a gesture act.
import { plural, type StringKey, t } from "../strings.ts";
import type { Size } from "./place.ts";
import type { Trust } from "./trust.ts";
import type { Actions, View } from "./view.ts";

/** Handles a gesture on a button. */
export type Handler = (event: Event) => void;

export interface Ui {
  readonly view: View;
  readonly viewport: Size;
  readonly actions: Actions;
  /** A message in the view's locale. */
  t(key: StringKey, ...values: (string | number)[]): string;
  /** A counted message in the view's locale. */
  plural(key: string, count: number): string;
  /** A click handler that runs only what the user did on a part shown long enough, and uncovered. */
  guarded(run: () => void): Handler;
}

/** Binds a view to its words and its guard. */
export function uiOf(view: View, viewport: Size, actions: Actions, trust: Trust): Ui {
  return {
    view,
    viewport,
    actions,
    t: (key, ...values) => t(view.locale, key, ...values),
    plural: (key, count) => plural(view.locale, key, count),
    guarded: (run) => (event) => {
      const part = (event.currentTarget as Element).closest("[data-part]");
      if (part && trust.accepts(event as UIEvent, part)) run();
    },
  };
}
