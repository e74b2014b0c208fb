// The buttons that several parts share.
import type { VNode } from "preact";
import type { Finding } from "../../wasm/linter/engine.d.ts";
import { type Glyph, Icon } from "./icons.tsx";
import type { Ui } from "./ui.ts";

/** A button with words. `act` is what tests and scripts find it by. */
export function Button(props: {
  ui: Ui;
  act: string;
  label: string;
  kind?: "primary" | "plain" | "quiet";
  id?: string;
  /** Words before the label that only a screen reader needs. */
  prefix?: string;
  /** The key that does the same, shown in front. */
  hint?: string;
  run: () => void;
}): VNode {
  const { ui, act, label, kind = "plain", id, prefix, hint, run } = props;
  return (
    <button
      type="button"
      data-act={act}
      data-id={id}
      class={`button ${kind}`}
      dir="auto"
      aria-keyshortcuts={hint}
      onClick={ui.guarded(run)}
    >
      {hint && <kbd>{hint}</kbd>}
      {prefix && <span class="unseen">{prefix}</span>}
      <span>{label}</span>
    </button>
  );
}

/** A square button with a drawing; its words are its name. */
export function IconButton(props: {
  ui: Ui;
  act: string;
  glyph: Glyph;
  label: string;
  disabled?: boolean;
  run: () => void;
}): VNode {
  const { ui, act, glyph, label, disabled = false, run } = props;
  return (
    <button
      type="button"
      data-act={act}
      class="square"
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={ui.guarded(run)}
    >
      <Icon glyph={glyph} />
    </button>
  );
}

/** The cross in a panel's corner. */
export function CloseButton({ ui, run }: { ui: Ui; run: () => void }): VNode {
  return <IconButton ui={ui} act="close" glyph="close" label={ui.t("act_close")} run={run} />;
}

/** How strongly a finding acts, as glyph and word. */
export function Badge({ ui, action }: { ui: Ui; action: Finding["action"] }): VNode {
  return (
    <span class="badge" data-action={action}>
      <Icon glyph={action} />
      {ui.t(`action_${action}`)}
    </span>
  );
}
