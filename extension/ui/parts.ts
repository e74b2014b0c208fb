// Which parts a view shows, and what each of them means. One panel is open at a time: the hold before the card, the
// card before the list, the list before a notice.
import type { Finding } from "../../wasm/linter/engine.d.ts";
import type { Size } from "./place.ts";
import type { View } from "./view.ts";

/** Every part, as its `data-part` says. */
export type PartName = "chip" | "list" | "card" | "hold" | "notice";

/** The panel to open, if any. */
export function panelOf(view: View): Exclude<PartName, "chip"> | undefined {
  if (view.hold) return "hold";
  if (view.card && view.findings[view.card.finding]) return "card";
  if (view.list && view.chip) return "list";
  return view.notice && "notice";
}

/** Whether the hold is the dialog that takes the focus. */
export function isDialog(view: View): boolean {
  return view.hold?.action === "justify" && view.hold.phase === "held";
}

/** What a part means and where it stands; when it changes, the guard's time starts again. */
export function identityOf(part: PartName, view: View): string {
  return JSON.stringify([part, place(view), ...meaning(part, view)]);
}

function meaning(part: PartName, view: View): unknown[] {
  const { chip, card, hold, findings } = view;
  if (part === "chip") return [chip?.left, chip?.top, findings.length, view.bundle?.version];
  if (part === "list") return [panelOf(view), view.chat?.mark, findings.map(nameOf)];
  if (part === "notice") return [view.notice];
  if (part === "card") return [card?.finding, findings.map(nameOf), card?.why, card?.reported, card?.anchor];
  const remark = hold?.remark?.problems; // to write one changes nothing of what the buttons do
  return [{ ...hold, remark }, findings.map(nameOf)];
}

/** What is drawn of a view, for whether another looks the same. The draft's own words are drawn beside fixes alone. */
export function pictureOf({ text, ...view }: View, viewport: Size): string {
  const panel = panelOf(view);
  return JSON.stringify([view, viewport, panel === "card" || panel === "hold" ? text : ""]);
}

function place(view: View): unknown[] {
  const { composer, locale, dir } = view;
  return [composer?.top, composer?.left, composer?.right, locale, dir];
}

function nameOf({ rule, start, end, message, fixes }: Finding): string {
  return [rule, start, end, message, ...fixes.map((fix) => fix.title)].join(" ");
}
