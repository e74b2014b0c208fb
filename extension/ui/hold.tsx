// The panel of a hold, above the composer: why the message waits and every way on. Bonton never sends; the way on is
// always the user's own next Enter or click on Send.
import type { VNode } from "preact";
import type { Finding } from "../../wasm/linter/engine.d.ts";
import { type StringKey, writtenLocale } from "../strings.ts";
import { CloseButton } from "./buttons.tsx";
import { Fixes } from "./fixes.tsx";
import { HoldActions, Reasons } from "./hold-actions.tsx";
import { heldAs, textOf, titleOf } from "./hold-words.ts";
import { type Glyph, Icon } from "./icons.tsx";
import { isDialog } from "./parts.ts";
import { placeHold } from "./place.ts";
import { Reason } from "./reason.tsx";
import type { Ui } from "./ui.ts";
import type { HoldView } from "./view.ts";

/** A quiet region, or for `justify` the one dialog that takes the focus. */
export function Hold({ ui, hold }: { ui: Ui; hold: HoldView }): VNode {
  const dialog = isDialog(ui.view);
  const finding = shownFinding(ui, hold);
  return (
    <section
      data-part="hold"
      class="panel"
      data-action={hold.action}
      data-phase={hold.phase}
      role={dialog ? "alertdialog" : "region"}
      aria-labelledby="hold-title"
      aria-describedby="hold-message hold-lead"
      tabIndex={dialog ? -1 : undefined}
      style={placeHold(ui.view, ui.viewport)}
    >
      <header>
        <Icon glyph={glyphOf(hold)} size={20} />
        <h2 id="hold-title" dir="auto">
          {ui.t(titleOf(hold))}
        </h2>
        <CloseButton ui={ui} run={() => ui.actions.close()} />
      </header>
      {(finding || dialog) && (
        <div class="body">
          {finding && (
            <p class="message" id="hold-message" dir="auto" lang={writtenLocale(ui.view.locale)}>
              {finding.message}
            </p>
          )}
          {finding && <Fixes ui={ui} index={hold.finding} finding={finding} />}
          {finding && hold.why !== undefined && (
            <Reason html={hold.why} lang={writtenLocale(ui.view.locale)} />
          )}
          {dialog && <Lead ui={ui} hold={hold} />}
          {dialog && <Reasons ui={ui} hold={hold} />}
        </div>
      )}
      {!dialog && <Lead ui={ui} hold={hold} />}
      {hold.failed && (
        <p class="failed" dir="auto">
          {hold.failed}
        </p>
      )}
      <HoldActions ui={ui} hold={hold} finding={finding} />
    </section>
  );
}

/** Who will read it in a group; what to do next, in a sentence; and what is not yet known about Enter. */
function Lead({ ui, hold }: { ui: Ui; hold: HoldView }): VNode | null {
  const text = textOf(hold, ui.view.reporting !== false);
  const keys: StringKey[] = text ? [text] : [];
  if (hold.enterUnknown) keys.push("hold_enter_unknown");
  const readers = hold.phase === "clean" || hold.phase === "checking" ? undefined : hold.readers;
  if (keys.length === 0 && readers === undefined) return null;
  return (
    <div class="lead" id="hold-lead">
      {readers !== undefined && (
        <p class="readers" dir="auto">
          {ui.plural("hold_readers", readers)}
        </p>
      )}
      {keys.map((key) => (
        <p key={key} dir="auto">
          {ui.t(key)}
        </p>
      ))}
    </div>
  );
}

/** A finding is spoken of only while it holds the message. */
function shownFinding(ui: Ui, { phase, finding }: HoldView): Finding | undefined {
  return phase === "held" ? ui.view.findings[finding] : undefined;
}

function glyphOf(hold: HoldView): Glyph {
  if (hold.phase === "held") return heldAs(hold);
  if (hold.phase === "unchecked") return "failed";
  return hold.phase === "checking" ? "checking" : "clean";
}
