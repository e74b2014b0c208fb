// What is on the screen for the composer in use: answers what the user and the page ask to see, and has it drawn, once a frame. What is
// drawn is collected elsewhere (collect.ts).
import type { Finding } from "../../wasm/linter/engine.d.ts";
import { type Locale, t } from "../strings.ts";
import type { Mounted } from "../ui/mount.tsx";
import type { Reported } from "../ui/view.ts";
import { Announcements } from "./announcements.ts";
import { Answers } from "./answers.ts";
import { Collector, type ScreenWorld } from "./collect.ts";
import type { Engine } from "./engine.ts";
import type { Guard } from "./guard.ts";
import { Panels } from "./panels.ts";
import { Redraw } from "./redraw.ts";

export class Screen {
  private used: Guard | undefined;
  readonly panels = new Panels();
  readonly answers = new Answers();
  readonly announcements = new Announcements(() => this.update());
  private readonly collector: Collector;
  private readonly redraw = new Redraw(
    () => this.draw(),
    () => this.awaitsAnswer(),
  );

  constructor(
    private readonly ui: Mounted,
    private readonly engine: Engine,
    private readonly world: ScreenWorld,
    enterUnknown: () => boolean,
  ) {
    this.collector = new Collector(engine, world, enterUnknown, this);
  }

  /** The draft of the composer in use. */
  get guard(): Guard | undefined {
    return this.used;
  }

  /** Turns to another draft: what is open, or can be undone, was of the one before. */
  set guard(guard: Guard | undefined) {
    if (guard === this.used) return;
    this.used = guard;
    this.draftChanged();
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
    this.announcements.afterPause(() => this.collector.found(this.guard));
    this.update();
  }

  open(finding: number, byPointer = false): void {
    this.panels.openCard(finding, byPointer);
    this.answers.forgetReason();
    if (!byPointer) this.tellOf(finding);
    this.update();
  }

  /** Says of which finding a card was opened: the focus goes to a button of it, or stays where it is. */
  private tellOf(index: number): void {
    const findings = this.guard?.findings ?? [];
    const message = findings[index]?.message;
    if (message === undefined) return;
    const { length } = findings;
    const position = length > 1 ? `${t(this.locale, "card_position", index + 1, length)}. ` : "";
    this.announcements.say(position + message, message);
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

  /** Puts the focus into what there is to do, for the keyboard: the hold, else the card after the open one, else the list. Answers
   *  whether there is anything. */
  openNext(): boolean {
    const { guard } = this;
    if (guard?.hold) return this.ui.focus("hold");
    const count = guard?.findings.length ?? 0;
    if (count > 0) this.open(((this.panels.card?.finding ?? -1) + 1) % count);
    else if (guard?.composer.isConnected && this.world.shows().chip)
      this.panels.list = true; // it stands above the chip
    else return false;
    this.draw();
    return this.ui.focus(count > 0 ? "card" : "list");
  }

  /** A finding as it is on the screen now, which may be a moment behind the draft. */
  shown(finding: number): Finding | undefined {
    return this.collector.findings[finding];
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
    this.ui.render(this.collector.view(this.guard));
  }
}
