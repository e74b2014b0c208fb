/**
 * The switches of the WhatsApp Web replica. Each copies one fact of the real page, with its date and source key
 * (keys as in docs: MOD-A/MOD-B = published dumps of the page's own modules, spring/summer 2026; ALS, TT, WWP, INC, SSW,
 * PUB = public projects and tests; LEX = Lexical's sources). The defaults together are the newest page known, 2026-09/10.
 */

/** Interface languages of the page; `he` and `ar` are right to left. */
export type Locale = "en" | "fr" | "es" | "pt-BR" | "he" | "ar" | "zh";

/** How the Send button names itself; see sendvariants.ts for the date and source of each. */
export type SendVariant = "icon-send" | "wds-icon" | "testid-icon" | "svg-title" | "label-only" | "ai";

/** Content security policies the page can be served with; see csp.ts. */
export type CspVariant = "2026-10-05" | "no-wasm" | "trusted-types" | "style-self" | "none";

/** The media caption overlay [PUB 2026-03…09; selector pack 2026-06-18]. */
export interface CaptionOptions {
  /** Where `media-caption-input-container` sits: on the editable itself, on its parent, or nowhere. */
  testid: "itself" | "parent" | "none";
  /** "Add a caption" or the composer's "Type a message": both seen. */
  label: "caption" | "message";
  /** `data-tab` of the editable: both seen. */
  tab: "10" | "6";
  /** Label of the send control: "Send" (older) or "Send 1 selected" (newer). */
  send: "plain" | "count";
  /** A toggle for "view once" in the pill, between the field and the send control (general knowledge; the markup is ours). */
  once: boolean;
}

/** Everything a test can choose about the page. */
export interface ReplicaOptions {
  /** Interface language. Labels beyond those the sources quote are our translations. */
  locale: Locale;
  /** Dark puts `class="dark"` on body. */
  theme: "light" | "dark";
  /** Policy of the document. "2026-10-05" copies the live page [PUB e2e test 2026-10-05]. */
  csp: CspVariant;
  /** Seed of the class names; empty = new names at each load, as each build of the page has. */
  seed: string;
  /** `data-testid` everywhere: gone 2023-08-23 [WWJS #2434], back since ~2026-04 [PUB], present 2026-09 [ALS, MOD-B]. */
  testids: boolean;
  /** How other icons are named: `data-icon` (to 2026), `data-testid` (2026-06 [TT]) or `svg > title` (2026-09/10 [PUB]). */
  icons: "data-icon" | "testid" | "title";
  /** `#side` search: a real input (2026 [WWP, PUB]) or a contenteditable (to ~2025). */
  search: "input" | "contenteditable";
  /** Composer name: the chat's (2026 [MOD-B; PUB 2026-07/10]), the placeholder (2025), or a `title` (2023–24). */
  composerLabel: "chat" | "placeholder" | "title";
  /** `.lexical-rich-text-input` wrapper: 2023 to 2025-11, absent from MOD-B. */
  richTextWrapper: boolean;
  /** Follows a user preference; false must not switch linting off. */
  spellcheck: boolean;
  /** `dir` of each line: the browser's "auto" (current Lexical) or "ltr"/"rtl" computed by Lexical (before 0.36). */
  paragraphDir: "auto" | "computed";
  /** Setting "Enter is send"; it is not in the DOM [MOD-A WAWebOnEnterPlugin]. */
  enterIsSend: boolean;
  /** Enter raises the internal send action with focus outside the editor (inferred from MOD-B, unverified). */
  enterAnywhere: boolean;
  /** "Replace text with emoji": `:D` becomes an emoji under the user's hands [C0ntroller/no-wa-web-auto-emoji]. */
  textToEmoji: boolean;
  /** Suggestion lists for ":", "@" and "/" [MOD-A useWAWebLexicalEvent]. */
  suggestions: boolean;
  /** What an open list is: a listbox in the footer (spring 2026 [MOD-A]), or a box of plain buttons among the popovers (summer 2026
   *  [MOD-B WAWebLexicalTypeAheadList]). */
  suggestionList: "listbox" | "portal";
  /** Open lists set `aria-activedescendant` on the editor; whether the live page does is not established. */
  activeDescendant: boolean;
  /** Milliseconds between a paste event and its insertion; 0 is the next task. The handler is asynchronous [MOD-B]. */
  pasteDelay: number;
  /** Milliseconds after a change until the chat's draft is saved [MOD-B: about 200]. */
  draftSaveDelay: number;
  /** The Send button's markup. */
  send: SendVariant;
  /** The chat allows voice: an empty draft shows the microphone, otherwise a disabled Send [MOD-B]. */
  voice: boolean;
  /** The clock button beside Send [MOD-B WAWebScheduleMessageButton]. */
  schedule: boolean;
  /** The rewrite button `wwai_fab` in the composer [MOD-B]. */
  aiButton: boolean;
  /** DOM generation of message rows: 1 to 2026-02, 2 about 2026-04, 3 since 2026-06; see rows.ts. */
  rows: 1 | 2 | 3;
  /** Row `aria-label` "You:"/"Name:": on every row, on the first of a run [PUB 2026-07-21], or on none. */
  rowLabel: "all" | "run" | "none";
  /** `tail-in`/`tail-out` name the drawn side (tail-out = own [TT]) or the opposite [ALS, RTL interface]. */
  tails: "own-out" | "own-in";
  /** The notice that opens a chat, with its lock [icon `lock-small`: public scripts 2021–2024, later builds unverified]; without
   *  it older messages are left to load. */
  beginning: boolean;
  /** Below a group's name: its members, oneself as "You" [punchagan/bookmarklets, ALS 2026-09], or a hint until they are known. */
  members: "names" | "hint";
  /** Visible lines before the composer scrolls: 8, 15 behind a flag [MOD-B WAWebComposeBox]. */
  visibleLines: 8 | 15;
  /** Puts a CSS transform on an ancestor of the composer, which moves the base of `position: fixed`. */
  transformed: boolean;
  /** The media caption overlay. */
  caption: CaptionOptions;
  /** What a key on a drawn button (`role="button"`) does: runs its handler, or makes a click of a script's [MOD-A useWAWebStaticButtonA11y,
   *  WAWebRound; MOD-B: captions, forwards, statuses]. */
  buttonKeys: "handler" | "click";
  /** The forward dialog: its test ids of spring 2026 [PUB], or those of summer 2026 on nothing that is marked as a dialog [MOD-B
   *  WAWebSelectModal, WAWebForwardWithCaptionPreview; whether WAWebModal marks one is not established]. */
  forward: "forward-compose" | "chat-modal";
  /** Name of the chat open at load; empty = none open. */
  chat: string;
  /** Draft at load, as a `?text=` deep link gives it. */
  initialText: string;
}

