// Collects what the UI shows of the composer in use: its guard's findings and hold, what is open beside it, the engine's state and the
// page's layout. Asked once for each drawing; what it drew last it keeps, for the user chooses from that.
import type { Finding } from "../../wasm/linter/engine.d.ts";
import { type Locale, t } from "../strings.ts";
import { firstInside } from "../ui/place.ts";
import type { HoldView, IgnoreScope, Rect, View } from "../ui/view.ts";
import type { Announcements, Found } from "./announcements.ts";
import type { Answers } from "./answers.ts";
import { chipPlace } from "./chip-place.ts";
import { type Engine, isAlive } from "./engine.ts";
import type { Guard } from "./guard.ts";
import { goesToChat } from "./heed.ts";
import type { Panels } from "./panels.ts";
import { Shown } from "./shown.ts";
import { type Checking, chipState, holdAnnouncement, holdView } from "./view-of.ts";
import { containerOf, headerBottom, pageControls, theme } from "./whatsapp.ts";

/** What the screen asks of those who know the employee's choices. */
export interface ScreenWorld {
  locale(): Locale;
  /** Whether the chip is shown, whether errors may be reported, and where help is. */
  shows(): { chip: boolean; reporting: boolean; supportUrl: string; recordDays: number };
  /** Whether the drafts of a guard are checked. */
  checking(guard: Guard): Checking;
  /** What a message can be justified with. */
  reasons(): HoldView["reasons"];
  /** What is wrong with what is kept, if anything is. */
  trouble(): "corrupt" | "unkept" | undefined;
  /** What the open chat is marked as. */
  chatView(guard: Guard): NonNullable<View["chat"]>;
}

/** What is open, answered and said, as the screen keeps it. */
export interface Beside {
  panels: Panels;
  answers: Answers;
  announcements: Announcements;
}

export class Collector {
  private readonly shown = new Shown();

  constructor(
    private readonly engine: Engine,
    private readonly world: ScreenWorld,
    private readonly enterUnknown: () => boolean,
    private readonly beside: Beside,
  ) {}

  private get locale(): Locale {
    return this.world.locale();
  }

  /** Everything the UI shows now. */
  view(guard: Guard | undefined): View {
    if (guard && !guard.checking) this.beside.panels.follow(this.findings, guard.findings);
    this.shown.take(guard);
    return this.collect(guard);
  }

  /** The findings as they were last collected, which may be a moment behind the draft. */
  get findings(): readonly Finding[] {
    return this.shown.findings;
  }

  /** What a summary says of a guard's draft. */
  found(guard: Guard | undefined): Found {
    return {
      locale: this.locale,
      count: guard?.findings.length ?? 0,
      checking: guard?.checking ?? false,
    };
  }

  /** Where a finding is drawn, or the composer when it is scrolled away; undefined when it is gone. */
  private anchor(guard: Guard | undefined, finding: number): Rect | undefined {
    const found = guard?.findings[finding];
    const range = found && guard?.ranges()(found);
    if (!guard || !range) return undefined;
    const lines = Array.from(range.getClientRects(), rectOf);
    if (!guard.composer.contains(range.startContainer)) return lines[0];
    const frames = [guard.composer, containerOf(guard.composer)].map((part) =>
      rectOf(part.getBoundingClientRect()),
    );
    return lines.length > 0 ? (firstInside(lines, frames) ?? firstInside(frames, frames)) : undefined;
  }

  private collect(guard: Guard | undefined): View {
    const { announcements } = this.beside;
    const composer = guard?.composer.isConnected ? guard.composer : undefined;
    if (!guard || !composer) return { ...this.surroundings("ltr"), findings: [], ...said(announcements) };
    const dir = getComputedStyle(composer).direction === "rtl" ? "rtl" : "ltr";
    const box = boxOf(composer);
    const hold = this.hold(guard);
    const card = this.card(guard);
    const { notice } = this.beside.panels;
    return {
      ...this.surroundings(dir),
      ...this.employee(guard),
      findings: this.findings,
      truncated: guard.report?.truncated ?? false,
      text: guard.reading.text,
      composer: box,
      ceiling: Math.min(headerBottom(), box.top),
      ...this.chip(guard, box, dir),
      ...(card ? { card } : {}),
      ...(notice ? { notice: { words: notice.words, undoable: notice.undo !== undefined } } : {}),
      ...(hold ? { hold } : {}),
      ...said(announcements), // a hold just drawn has changed it
    };
  }

