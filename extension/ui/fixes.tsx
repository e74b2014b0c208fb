// The fixes of a finding, as buttons that show what the text becomes.
import type { VNode } from "preact";
import type { Finding, Fix } from "../../wasm/linter/engine.d.ts";
import type { Ui } from "./ui.ts";

/** Longest piece of the draft quoted beside its replacement, in UTF-16 code units. */
const QUOTE = 40;

/** One button per alternative; nothing when there is none. */
export function Fixes({ ui, index, finding }: { ui: Ui; index: number; finding: Finding }): VNode | null {
  if (finding.fixes.length === 0) return null;
  return (
    <div class="fixes">
      {finding.fixes.map((fix, at) => (
        <FixButton key={fix.title} ui={ui} fix={fix} run={() => ui.actions.fix(index, at)} />
      ))}
    </div>
  );
}

function FixButton({ ui, fix, run }: { ui: Ui; fix: Fix; run: () => void }): VNode {
  const result = resultOf(fix);
  const before = quoteOf(fix, ui.view.text);
  return (
    <button type="button" data-act="fix" class="fix" dir="auto" title={fix.title} onClick={ui.guarded(run)}>
      <span class="unseen">{ui.t("fix_apply")}</span>
      {result === "" && before && <b>{ui.t("fix_remove")}</b>}
      {before && <s>{before}</s>}
      {(result || !before) && (
        <span>
          {before && "→ "}
          <b>{result || fix.title}</b>
        </span>
      )}
    </button>
  );
}

/** What the fix writes, its places joined; empty when it only removes or writes blanks, and when there is too much of many
 *  places to be read on a button: there the fix's title says it better. */
export function resultOf(fix: Fix): string {
  const texts = fix.edits.map((edit) => edit.text.trim()).filter((text) => text !== "");
  const result = texts.join(" … ");
  return texts.length > 1 && result.length > QUOTE ? "" : result;
}

/** The words of the draft a fix replaces, where the draft is known, the fix has one place and the words are short. */
export function quoteOf(fix: Fix, draft: string | undefined): string | undefined {
  const [edit, ...more] = fix.edits;
  if (draft === undefined || !edit || more.length > 0) return undefined;
  const words = draft.slice(edit.start, edit.end).trim();
  return words !== "" && words.length <= QUOTE ? words : undefined;
}