/** The newest page known, in French. */
export const defaults: ReplicaOptions = {
  locale: "fr",
  theme: "light",
  csp: "2026-10-05",
  seed: "",
  testids: true,
  icons: "title",
  search: "input",
  composerLabel: "chat",
  richTextWrapper: false,
  spellcheck: true,
  paragraphDir: "auto",
  enterIsSend: true,
  enterAnywhere: false,
  textToEmoji: false,
  suggestions: true,
  suggestionList: "listbox",
  activeDescendant: true,
  pasteDelay: 0,
  draftSaveDelay: 200,
  send: "svg-title",
  voice: true,
  schedule: false,
  aiButton: false,
  rows: 3,
  rowLabel: "run",
  tails: "own-out",
  beginning: true,
  members: "names",
  visibleLines: 8,
  transformed: false,
  caption: { testid: "parent", label: "caption", tab: "10", send: "count", once: false },
  buttonKeys: "handler",
  forward: "forward-compose",
  chat: "Camille Martin",
  initialText: "",
};

/** What a caller may leave out. */
export type PartialOptions = Partial<Omit<ReplicaOptions, "caption">> & { caption?: Partial<CaptionOptions> };

/** Fills the gaps of `partial` with the defaults. */
export function withDefaults(partial: PartialOptions = {}): ReplicaOptions {
  return { ...defaults, ...partial, caption: { ...defaults.caption, ...partial.caption } };
}

/** Reads the options of a page address: `?o=<json>`, and `?text=` as the real deep link. */
export function optionsOf(url: URL): ReplicaOptions {
  const options = withDefaults(JSON.parse(url.searchParams.get("o") ?? "{}") as PartialOptions);
  const text = url.searchParams.get("text");
  return text === null ? options : { ...options, initialText: text };
}

/** The address that opens the replica with these options. */
export function replicaURL(partial: PartialOptions = {}, origin = "https://web.whatsapp.com"): string {
  const url = new URL("/", origin);
  if (Object.keys(partial).length > 0) url.searchParams.set("o", JSON.stringify(partial));
  return url.href;
}