  private surroundings(dir: View["dir"]): Pick<View, "locale" | "theme" | "dir" | "list" | "bundle"> {
    const { bundle } = this.engine;
    const { list } = this.beside.panels;
    return { locale: this.locale, theme: theme(), dir, list, ...(bundle ? { bundle } : {}) };
  }

  /** What was set for the employee, or by the employee. */
  private employee(guard: Guard): Pick<View, "reporting" | "support" | "chat"> {
    const { reporting, supportUrl } = this.world.shows();
    const inChat = this.beside.panels.list && isNamed(guard);
    return {
      reporting,
      ...(supportUrl ? { support: supportUrl } : {}),
      ...(inChat ? { chat: this.world.chatView(guard) } : {}),
    };
  }

  private chip(guard: Guard, box: Rect, dir: View["dir"]): Pick<View, "chip"> {
    if (!this.world.shows().chip) return {};
    const { state, bundle } = this.engine;
    return {
      chip: {
        state: chipState(state, guard, bundle, this.world.checking(guard)),
        verdict: this.shown.verdict,
        ...chipPlace(box, dir, pageControls()),
        ...this.detail(guard),
      },
    };
  }

  /** What the chip says besides: that the tab must be loaded again, that something could not be read or kept, or that a chat is no
   *  more the personal one that it was. */
  private detail(guard: Guard): { detail?: string } {
    const asks = this.world.chatView(guard).wasPersonal ? "was_personal" : undefined;
    const trouble = isAlive() ? (this.world.trouble() ?? asks) : "reload";
    return trouble ? { detail: t(this.locale, `detail_${trouble}`) } : {};
  }

  private hold(guard: Guard): View["hold"] {
    const { announcements, answers, panels } = this.beside;
    panels.held(guard.hold !== undefined);
    if (!guard.hold) {
      announcements.released();
      announcements.follow(this.found(guard));
      return undefined;
    }
    const starting = this.engine.state !== "failed" && guard.error === undefined;
    const hold = holdView(guard, guard.hold, this.world.reasons(), this.enterUnknown(), starting);
    const message = hold.phase === "held" ? (guard.findings[hold.finding]?.message ?? "") : "";
    const { recordDays, reporting } = this.world.shows();
    announcements.holds(holdAnnouncement(this.locale, hold, message, reporting), guard.attempts, message);
    const { notice } = panels; // the hold covers its place
    return {
      ...hold,
      ...(recordDays > 0 ? { remark: { text: guard.remark.text, problems: guard.remark.problems } } : {}),
      ...(notice && !notice.undo ? { failed: notice.words } : {}),
      ...answers.about(guard.findings[hold.finding]),
    };
  }

  private card(guard: Guard): View["card"] {
    const { answers, panels } = this.beside;
    if (!panels.card) return undefined;
    const { finding } = panels.card;
    const found = guard.findings[finding];
    const anchor = this.anchor(guard, finding);
    const ignore = found?.mutable ? scopesOf(guard) : [];
    return anchor && { finding, anchor, ignore, ...answers.about(found) };
  }
}

function said({ words, quoted }: Announcements): Pick<View, "announcement" | "quoted"> {
  return { announcement: words, ...(quoted ? { quoted } : {}) };
}

/** For how long a hint can be switched off here; a chat needs a name and a draft that goes to it. */
function scopesOf(guard: Guard): readonly IgnoreScope[] {
  return isNamed(guard) ? ["once", "chat", "always"] : ["once", "always"];
}

/** Whether the draft goes to a chat that something can be kept of. */
function isNamed({ chatName, surface }: Guard): boolean {
  return chatName.title !== "" && goesToChat(surface);
}

/** The box the panels stay above: the whole footer where there is one, else the composer itself. */
function boxOf(composer: HTMLElement): Rect {
  const container = containerOf(composer);
  return rectOf((container.localName === "footer" ? container : composer).getBoundingClientRect());
}

function rectOf({ left, top, right, bottom }: DOMRect): Rect {
  return { left, top, right, bottom };
}
