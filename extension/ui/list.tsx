// All findings of the draft, opened from the chip. The list is in the page whenever there are findings, hidden while
// closed, so that what was found can be read by name.
import type { VNode } from "preact";
import type { Finding } from "../../wasm/linter/engine.d.ts";
import { writtenLocale } from "../strings.ts";
import { CloseButton } from "./buttons.tsx";
import { stateText } from "./chip.tsx";
import { Icon } from "./icons.tsx";
import { Marks } from "./marks.tsx";
import { panelOf } from "./parts.ts";
import { placeList } from "./place.ts";
import type { Ui } from "./ui.ts";

/** The list of findings, the state of the checking and the rules' version. */
export function List({ ui }: { ui: Ui }): VNode {
  const { view } = ui;
  return (
    <section
      data-part="list"
      class="panel"
      aria-label={ui.t("list_title")}
      hidden={panelOf(view) !== "list"}
      style={placeList(view, ui.viewport)}
    >
      <header>
        <h2 dir="auto">
          {view.findings.length > 0 ? ui.plural("findings", view.findings.length) : "Bonton"}
        </h2>
        <CloseButton ui={ui} run={() => ui.actions.toggleList()} />
      </header>
      {view.findings.length > 0 ? (
        <ul class="body">
          {view.findings.map((finding, index) => (
            <Row key={index} ui={ui} index={index} finding={finding} />
          ))}
        </ul>
      ) : (
        view.chip?.state === "ready" && <p class="lead">{ui.t("list_empty")}</p>
      )}
      {view.truncated && <p class="lead">{ui.t("list_truncated")}</p>}
      {view.chat && <Marks ui={ui} chat={view.chat} />}
      <footer>
        {view.chip && <span dir="auto">{stateText(ui, view.chip)}</span>}
        {view.bundle && <span dir="auto">{bundleText(ui)}</span>}
      </footer>
    </section>
  );
}

function Row({ ui, index, finding }: { ui: Ui; index: number; finding: Finding }): VNode {
  return (
    <li>
      <button
        type="button"
        class="row"
        data-act="open"
        data-rule={finding.rule}
        data-start={finding.start}
        data-end={finding.end}
        data-action={finding.action}
        onClick={ui.guarded(() => ui.actions.open(index))}
      >
        <Icon glyph={finding.action} />
        <span class="words" dir="auto" lang={writtenLocale(ui.view.locale)}>
          {finding.message}
          <small>{ui.t(`action_${finding.action}`)}</small>
        </span>
      </button>
    </li>
  );
}

function bundleText(ui: Ui): string {
  const { bundle } = ui.view;
  return bundle ? ui.t("bundle_version", bundle.version, ui.t(`bundle_${bundle.state}`)) : "";
}
