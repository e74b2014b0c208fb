// Underlines findings by CSS custom highlights: ranges beside the DOM, so the editor's content stays untouched.
// Ranges are rebuilt from offsets with every report, since a Range collapses when Lexical splits its text node.
import type { Action, Finding } from "../../wasm/linter/engine.d.ts";
import type { Guard } from "./guard.ts";

const ACTIONS: readonly Action[] = ["note", "warn", "justify", "block"];

/** What becomes of a draft's underlines: drawn as its report says, kept until the answer comes that puts them right, or taken
 *  away where none comes. */
export function fateOf(
  { report, error, reading }: Pick<Guard, "report" | "error" | "reading">,
  engineReady: boolean,
): "show" | "keep" | "clear" {
  if (report || reading.text === "") return "show";
  return engineReady && !error ? "keep" : "clear";
}

/** The underlines of all composers; a highlight's name is global to the page, so they share the four of them. */
export class Underlines {
  private readonly ranges = new Map<object, Map<Action, Range[]>>();

  /** Shows the findings of one composer in place of its earlier ones. */
  show(owner: object, findings: readonly Finding[], rangeOf: (finding: Finding) => Range | undefined): void {
    const byAction = new Map<Action, Range[]>();
    for (const finding of findings) {
      const { action } = finding;
      const range = rangeOf(finding);
      if (!range) continue;
      const same = byAction.get(action);
      if (same) same.push(range);
      else byAction.set(action, [range]);
    }
    const before = this.ranges.get(owner);
    this.ranges.set(owner, byAction);
    this.draw(new Set([...(before?.keys() ?? []), ...byAction.keys()]));
  }

  /** Removes the underlines of one composer. */
  clear(owner: object): void {
    const before = this.ranges.get(owner);
    if (this.ranges.delete(owner) && before) this.draw(new Set(before.keys()));
  }

  /** Removes everything. */
  dispose(): void {
    this.ranges.clear();
    this.draw(new Set(ACTIONS));
  }

  private draw(actions: Set<Action>): void {
    for (const action of actions) {
      const ranges = [...this.ranges.values()].flatMap((byAction) => byAction.get(action) ?? []);
      if (ranges.length > 0) CSS.highlights.set(`bonton-${action}`, new Highlight(...ranges));
      else CSS.highlights.delete(`bonton-${action}`);
    }
  }
}
