// What the user's choices in the interface change for good: hints switched off, chats marked. Each can be undone at once, and later on
// the options page.
import type { Finding } from "../../wasm/linter/engine.d.ts";
import type { Mark } from "../store/chats.ts";
import type { Change } from "../store/kept.ts";
import { type Locale, t } from "../strings.ts";
import type { Actions, IgnoreScope } from "../ui/view.ts";
import type { Guard } from "./guard.ts";
import type { Keeping } from "./keeping.ts";
import type { Screen } from "./screen.ts";

/** The actions on whatever the screen shows at the moment. */
export function keepingActions(
  screen: () => Screen,
  keeping: Keeping,
  locale: () => Locale,
): Pick<Actions, "ignore" | "mark" | "undo"> {
  return {
    ignore: (index, scope) => {
      const { guard } = screen();
      const found = screen().shown(index);
      if (guard && found?.mutable) void ignore(screen(), keeping, guard, found, scope, locale());
    },
    mark: (mark) => {
      const { guard } = screen();
      if (guard) void markChat(screen(), keeping, guard, mark, locale());
    },
    undo: () => {
      screen().undo();
      screen().announce(t(locale(), "undone"));
    },
  };
}

/** Switches a finding's rule off; the word for it stands where the card was. */
async function ignore(
  screen: Screen,
  keeping: Keeping,
  guard: Guard,
  finding: Finding,
  scope: IgnoreScope,
  locale: Locale,
): Promise<void> {
  const words = t(locale, `ignored_${scope}`);
  if (scope === "once") {
    guard.ignoreOnce(finding, true);
    screen.offerUndo(words, () => guard.ignoreOnce(finding, false));
    return;
  }
  const chat = scope === "chat" ? await keeping.idOf(guard.chatName) : undefined;
  if (scope === "chat" && !chat) return screen.fail(t(locale, "ignore_failed"));
  const where = { rule: finding.rule, ...(chat ? { chat } : {}) };
  const change = (what: Change) =>
    void keeping.change(what).then((done) => done || screen.fail(t(locale, "ignore_failed")));
  change({ do: "ignore", ...where });
  screen.offerUndo(words, () => change({ do: "heed", ...where }));
}

/** Marks the open chat, or takes its mark off. */
async function markChat(
  screen: Screen,
  keeping: Keeping,
  guard: Guard,
  mark: Mark | undefined,
  locale: Locale,
): Promise<void> {
  const chat = await keeping.idOf(guard.chatName);
  const done = chat !== undefined && (await keeping.change({ do: "mark", chat, ...(mark ? { mark } : {}) }));
  if (!done) return screen.fail(t(locale, "ignore_failed"));
  screen.announce(mark ? t(locale, "marked", t(locale, `mark_${mark}`)) : t(locale, "unmarked"));
}
