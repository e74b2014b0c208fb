// How a finding is reported as wrong, in its card and in its hold.
import type { VNode } from "preact";
import { Button } from "./buttons.tsx";
import type { Ui } from "./ui.ts";
import type { Reported } from "./view.ts";

interface Props {
  ui: Ui;
  /** Of the finding in View.findings. */
  index: number;
  reported?: Reported;
}

/** Copies what is to be reported, and then offers the company's help; where nothing can be copied, the words are there to read. */
export function Report({ ui, index, reported }: Props): VNode {
  if (typeof reported === "string")
    return (
      <p class="lead by-hand" dir="auto">
        {ui.t("report_by_hand")} <code>{reported}</code> <Support ui={ui} />
      </p>
    );
  const label = ui.t(reported ? "act_reported" : "act_report");
  return (
    <>
      <Button ui={ui} act="report" kind="quiet" label={label} run={() => ui.actions.report(index)} />
      {reported && <Support ui={ui} />}
    </>
  );
}

/** The way to the company's help, in a tab of its own. Nothing of the message is in the address. */
function Support({ ui }: { ui: Ui }): VNode | null {
  const { support } = ui.view;
  if (!support) return null;
  return (
    <a class="button quiet" data-act="support" href={support} target="_blank" rel="noopener noreferrer">
      {ui.t("act_support")}
    </a>
  );
}
