// What a hold says, for the panel and for the live region alike.
import type { StringKey } from "../strings.ts";
import type { HoldView } from "./view.ts";

/** The name of a hold's title. */
export function titleOf(hold: HoldView): StringKey {
  return hold.phase === "held" ? `hold_${heldAs(hold)}_title` : `hold_${hold.phase}_title`;
}

/** The name of the sentence that says what to do next; undefined where the title says it. `reports`: errors may be reported. */
export function textOf(hold: HoldView, reports: boolean): StringKey | undefined {
  if (hold.phase === "clean") return undefined;
  if (hold.phase === "unchecked" && hold.starting) return "hold_starting_text";
  if (hold.phase !== "held") return `hold_${hold.phase}_text`;
  const action = heldAs(hold);
  return action === "block" && !reports ? "hold_block_alone" : `hold_${action}_text`;
}

/** The action of a held message; `note` holds nothing, so it reads as `warn`. */
export function heldAs({ action }: HoldView): "warn" | "justify" | "block" {
  return action === "note" ? "warn" : action;
}
