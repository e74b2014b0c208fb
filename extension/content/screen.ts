// What is on the screen for the composer in use: collects what the UI shows, once a frame, and keeps what only the UI
// cares for: which card or list is open, and what was last announced.
import type { Finding } from "../../wasm/linter/engine.d.ts";
import { type Locale, t } from "../strings.ts";
import type { Mounted } from "../ui/mount.tsx";
import type { HoldView, IgnoreScope, Rect, Reported, View } from "../ui/view.ts";
import { Announcements } from "./announcements.ts";
import { Answers } from "./answers.ts";
import { chipPlace } from "./chip-place.ts";
import { type Engine, isAlive } from "./engine.ts";
import type { Guard } from "./guard.ts";
import { goesToChat } from "./heed.ts";
import { Panels } from "./panels.ts";
import { Redraw } from "./redraw.ts";
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

export class Screen {
  guard: Guard | undefined;
  readonly panels = new Panels();
  private findings: readonly Finding[] = [];
  private findingsOf: Guard | undefined;
  private readonly answers = new Answers();
  private readonly announcements: Announcements;
  private readonly redraw = new Redraw(
    () => this.draw(),
    () => this.awaitsAnswer(),
  );

  constructor(
    private readonly ui: Mounted,
    private readonly engine: Engine,
    private readonly world: ScreenWorld,
    private readonly enterUnknown: () => boolean,
  ) {
    this.announcements = new Announcements(() => this.update());
  }

  private get locale(): Locale {
    return this.world.locale();
  }

  /** Something changed: it is drawn with a frame that comes. */
  update(): void {
    this.redraw.ask();
  }

  private awaitsAnswer(): boolean {
    return this.engine.state === "ready" && this.guard?.checking === true && !this.guard.hold;
  }

  /** The draft changed: what was open spoke of the old one. */
  draftChanged(): void {
    this.panels.draftChanged();
    this.answers.forget();
    this.announcements.afterPause(() => ({ locale: this.locale, count: this.guard?.findings.length ?? 0 }));
    this.update();
  }

  open(finding: number, byPointer = false): void {
    this.panels.openCard(finding, byPointer);
    this.answers.forgetReason();
    this.update();
  }

  /** Closes everything but a hold, which the guard owns. */
  closePanels(): boolean {
    const open = this.panels.close();
    this.update();
    return open;
  }

  /** The reason of a rule arrived. */
  showWhy(rule: string, html: string): void {
    this.answers.explain(rule, html);
    this.update();
  }

  /** A finding of a rule was reported as wrong. */
  showReported(rule: string, reported: Reported): void {
    this.answers.noteReport(rule, reported);
    const { locale } = this;
    this.announce(
      reported === true ? t(locale, "act_reported") : `${t(locale, "report_by_hand")} ${reported}`,
    );
  }

  /** Where a finding is drawn; undefined when it is scrolled away or gone. */
  anchor(finding: number): Rect | undefined {
    const { guard } = this;
    const found = guard?.findings[finding];
    const rect = found && guard.ranges()(found)?.getClientRects()[0];
    return rect && { left: rect.left, top: rect.top, right: rect.right, bottom: rect.bottom };
  }

  /** Opens the card after the open one and puts the focus into it, for the keyboard; the list where there is no card. */
  openNext(): void {
    const count = this.guard?.findings.length ?? 0;
    if (count === 0) {
      this.panels.list = true;
      this.draw();
      this.ui.focus("list");
      return;
    }
    this.open(((this.panels.card?.finding ?? -1) + 1) % count);
    this.draw();
    this.ui.focus("card");
  }

  /** A finding as it is on the screen now, which may be a moment behind the draft. */
  shown(finding: number): Finding | undefined {
    return this.findings[finding];
  }

  toggleList(): void {
    this.panels.toggleList();
    this.update();
  }

  /** Says something at once. */
  announce(words: string): void {
    this.announcements.say(words);
  }

