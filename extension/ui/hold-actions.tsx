// The buttons of a hold: what each action and phase allows, and nothing more.
import type { VNode } from "preact";
import type { Finding } from "../../wasm/linter/engine.d.ts";
import { REMARK_MAX } from "../store/record.ts";
import { Button } from "./buttons.tsx";
import { Quoted } from "./quoted.tsx";
import { Report } from "./report.tsx";
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
          {ui.plural("hold_justify_keys", keys)}
        </p>
      )}
      {hold.remark && <Remark ui={ui} {...hold.remark} />}
    </>
  );
}

/** A free word beside the reason, for the user's own record. What is typed is heard by keys.ts, before the page could. A dialog
 *  that is drawn again, since its release ran out, shows the words that would be kept. */
function Remark({ ui, text, problems }: { ui: Ui; text: string; problems: readonly string[] }): VNode {
  const quoted = problems.join(", ");
  return (
    <div class="remark">
      <label for="remark" dir="auto">
        {ui.t("remark_label")}
      </label>
      <p id="remark-problems" class="problems" role="status" dir="auto">
        {quoted && (
          <Quoted locale={ui.view.locale} sentence={ui.t("remark_problems", quoted)} quoted={quoted} />
        )}
      </p>
      <input
        id="remark"
        data-act="remark"
        defaultValue={text}
        maxLength={REMARK_MAX}
        autocomplete="off"
        dir="auto"
        aria-describedby="remark-problems"
      />
    </div>
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
      {hold.action === "block" && ui.view.reporting !== false && (
        <Report ui={ui} index={hold.finding} {...hold} />
      )}
      {others > 0 && (
        <span class="rest" dir="auto">
          {ui.plural("more", others)}
        </span>
      )}
    </footer>
  );
}
