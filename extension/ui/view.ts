// What the UI shows and what it can ask for. The UI receives a View and an Actions object and knows nothing of the
// page, of the engine or of chrome.*: whoever owns the draft (content/guard.ts, the practice room) decides.
import type { Action, BundleInfo, Finding, Verdict } from "../../wasm/linter/engine.d.ts";
import type { Mark } from "../store/chats.ts";
import type { Locale } from "../strings.ts";

/** What the chip says about the checking itself. */
export type ChipState = "starting" | "checking" | "ready" | "off" | "paused" | "exempt" | "stale" | "failed";

/** For how long a hint is switched off: for this text, in this chat, everywhere. */
export type IgnoreScope = "once" | "chat" | "always";

/** A rectangle in CSS pixels of the layout viewport. */
export interface Rect {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** What the panel of a hold says. */
export type HoldPhase =
  /** The engine has not answered yet for this text. */
  | "checking"
  /** The answer came and it is clean: the next send passes. */
  | "clean"
  /** Held by findings; the next send acts as `action` says. */
  | "held"
  /** A release is armed: the next send of exactly this text passes. */
  | "armed"
  /** The engine is down, or not there yet, and the policy holds in that case; acts like `warn`. */
  | "unchecked";

/** A report of a false positive: copied, or the words to copy by hand where the browser lends no clipboard. */
export type Reported = true | string;

export interface HoldView {
  phase: HoldPhase;
  /** The verdict's action; `warn` while checking or unchecked. */
  action: Action;
  /** Index into View.findings of the strongest finding; -1 while there is none. */
  finding: number;
  /** It is not yet known whether Enter sends or breaks a line, so both are held. */
  enterUnknown: boolean;
  reasons: { id: string; text: string }[];
  /** While unchecked: the engine is not gone, it starts. */
  starting?: boolean;
  /** How many people will read the message, in a group that shows it. */
  readers?: number;
  /** Sanitised HTML of the finding's reason, once asked for and answered. */
  why?: string;
  reported?: Reported;
  /** Where a reason can have a remark: what is written of it so far, and why it would not be kept, a sentence each. */
  remark?: { text: string; problems: readonly string[] };
  /** What could not be done with the draft as it is, a sentence. */
  failed?: string;
}

export interface CardView {
  /** Index into View.findings. */
  finding: number;
  /** Where the finding is drawn; the card stays beside it. */
  anchor: Rect;
  /** Sanitised HTML of the reason, once asked for and answered. */
  why?: string;
  reported?: Reported;
  /** Ways to switch the hint off; drawn for `note` and `warn` alone. */
  ignore?: readonly IgnoreScope[];
}

/** What was just done and can be undone, or what could not be done. */
export interface NoticeView {
  words: string;
  undoable: boolean;
}

/** Everything shown for the composer in use; absent parts are not drawn. Of hold, card, list and notice the first one is. */
export interface View {
  locale: Locale;
  theme: "light" | "dark";
  dir: "ltr" | "rtl";
  chip?: {
    state: ChipState;
    verdict: Verdict;
    /** Top-left corner of the chip; free of the page's own controls. */
    left: number;
    top: number;
    /** More words about the state, such as "reload this tab" after an update. */
    detail?: string;
  };
  findings: readonly Finding[];
  /** There were more findings than a report holds. */
  truncated?: boolean;
  /** The draft that the findings refer to; with it a fix shows the words it replaces. */
  text?: string;
  bundle?: BundleInfo;
  /** The composer's box; panel and list open above it. */
  composer?: Rect;
  /** Panels stay below this line where they have the room, in CSS pixels from the viewport's top. */
  ceiling?: number;
  /** What the open chat is marked as, and whether a mark as personal exempts it; absent where no chat is written to.
   *  Drawn only while the list is open: the page can read what is drawn. */
  chat?: { mark?: Mark; exempts: boolean; wasPersonal?: boolean };
  /** Whether errors may be reported; yes by default. */
  reporting?: boolean;
  /** The company's address for help, offered once an error was copied: https. */
  support?: string;
  /** The list of all findings, opened from the chip. */
  list: boolean;
  card?: CardView;
  hold?: HoldView;
  notice?: NoticeView;
  /** The text last put in the polite live region; a change is announced. */
  announcement: string;
  /** The part of it that is a rule's message, in the language that rules are written in. */
  quoted?: string;
}

/** What the user may ask for. Each is called only after a trusted event on a part shown for at least 400 ms and topmost at the pointer. */
export interface Actions {
  /** Apply fix `fix` of finding `finding` (indices). */
  fix(finding: number, fix: number): void;
  /** Close the panel and put the caret at the finding. */
  edit(finding: number): void;
  /** Arm the next send of a `warn` hold. */
  sendAnyway(): void;
  /** Arm the next send of a `justify` hold with the reason's id. */
  justify(reason: string): void;
  /** The remark beside a reason, as it is now. */
  remark?(text: string): void;
  /** Copy rule id and bundle version, never text. */
  report(finding: number): void;
  /** Switch a finding's rule off; needed where a card offers it. */
  ignore?(finding: number, scope: IgnoreScope): void;
  /** Mark the open chat, or take its mark off. */
  mark?(mark: Mark | undefined): void;
  /** Undo what the notice tells of. */
  undo?(): void;
  /** Ask for the reason of a finding's rule. */
  why(finding: number): void;
  /** Open the card of a finding; -1 closes it. */
  open(finding: number): void;
  /** Open or close the list of findings. */
  toggleList(): void;
  /** Close whatever is open, disarm, and give the caret back. */
  close(): void;
}
