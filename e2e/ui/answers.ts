// Answers the interface as the owner of a draft would, so that the gallery can be tried by hand, and notes each call.
import type { Actions, View } from "../../extension/ui/view.ts";
import type { Scene } from "./states.ts";
import { sampleOf } from "./words.ts";

/** Actions that note themselves in `calls` and draw the view that follows. */
export function answering(
  scene: Scene,
  calls: string[],
  view: () => View,
  draw: (view: View) => void,
): Actions {
  const { why } = sampleOf(scene.locale);
  const note = (name: string, ...values: (string | number)[]) => calls.push(`${name}(${values.join(", ")})`);
  const arm = () => {
    const { hold } = view();
    if (hold) draw({ ...view(), hold: { ...hold, phase: "armed" } });
  };
  return {
    fix: (finding, fix) => note("fix", finding, fix),
    edit: (finding) => {
      note("edit", finding);
      draw(alone(view()));
    },
    sendAnyway: () => {
      note("sendAnyway");
      arm();
    },
    justify: (reason) => {
      note("justify", reason);
      arm();
    },
    report: (finding) => {
      note("report", finding);
      const { hold } = view();
      if (hold) draw({ ...view(), hold: { ...hold, reported: true } });
    },
    ignore: (finding, scope) => note("ignore", finding, scope),
    why: (finding) => {
      note("why", finding);
      const { card, hold } = view();
      draw({
        ...view(),
        ...(card ? { card: { ...card, why } } : {}),
        ...(hold ? { hold: { ...hold, why } } : {}),
      });
    },
    open: (finding) => {
      note("open", finding);
      draw(opened(scene, view(), finding));
    },
    toggleList: () => {
      note("toggleList");
      draw({ ...alone(view()), list: !view().list });
    },
    close: () => {
      note("close");
      draw(alone(view()));
    },
  };
}

/** The view with everything closed. */
function alone(view: View): View {
  const { card: _card, hold: _hold, ...rest } = view;
  return { ...rest, list: false };
}

function opened(scene: Scene, view: View, index: number): View {
  const { card: _card, ...rest } = view;
  const finding = view.findings[index];
  if (!finding) return rest;
  return { ...rest, card: { finding: index, anchor: scene.anchor(finding.start, finding.end) } };
}
