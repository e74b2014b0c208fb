// What the user's choices in the interface do to the draft. The UI has already made sure that they are the user's.
import type { Finding } from "../../wasm/linter/engine.d.ts";
import { type Locale, t } from "../strings.ts";
import type { Actions } from "../ui/view.ts";
import type { Engine } from "./engine.ts";
import type { Guard } from "./guard.ts";
import { applyEdits, placeCaret } from "./replace.ts";
import type { Screen } from "./screen.ts";

/** The actions on whatever the screen shows at the moment. */
export function actionsFor(screen: () => Screen, engine: Engine, locale: () => Locale): Actions {
  const finding = (index: number) => screen().guard?.findings[index];
  return {
    fix: (index, fix) => void applyFix(screen(), index, fix, locale()),
    edit: (index) => {
      const { guard } = screen();
      const end = finding(index)?.end;
      leave(screen(), true);
      if (guard) placeCaret(guard.composer, end ?? guard.reading.text.length);
    },
    sendAnyway: () => armWith(screen()),
    justify: (reason) => armWith(screen(), reason),
    remark: (text) => screen().guard?.remark.write(text),
    report: (index) => {
      const found = finding(index);
      if (!found) return;
      const { rule } = found;
      const words = `${rule} ${engine.bundle?.version ?? ""}`.trim();
      screen().guard?.reportWrong(found);
      navigator.clipboard.writeText(words).then(
        () => screen().showReported(rule, true),
        () => screen().showReported(rule, words), // the browser lends no clipboard
      );
    },
    why: (index) => {
      const found = finding(index);
      if (!found) return;
      const { rule } = found;
      void engine
        .why(rule, locale())
        .then((html) => screen().showWhy(rule, html ?? `<p>${t(locale(), "why_failed")}</p>`));
    },
    open: (index) => screen().open(index),
    toggleList: () => screen().toggleList(),
    close: () => {
      const { guard } = screen();
      leave(screen());
      guard?.composer.focus();
    },
  };
}

/** Closes every panel and disarms. */
function leave(screen: Screen, toEdit = false): void {
  screen.guard?.dismiss(toEdit);
  screen.closePanels();
}

/** Arms the next send and gives the caret back to the draft; sending stays the user's own act. */
function armWith(screen: Screen, reason?: string): void {
  screen.guard?.arm(reason);
  screen.guard?.composer.focus();
}

/** Applies a fix of a finding as it was shown: if the draft is another by now, nothing is changed and that is said. */
async function applyFix(screen: Screen, index: number, fix: number, locale: Locale): Promise<void> {
  const { guard } = screen;
  const found = screen.shown(index);
  if (!guard || !found || guard.fixing) return;
  guard.refresh(); // what is shown may be a keystroke old
  const edits = guard.findings.includes(found) ? found.fixes[fix]?.edits : undefined;
  const done =
    edits !== undefined &&
    (await withoutSending(guard, found, () => applyEdits(guard.composer, guard.reading.text, edits)));
  if (done) screen.announce(t(locale, "fixed"));
  else screen.fail(t(locale, "fix_failed"));
}

/** Nothing may leave between the old text and the new: the editor's state and its DOM differ for a moment. */
async function withoutSending(guard: Guard, fixing: Finding, act: () => Promise<boolean>): Promise<boolean> {
  guard.fixing = fixing;
  try {
    return await act();
  } finally {
    guard.refresh();
    guard.fixing = undefined;
  }
}
