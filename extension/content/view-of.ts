// Turns the state of a guard and of the engine into what the UI shows. Pure, but for reading the layout it is given.
import type { Action, BundleInfo } from "../../wasm/linter/engine.d.ts";
import type { EngineState } from "../protocol.ts";
import { type Locale, plural, t } from "../strings.ts";
import { textOf, titleOf } from "../ui/hold-words.ts";
import type { ChipState, HoldPhase, HoldView } from "../ui/view.ts";
import type { Guard } from "./guard.ts";
import type { Held } from "./send.ts";

/** What the employee and the policy made of the checking. */
export interface Checking {
  checks: "on" | "off" | "paused";
  /** The open chat is personal, and let be. */
  exempt: boolean;
}

/** What the chip says about the checking. What switches it off goes before any trouble with it. */
export function chipState(
  engine: EngineState,
  guard: Guard,
  bundle: BundleInfo | undefined,
  { checks, exempt }: Checking,
): ChipState {
  if (checks !== "on") return checks;
  if (engine === "failed" || guard.error !== undefined) return "failed";
  if (engine === "starting") return "starting";
  if (guard.checking) return "checking";
  if (exempt) return "exempt";
  return bundle?.state === "stale" || bundle?.state === "refused" ? "stale" : "ready";
}

/** What the hold panel says. */
export function holdView(
  guard: Guard,
  hold: Held,
  reasons: HoldView["reasons"],
  enterUnknown: boolean,
  starting: boolean,
): HoldView {
  const phase = phaseOf(hold);
  return {
    phase,
    action: actionOf(hold),
    finding: strongest(guard),
    enterUnknown,
    reasons,
    ...(phase === "unchecked" && starting ? { starting } : {}),
    ...(guard.readers === undefined ? {} : { readers: guard.readers }),
  };
}

/** What the live region says of a hold that speaks of a finding, if of any. `reports`: errors may be reported. */
export function holdAnnouncement(locale: Locale, hold: HoldView, message: string, reports: boolean): string {
  const { phase, readers } = hold;
  const text = textOf(hold, reports);
  const words = [
    t(locale, titleOf(hold)),
    message,
    phase === "held" && readers !== undefined ? plural(locale, "hold_readers", readers) : "",
    text ? t(locale, text) : "",
  ];
  return words.filter(Boolean).join(" ");
}

/** The index of the finding that decides the verdict, -1 when there is none. */
function strongest(guard: Guard): number {
  return guard.findings.findIndex(({ action }) => action === guard.verdict);
}

function phaseOf({ cause, cleared, armedAt }: Held): HoldPhase {
  if (cleared) return "clean";
  if (armedAt !== undefined) return "armed";
  return cause === "checking" || cause === "unchecked" ? cause : "held";
}

function actionOf({ cause }: Held): Action {
  return cause === "checking" || cause === "unchecked" ? "warn" : cause;
}