  /** Says what was done in place of the card it was done from, and offers the way back. */
  offerUndo(words: string, undo: () => void): void {
    this.panels.tell(words, undo);
    this.announce(words);
  }

  /** Says what could not be done, where its card or list was. */
  fail(words: string): void {
    this.panels.close();
    this.panels.tell(words);
    this.announce(words);
  }

  /** Takes back what the notice tells of. */
  undo(): void {
    const { notice } = this.panels;
    this.panels.notice = undefined;
    notice?.undo?.();
    this.update();
  }

  dispose(): void {
    this.redraw.cancel();
    this.announcements.dispose();
    this.ui.dispose();
  }

  private draw(): void {
    const view = this.view();
    this.findings = view.findings;
    this.findingsOf = this.guard;
    this.ui.render(view);
  }

  /** Until the answer for a changed draft is there, the list stays as it was: it would be taken down and built anew
   *  with every key. */
  private findingsNow(guard: Guard): readonly Finding[] {
    const waiting = guard.checking && !guard.hold && this.findingsOf === guard;
    return waiting ? this.findings : guard.findings;
  }

  private view(): View {
    const { guard, engine, locale } = this;
    const { list, notice } = this.panels;
    const composer = guard?.composer.isConnected ? guard.composer : undefined;
    const dir = composer && getComputedStyle(composer).direction === "rtl" ? "rtl" : "ltr";
    const base = {
      locale,
      theme: theme(),
      dir,
      list,
      ...(engine.bundle ? { bundle: engine.bundle } : {}),
    } as const;
    if (!guard || !composer) return { ...base, findings: [], announcement: this.announcements.words };
    const box = boxOf(composer);
    const chip = {
      state: chipState(engine.state, guard, engine.bundle, this.world.checking(guard)),
      verdict: guard.verdict,
      ...chipPlace(box, dir, pageControls()),
      ...this.detail(guard),
    };
    const shows = this.world.shows();
    const inChat = list && isNamed(guard);
    const hold = this.hold(guard);
    const card = this.cardView(guard);
    return {
      ...base,
      findings: this.findingsNow(guard),
      truncated: guard.report?.truncated ?? false,
      text: guard.reading.text,
      composer: box,
      ceiling: Math.min(headerBottom(), box.top),
      reporting: shows.reporting,
      ...(shows.supportUrl ? { support: shows.supportUrl } : {}),
      ...(inChat ? { chat: this.world.chatView(guard) } : {}),
      ...(shows.chip ? { chip } : {}),
      ...(card ? { card } : {}),
      ...(notice ? { notice: { words: notice.words, undoable: notice.undo !== undefined } } : {}),
      ...(hold ? { hold } : {}),
      announcement: this.announcements.words,
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
    if (!guard.hold) {
      this.announcements.holds("");
      return undefined;
    }
    const hold = holdView(guard, guard.hold, this.world.reasons(), this.enterUnknown());
    this.announcements.holds(holdAnnouncement(this.locale, hold, guard));
    const remark = this.world.shows().recordDays > 0 ? { remark: guard.remark.problems } : {};
    const { notice } = this.panels; // the hold covers its place
    return {
      ...hold,
      ...remark,
      ...(notice && !notice.undo ? { failed: notice.words } : {}),
      ...this.answers.about(guard.findings[hold.finding]),
    };
  }

  private cardView(guard: Guard): View["card"] {
    const { panels } = this;
    if (!guard.checking) panels.follow(this.findings, guard.findings);
    if (!panels.card) return undefined;
    const { finding } = panels.card;
    const found = guard.findings[finding];
    const anchor = this.anchor(finding);
    const ignore = found?.mutable ? scopesOf(guard) : [];
    return anchor && { finding, anchor, ignore, ...this.answers.about(found) };
  }
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
  const { left, top, right, bottom } = (
    container.localName === "footer" ? container : composer
  ).getBoundingClientRect();
  return { left, top, right, bottom };
}
