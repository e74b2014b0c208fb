// Every state that the interface can be in, by name, as changes to an ordinary view.

import { t } from "../../extension/strings.ts";
import type { ChipState, HoldPhase, HoldView, Rect, Reported, View } from "../../extension/ui/view.ts";
import type { Action } from "../../wasm/linter/engine.d.ts";
import { sampleOf } from "./words.ts";

/** What the page of the gallery knows and a state builds on. */
export interface Scene {
  locale: View["locale"];
  theme: View["theme"];
  dir: View["dir"];
  composer: Rect;
  chip: { left: number; top: number };
  /** Where a UTF-16 range of the draft is drawn. */
  anchor(start: number, end: number): Rect;
}

const chipStates: ChipState[] = [
  "starting",
  "checking",
  "ready",
  "off",
  "paused",
  "exempt",
  "stale",
  "failed",
];
const actions: Action[] = ["note", "warn", "justify", "block"];

const makers: Record<string, (scene: Scene) => View> = {};
for (const state of chipStates) makers[`chip-${state}`] = (scene) => clean(scene, state);
for (const action of actions) {
  makers[`chip-${action}`] = (scene) => ({
    ...flagged(scene),
    chip: { ...flagged(scene).chip, verdict: action },
  });
  makers[`card-${action}`] = (scene) => card(scene, action);
}
makers["card-why"] = (scene) => withWhy(card(scene, "warn"));
makers["list-empty"] = (scene) => ({ ...clean(scene, "ready"), list: true });
makers["list-failed"] = (scene) => ({ ...clean(scene, "failed"), list: true });
makers["list-findings"] = (scene) => ({ ...flagged(scene), list: true });
makers["hold-warn"] = (scene) => hold(scene, "warn", "held");
makers["hold-justify"] = (scene) => hold(scene, "justify", "held");
makers["hold-block"] = (scene) => hold(scene, "block", "held");
makers["hold-block-alone"] = (scene) => ({ ...hold(scene, "block", "held"), reporting: false });
makers["hold-why"] = (scene) => withWhy(hold(scene, "block", "held"));
makers["hold-checking"] = (scene) => hold(scene, "warn", "checking");
makers["hold-clean"] = (scene) => hold(scene, "warn", "clean");
makers["hold-armed"] = (scene) => hold(scene, "warn", "armed");
makers["hold-unchecked"] = (scene) => hold(scene, "warn", "unchecked");
makers["hold-starting"] = (scene) => {
  const view = withHold(hold(scene, "warn", "unchecked"), { starting: true });
  return view.chip ? { ...view, chip: { ...view.chip, state: "starting" } } : view;
};
makers["hold-failed"] = (scene) => {
  const view = hold(scene, "warn", "held");
  return view.hold ? { ...view, hold: { ...view.hold, failed: t(scene.locale, "fix_failed") } } : view;
};
makers["hold-readers"] = (scene) => {
  const view = hold(scene, "warn", "held");
  return view.hold ? { ...view, hold: { ...view.hold, readers: 12 } } : view;
};
makers["hold-enter-unknown"] = (scene) => {
  const view = hold(scene, "warn", "held");
  return view.hold ? { ...view, hold: { ...view.hold, enterUnknown: true } } : view;
};
makers["hold-remark"] = (scene) =>
  withHold(hold(scene, "justify", "held"), { remark: { text: "", problems: [] } });
makers["hold-remark-written"] = (scene) =>
  withHold(hold(scene, "justify", "held"), { remark: { text: "oui", problems: [] } });
makers["hold-remark-problem"] = (scene) =>
  withHold(hold(scene, "justify", "held"), {
    remark: { text: "", problems: [t(scene.locale, "hold_block_title")] },
  });
makers["hold-reported"] = (scene) => withReport(hold(scene, "block", "held"), true);
makers["hold-reported-by-hand"] = (scene) =>
  withReport(hold(scene, "block", "held"), "confidential/payment-card 2026.11.3");
makers["card-reported"] = (scene) => withReport(card(scene, "warn"), true);
makers["card-reported-by-hand"] = (scene) =>
  withReport(card(scene, "warn"), "confidential/payment-card 2026.11.3");

makers["list-was-personal"] = (scene) => ({
  ...clean(scene, "ready"),
  list: true,
  chat: { exempts: true, wasPersonal: true },
});
makers["list-marked"] = (scene) => ({
  ...clean(scene, "exempt"),
  list: true,
  chat: { mark: "personal", exempts: true },
});
makers["list-unmarked"] = (scene) => ({ ...flagged(scene), list: true, chat: { exempts: true } });
makers.notice = (scene) => ({
  ...flagged(scene),
  notice: { words: t(scene.locale, "ignored_chat"), undoable: true },
});
makers["notice-failed"] = (scene) => ({
  ...flagged(scene),
  notice: { words: t(scene.locale, "fix_failed"), undoable: false },
});

/** The names of all states. */
export const stateNames: readonly string[] = Object.keys(makers);

/** The view of a state; throws on an unknown name. */
export function stateOf(name: string, scene: Scene): View {
  const make = makers[name];
  if (!make) throw new Error(`no state ${name}`);
  return make(scene);
}

function clean(scene: Scene, state: ChipState): View {
  const { locale, theme, dir, composer, chip } = scene;
  const { text } = sampleOf(locale);
  const detail =
    state === "failed" ? { detail: locale === "fr" ? "rechargez cet onglet" : "reload this tab" } : {};
  return {
    locale,
    theme,
    dir,
    composer,
    text,
    chip: { state, verdict: "clean", ...chip, ...detail },
    findings: [],
    bundle: { version: "2026.11.3", state: state === "stale" ? "stale" : "current" },
    list: false,
    announcement: "",
  };
}

function flagged(scene: Scene) {
  const { findings, announcement } = sampleOf(scene.locale);
  const verdict: Action = "block";
  return {
    ...clean(scene, "ready"),
    findings,
    announcement,
    chip: { state: "ready" as const, verdict, ...scene.chip },
  };
}

function card(scene: Scene, action: Action): View {
  const view = flagged(scene);
  const index = view.findings.findIndex((finding) => finding.action === action);
  const { start = 0, end = 0 } = view.findings[index] ?? {};
  const ignore = ["once", "chat", "always"] as const;
  return { ...view, card: { finding: index, anchor: scene.anchor(start, end), ignore } };
}

function hold(scene: Scene, action: Action, phase: HoldPhase): View {
  const view = flagged(scene);
  const found = phase === "held" || phase === "armed";
  const findings = found ? view.findings : [];
  const finding = findings.findIndex((one) => one.action === action);
  const { reasons } = sampleOf(scene.locale);
  const verdict = found ? action : "clean";
  const state = phase === "held" || phase === "armed" || phase === "clean" ? "ready" : "checking";
  const chip = { ...view.chip, verdict, state: phase === "unchecked" ? "failed" : state } as const;
  return { ...view, chip, findings, hold: { phase, action, finding, enterUnknown: false, reasons } };
}

function withHold(view: View, more: Partial<HoldView>): View {
  return view.hold ? { ...view, hold: { ...view.hold, ...more } } : view;
}

function withReport(view: View, reported: Reported): View {
  const card = view.card ? { card: { ...view.card, reported } } : {};
  return { ...withHold(view, { reported }), ...card, support: "https://help.example/" };
}

function withWhy(view: View): View {
  const { why } = sampleOf(view.locale);
  return {
    ...view,
    ...(view.card ? { card: { ...view.card, why } } : {}),
    ...(view.hold ? { hold: { ...view.hold, why } } : {}),
  };
}
