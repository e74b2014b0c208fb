// Owns the state of one draft: what was read, what the engine says of it (linting.ts), and whether it is held (holding.ts).
import type { Chat, Draft, Finding, Report, Surface, Verdict } from "../../wasm/linter/engine.d.ts";
import type { ChatName } from "../protocol.ts";
import type { SeenDraft } from "./enter-mode.ts";
import { FileNames, together } from "./files.ts";
import type { GuardWorld } from "./guard-world.ts";
import { nameInDraft } from "./heed.ts";
import { type Attempted, Holding } from "./holding.ts";
import { Linting } from "./linting.ts";
import { OffsetMap, type Reading, readDraft } from "./read.ts";
import { Remark } from "./remark.ts";
import { type Answer, type Decision, type DraftKey, type SendState, sameKey } from "./send.ts";
import { Surroundings } from "./surroundings.ts";

export class Guard {
  reading: Reading = { text: "", lead: 0, blocks: 0 };
  /** The finding whose fix is being applied: nothing may be sent between the old text and the new. */
  fixing: Finding | undefined;
  private key: DraftKey = { text: "", chat: "", surface: "composer", files: "" };
  private readonly around: Surroundings;
  private readonly linting: Linting;
  /** Findings that are ignored in this draft, until it is sent or another chat is opened. */
  private readonly once = new Set<string>();
  /** The names of the files that a caption goes with. */
  private readonly names: FileNames;
  /** The pointer or the focus is on the button that schedules the draft: it is checked as what it is about to be. */
  private scheduling = false;
  private readonly holding: Holding;
  /** How many sends of the user's were held; each is said, though it says the same. */
  attempts = 0;
  /** What the user adds to the reason of a hold. */
  readonly remark: Remark;

  constructor(
    readonly composer: HTMLElement,
    private readonly world: GuardWorld,
  ) {
    this.around = new Surroundings(world);
    this.linting = new Linting({
      text: () => this.key.text,
      setting: () => this.setting(),
      asks: () => this.key.text !== "" && world.engineReady() && world.checks(),
      depends: () => [world.checks(), world.locale(), world.audience(this), world.role()].join(" "),
      lint: world.lint,
      language: world.language,
      counts: (finding) => this.counts(finding),
      settled: () => this.settled(),
    });
    this.holding = new Holding({
      clock: world.clock,
      onEngineFailure: world.onEngineFailure,
      answer: () => this.answer(),
      findings: () => this.findings,
      verdict: () => this.verdict,
      checking: () => this.checking,
      attempted: (...said) => world.attempted(this, ...said),
    });
    this.remark = new Remark({
      lint: world.lint,
      around: () => this.setting(),
      changed: () => world.updated(this),
    });
    this.names = new FileNames({
      engineReady: world.engineReady,
      lint: world.lint,
      around: () => this.setting(),
      say: world.sayOfFile,
      question: (name) => world.askOfFile(name, this.key.chat),
      changed: () => this.settled(),
    });
    this.around.look(world.surface(composer));
    this.refresh();
  }

  /** Whether a send of the draft is held, and why. */
  get hold(): SendState {
    return this.holding.hold;
  }

  /** What the engine says of the draft as it is now, without what is ignored; undefined while it looks at it. */
  get report(): Report | undefined {
    return this.linting.report;
  }

  /** The engine failed on this very draft. */
  get error(): string | undefined {
    return this.linting.error;
  }

  get findings(): readonly Finding[] {
    const named = this.names.text && this.world.checks() ? this.names.findings(this.key.text.length) : [];
    return [...(this.report?.findings ?? []), ...named.filter((finding) => this.counts(finding))];
  }

  get verdict(): Verdict {
    return together(this.report?.verdict ?? "clean", this.names.text ? this.findings : []);
  }

  /** The chat that is open around the composer, for what is kept of it: the same name whichever messages are in sight. */
  get chatName(): ChatName {
    return { kind: this.around.mark, title: this.key.chat };
  }

  /** The draft and its place, to tell what an Enter did to it. */
  get seen(): SeenDraft {
    const { text, blocks } = this.reading;
    return { text, blocks, composer: this.composer, chat: this.key.chat };
  }

  /** How many others read the chat, where it is a group that shows them. */
  get readers(): number | undefined {
    return this.around.chat.readers;
  }

  get surface(): Surface {
    return this.key.surface;
  }

  /** Whether there is a draft that the engine has not answered yet. */
  get checking(): boolean {
    const open = (this.key.text !== "" && !this.report) || this.names.checking;
    return open && !this.error && this.world.checks();
  }

  /** Whether an engine is about to answer. */
  get awaited(): boolean {
    return this.checking && this.world.engineReady();
  }

  /** Reads the page again, after anything on it changed. */
  refresh(): void {
    this.reading = readDraft(this.composer);
    const key: DraftKey = {
      text: this.reading.text,
      chat: this.world.chatName(),
      surface: this.surfaceNow(),
      files: this.names.text,
    };
    if (sameKey(key, this.key)) return;
    this.holding.changed(key, this.key, this.fixing);
    this.remark.clear();
    if (key.text === "" || key.chat !== this.key.chat) {
      this.once.clear();
      this.linting.language.forget();
    }
    if (this.key.chat !== "" && key.chat !== this.key.chat) this.around.leave();
    this.key = key;
    this.linting.anew();
    this.world.updated(this);
  }

  /** The page around the composer changed: what kind of chat it is, and what was said in it, may show only now. Another
   *  kind is checked like another draft; new messages are, while what is known stays in force and on the screen. */
  lookAround(): void {
    this.lookAtFiles();
    this.refresh();
    const { kind } = this.around.chat;
    if (!this.around.look(this.key.surface)) return;
    if (this.around.chat.kind !== kind) this.recheck();
    else this.linting.again();
  }

