// The buttons of a hold: what each action and phase allows, and nothing more.
import type { VNode } from "preact";
import type { Finding } from "../../wasm/linter/engine.d.ts";
import { Button } from "./buttons.tsx";
import type { Ui } from "./ui.ts";
import type { HoldView } from "./view.ts";

interface Props {
  ui: Ui;
  hold: HoldView;
  /** The finding spoken of, if any. */
  finding: Finding | undefined;
}

/** The ways on; none in the phases where only the user's next key counts. */
export function HoldActions({ ui, hold, finding }: Props): VNode | null {
  if (hold.phase === "checking" || hold.phase === "clean" || hold.phase === "armed") return null;
  return (
    <>
      <div class="actions">
        <Edit ui={ui} hold={hold} finding={finding} />
        <SendAnyway ui={ui} hold={hold} />
      </div>
      {finding && <More ui={ui} hold={hold} />}
    </>
  );
}

/** Back to the text; the first choice where there is no fix to offer. */
function Edit({ ui, hold, finding }: Props): VNode {
  const kind = finding && finding.fixes.length > 0 ? "plain" : "primary";
  const run = () => ui.actions.edit(hold.finding);
  return <Button ui={ui} act="edit" kind={kind} label={ui.t("act_edit")} run={run} />;
}

/** Arms the next send; never there for `justify` and `block`. */
function SendAnyway({ ui, hold }: { ui: Ui; hold: HoldView }): VNode | null {
  if (hold.phase === "held" && (hold.action === "justify" || hold.action === "block")) return null;
  const run = () => ui.actions.sendAnyway();
  return <Button ui={ui} act="send-anyway" label={ui.t("act_send_anyway")} run={run} />;
}

function Report({ ui, hold }: { ui: Ui; hold: HoldView }): VNode {
  const label = ui.t(hold.reported ? "act_reported" : "act_report");
  return (
    <Button ui={ui} act="report" kind="quiet" label={label} run={() => ui.actions.report(hold.finding)} />
  );
}

/** The reasons of the dialog; the first nine have their digit. */
export function Reasons({ ui, hold }: { ui: Ui; hold: HoldView }): VNode {
  const keys = Math.min(hold.reasons.length, 9);
  return (
    <>
      <div class="reasons">
        {hold.reasons.map(({ id, text }, at) => (
          <Button
            key={id}
            ui={ui}
            act="justify"
            id={id}
            label={text}
            {...(at < 9 ? { hint: String(at + 1) } : {})}
            run={() => ui.actions.justify(id)}
          />
        ))}
      </div>
      {keys > 0 && (
        <p class="lead keys" dir="auto">
          {ui.t("hold_justify_keys", keys)}
        </p>
      )}
    </>
  );
}

/** Reason and report, and how much else there is: the list shows it once the hold is closed. */
function More({ ui, hold }: { ui: Ui; hold: HoldView }): VNode {
  const others = ui.view.findings.length - 1;
  return (
    <footer>
      {hold.why === undefined && (
        <Button
          ui={ui}
          act="why"
          kind="quiet"
          label={ui.t("act_why")}
          run={() => ui.actions.why(hold.finding)}
        />
      )}
      {hold.action === "block" && ui.view.reporting !== false && <Report ui={ui} hold={hold} />}
      {others > 0 && (
        <span class="rest" dir="auto">
          {ui.plural("more", others)}
        </span>
      )}
    </footer>
  );
}
