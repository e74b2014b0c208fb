// The chip at the composer: what the checking does, and how many findings there are.
import type { VNode } from "preact";
import { Icon } from "./icons.tsx";
import { panelOf } from "./parts.ts";
import type { Ui } from "./ui.ts";
import type { View } from "./view.ts";

type ChipView = NonNullable<View["chip"]>;

/** A small pill; a click opens or closes the list. */
export function Chip({ ui, chip }: { ui: Ui; chip: ChipView }): VNode {
  const count = ui.view.findings.length;
  const name = chipName(ui, chip);
  return (
    <button
      type="button"
      data-part="chip"
      class="chip"
      data-verdict={chip.verdict}
      data-state={chip.state}
      style={{ left: `${chip.left}px`, top: `${chip.top}px` }}
      aria-label={name}
      title={name}
      aria-expanded={panelOf(ui.view) === "list"}
      onClick={ui.guarded(() => ui.actions.toggleList())}
    >
      <Face chip={chip} />
      {count > 0 && <span class="count">{count}</span>}
    </button>
  );
}

/** The state in words, with the owner's detail where there is one. */
export function stateText(ui: Ui, chip: ChipView): string {
  const state = ui.t(`state_${chip.state}`);
  return chip.detail ? `${state} (${chip.detail})` : state;
}

function chipName(ui: Ui, chip: ChipView): string {
  const count = ui.view.findings.length;
  const state = stateText(ui, chip);
  return count > 0
    ? ui.t("chip_name_counted", state, ui.plural("findings", count))
    : ui.t("chip_name", state);
}

/** The verdict's glyph while it holds; any trouble with the checking itself goes before. A check that answers at once
 * leaves the last verdict in sight, so that nothing flickers while typing. */
function Face({ chip: { state, verdict } }: { chip: ChipView }): VNode {
  if (state !== "checking") return <Icon glyph={state === "ready" ? verdict : state} />;
  return (
    <span class="late">
      <Icon glyph={verdict} />
      <Icon glyph="checking" />
    </span>
  );
}