  /** The composer's DOM changed: the draft did, or the page drew the same draft with other nodes. */
  redrawn(): void {
    const { report } = this;
    this.refresh();
    if (report && report === this.report) this.world.updated(this);
  }

  /** Asks the engine again: it is new, or its rules are. */
  recheck(): void {
    this.linting.restart();
    this.names.recheck();
    this.world.updated(this);
  }

  /** Other rules are in force, or other news of them: the draft is linted again, while what is known of it stays in force and on
   *  the screen, which may say something else of the rules. */
  renew(): void {
    this.linting.again();
    this.names.again();
    this.world.updated(this);
  }

  /** What counts changed: the report is looked through again, and the engine asked anew if it would answer otherwise.
   *  A hold whose cause is gone goes with it. */
  reconsider(): void {
    if (!this.world.checks()) this.holding.hold = undefined;
    if (this.linting.reconsider()) this.names.recheck();
    this.holding.dropIdle();
    this.world.updated(this);
  }

  /** Ignores a finding in this draft alone, or takes that back. */
  ignoreOnce(finding: Finding, ignore: boolean): void {
    const name = this.nameOf(finding);
    if (ignore) this.once.add(name);
    else this.once.delete(name);
    this.reconsider();
  }

  /** Decides an attempt to send, inside its event. */
  attempt(event: Event, repeat: boolean, kind: Attempted = "send"): Decision["outcome"] {
    if (!this.asks()) return "pass";
    if (this.fixing) return "swallow";
    const outcome = this.holding.attempt(this.key, event, repeat, kind);
    if (outcome === "hold" && event.isTrusted) this.attempts += 1;
    this.world.updated(this);
    return outcome;
  }

  /** The press that was let go is a click. */
  complete(): void {
    this.holding.complete();
    this.world.updated(this);
  }

  /** Whether the draft would go without a hold. */
  isFree(): boolean {
    return !this.asks() || (!this.fixing && this.holding.free);
  }

  /** The engine is gone, or comes: a hold that waits for its answer says so. */
  engineChanged(): void {
    this.settled();
  }

  /** The composer was taken away with its draft. */
  leave(): void {
    this.holding.leave();
  }

  /** The user chose to send anyway, or a reason. The next send of this draft passes. */
  arm(reason?: string): void {
    this.holding.arm(reason);
    this.world.updated(this);
  }

  /** The user says that a finding is wrong. */
  reportWrong(finding: Finding): void {
    this.holding.wrong(finding);
  }

  /** The user closed the panel, `toEdit` the draft or for good: nothing is held, nothing is armed; the next send is decided anew. */
  dismiss(toEdit = false): void {
    this.holding.end(toEdit);
    this.remark.clear();
    this.world.updated(this);
  }

  /** Offsets of the draft as places in the DOM, valid until the DOM changes. */
  map(): OffsetMap {
    return new OffsetMap(this.composer, this.reading.lead);
  }

  /** Where a finding's words are drawn, valid until the DOM changes. */
  ranges(): (finding: Finding) => Range | undefined {
    let map: OffsetMap | undefined; // most drafts have no finding
    return (finding) => {
      map ??= this.map();
      return this.names.range(finding) ?? map.range(finding.start, finding.end);
    };
  }

  /** Whether a node draws what findings are about. */
  draws(node: Node): boolean {
    return this.composer.contains(node) || this.names.draws(node);
  }

  /** The user is about to press a control: one that schedules, or any other. What is held stays the one meant while the pointer goes
   *  between the draft, the panel and the controls, until another control is pressed (`sure`). */
  aim(schedule: boolean, sure = false): void {
    if (schedule === this.scheduling || (!sure && this.hold)) return;
    this.scheduling = schedule;
    this.refresh();
  }

  /** Whether there is anything to hold, as the page is now. */
  private asks(): boolean {
    this.lookAtFiles();
    this.refresh();
    return (this.key.text !== "" || this.key.files !== "") && this.world.checks();
  }

  private surfaceNow(): Surface {
    const surface = this.world.surface(this.composer);
    return surface === "composer" && this.scheduling ? "schedule" : surface;
  }

  private lookAtFiles(): void {
    this.names.take(this.surfaceNow() === "caption" ? this.world.files(this.composer) : []);
  }

  private counts(finding: Finding): boolean {
    const ignored = finding.mutable && this.once.has(this.nameOf(finding));
    return !ignored && this.world.heeds(finding, this);
  }

  /** What makes two findings the same within a draft, or within the name of a file. */
  private nameOf(finding: Finding): string {
    return this.names.nameOf(finding) ?? nameInDraft(finding, this.key.text);
  }

  private answer(): Answer {
    const answered = (this.report || this.key.text === "") && !this.names.checking;
    if (answered) return { kind: "report", verdict: this.verdict };
    return this.error || !this.world.engineReady() ? { kind: "none" } : { kind: "checking" };
  }

  /** Something is known now that was not: a hold may say it. */
  private settled(): void {
    this.holding.answered(this.key);
    this.world.updated(this);
  }

  /** All of a draft that its text has no part in. */
  private setting(): Omit<Draft, "revision" | "text"> {
    const { thread } = this.around;
    return {
      locale: this.world.locale(),
      now: this.world.now(),
      surface: this.key.surface,
      chat: this.chatNow(),
      ...(thread ? { thread } : {}),
    };
  }

  private chatNow(): Chat {
    const role = this.world.role();
    return { ...this.around.chat, audience: this.world.audience(this), ...(role ? { role } : {}) };
  }
}
