// What the employee's choices and the company's policy mean for a draft and for the screen.
import type { ChatNote } from "../store/chats.ts";
import { shownReasons } from "../store/reasons.ts";
import { type Locale, localeOf } from "../strings.ts";
import type { ScreenWorld } from "./collect.ts";
import type { Guard } from "./guard.ts";
import type { GuardWorld } from "./guard-world.ts";
import { goesToChat, isHeeded } from "./heed.ts";
import type { Keeping } from "./keeping.ts";

type Decided = "heeds" | "checks" | "audience" | "role" | "onEngineFailure" | "attempted";

/** The answers that guards and the screen ask for. `tag` is the BCP 47 tag of the browser. */
export function keptFor(
  keeping: Keeping,
  tag = chrome.i18n.getUILanguage(),
): Pick<GuardWorld, Decided> & ScreenWorld & { locale(): Locale } {
  const browser = localeOf(tag);
  const noteOf = (guard: Guard) => noteFor(keeping, guard);
  const isExempt = (guard: Guard) => exempts(keeping) && noteOf(guard)?.mark === "personal";
  return {
    locale: () => keeping.settings.locale || browser,
    checks: () => keeping.checks === "on",
    onEngineFailure: () => keeping.settings.onEngineFailure,
    heeds: (finding, guard) =>
      isHeeded(finding, {
        ignored: keeping.kept.ignored,
        note: noteOf(guard),
        exempt: isExempt(guard),
      }),
    audience: (guard) => noteOf(guard)?.mark ?? (keeping.settings.audienceDefault || "unknown"),
    role: () => keeping.settings.roles[0],
    attempted: (guard, findings, outcome, reason) => {
      const bundle = guard.report?.bundle.version ?? "";
      const remark = reason === undefined ? undefined : guard.remark.kept;
      const more = {
        ...(reason === undefined ? {} : { reason }),
        ...(remark === undefined ? {} : { remark }),
      };
      const seen = findings.map(({ rule, action }) => ({ bundle, rule, action, outcome, ...more }));
      if (keeping.settings.recordDays > 0) void keeping.change({ do: "count", seen });
    },
    shows: () => keeping.settings,
    reasons: () => shownReasons(keeping.reasons, keeping.settings.locale || browser),
    trouble: () => keeping.trouble,
    checking: (guard) => ({ checks: keeping.checks, exempt: isExempt(guard) }),
    chatView: (guard) => {
      const mark = noteOf(guard)?.mark;
      const wasPersonal = goesToChat(guard.surface) && keeping.wasPersonal(guard.chatName);
      return { exempts: exempts(keeping), wasPersonal, ...(mark ? { mark } : {}) };
    },
  };
}

function exempts({ settings }: Keeping): boolean {
  return settings.personalChats === "exempt";
}

/** What is kept of the chat that a draft goes to. */
function noteFor(keeping: Keeping, { chatName, surface }: Guard): ChatNote | undefined {
  return goesToChat(surface) ? keeping.noteOf(chatName) : undefined;
}
