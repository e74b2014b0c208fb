// The border between TypeScript and the Go programs, and its only description: the Draft/Report contract and the one
// global each module sets. Offsets are UTF-16 code units, half-open, as JavaScript string indices. Times are RFC 3339.

/** How strongly a finding acts; the only scale there is, weakest first. */
export type Action = "note" | "warn" | "justify" | "block";

/** The strongest action of a report, or `clean`. */
export type Verdict = "clean" | Action;

/** Where text leaves from. */
export type Surface = "composer" | "caption" | "edit" | "forward" | "status" | "schedule" | "question";

export type ChatKind = "individual" | "group" | "channel" | "status" | "unknown";

export type Audience = "customer" | "partner" | "colleague" | "personal" | "unknown";

export type BundleState = "packaged" | "current" | "stale" | "refused";

/** A language as ISO 639-1 code; confidence is 0..1, and 0 says that it was only presumed. */
export interface Language {
  code: string;
  confidence: number;
  /** Other languages that a part of the text is in: their rules apply too. */
  also?: string[];
}

export interface Chat {
  kind: ChatKind;
  audience: Audience;
  language?: string;
  /** Number of people who read the chat, where the page shows it. */
  readers?: number;
  role?: string;
}

export interface ThreadMessage {
  from: "me" | "them";
  text: string;
  /** RFC 3339. */
  at?: string;
}

/** The draft as read from the page. An absent thread means "unreadable"; messages are oldest first, at most 20. */
export interface Draft {
  /** Grows by one with each change; the report repeats it. */
  revision: number;
  text: string;
  /** The interface's language, an ISO 639-1 code. */
  locale: string;
  /** RFC 3339 with offset; the engine has no clock of its own. */
  now: string;
  surface: Surface;
  /** Absent while the language program has not answered. */
  language?: Language;
  chat?: Chat;
  thread?: { complete: boolean; messages: ThreadMessage[] };
}

/** Replaces the UTF-16 range start..end of the draft by text. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** Fixes are alternatives: at most one of a finding's fixes is applied. */
export interface Fix {
  title: string;
  edits: Edit[];
}

/** One problem. A whole-draft finding spans 0..length. */
export interface Finding {
  /** `pack/stem`, an id for ever. */
  rule: string;
  category: string;
  entity?: string;
  action: Action;
  start: number;
  end: number;
  /** Plain text in the draft's locale. */
  message: string;
  /** 1 (weak) to 5 (certain). */
  confidence: number;
  /** The reader may switch its rule off: a note, or a warn that allows it. Never with `justify` and `block`. */
  mutable?: true;
  fixes: Fix[];
  /** Ids that the rule had: it is switched off under them too. */
  formerly?: string[];
}

export interface BundleInfo {
  version: string;
  state: BundleState;
}

/** All findings of a draft, at most 200, in order of start. `truncated` says that there were more. */
export interface Report {
  revision: number;
  verdict: Verdict;
  language: Language;
  findings: Finding[];
  truncated?: boolean;
  bundle: BundleInfo;
}

/** What comes instead of a report when the engine failed on this draft; the engine goes on living. */
export interface ReportError {
  revision: number;
  error: string;
}

/** The one global of linter.wasm. Values cross as JSON text; rules as the bytes of rules.json. */
export interface BontonLinter {
  /** Puts rules in force, all or nothing. Answers `{bundle: BundleInfo}` or `{error: string}`. Without a state they count as
   *  `packaged`: the engine cannot know where they came from. */
  load(rules: Uint8Array, state?: BundleState): string;
  /** Says of the rules in force that their state is another. */
  state(state: BundleState): void;
  /** What the next drafts have beside their text: a Draft without `revision`, `text` and `now`, and its thread, as JSON text
   *  both; no thread is an unreadable one. Answers nothing, or `{error: string}`: the setting before then stays. */
  about(setting: string, thread?: string): string;
  /** Does a few milliseconds of the work that would else fall to the first drafts; false when nothing is left. To be called
   *  after each load until then: memory is collected only from its last piece on. */
  warm(): boolean;
}

/** What linter.wasm exports for the typing path, as numbers in its memory. `linterOf` in call.mjs speaks it. */
export interface LinterExports {
  mem: WebAssembly.Memory;
  /** The address of so many bytes, good until the next call; 0 where a draft is longer than the engine reads. */
  room(bytes: number): number;
  /** Lints the draft whose text and time, `text` and `now` bytes of UTF-8, lie one behind the other in the room; -1 stands for
   *  a text that found none. Answers the bytes of the Report or ReportError, as JSON, that lies in the room then. */
  lint(revision: number, text: number, now: number): number;
}

/** The one global of reasons.wasm. Texts cross as the bytes of texts.json. */
export interface BontonReasons {
  /** Says whether texts could be loaded and have no HTML beside what `why` may answer. Answers `{version}` or `{error}`. */
  check(texts: Uint8Array): string;
  /** Takes the reasons of a bundle, all or nothing. Answers `{version: string}` or `{error: string}`. */
  load(texts: Uint8Array): string;
  /** The reason of a rule as sanitised HTML (p br strong em ul ol li code, https links). Answers `{html}` or `{error}`. */
  why(rule: string, locale: string): string;
}

/** The one global of language.wasm. */
export interface BontonLanguage {
  /** The language of a text, of which the first 4,000 letters are read. Answers a Language, with an empty code when there are
   *  no letters, or `{error}`. */
  of(text: string): string;
}

/** What updater.wasm is given for one look at the signed bundle. */
export interface UpdaterJob {
  /** The root.json that is trusted from the start. */
  root: Uint8Array;
  /** The bundle that shipped, by file name. */
  packaged: Record<string, Uint8Array>;
  channel: string;
  /** What the engine of this package can do. */
  engine: number;
  /** Ask the repository too, instead of only verifying what is held. */
  update: boolean;
}

/** Network and storage, which Go has none of in a browser. */
export interface UpdaterPorts {
  /** A file of the repository, at most `max` bytes. Rejects with an Error named NotFound, Status, Redirect or TooLarge, or any
   *  other where nothing came. */
  fetch(path: string, max: number): Promise<Uint8Array>;
  /** A file of the updater's state. Nothing read from it is trusted. */
  read(name: string): Promise<Uint8Array | undefined>;
  /** Replaces files of the state, all of them or none. */
  write(files: Record<string, Uint8Array>): Promise<void>;
}

/** A bundle whose signatures and hashes were verified. Times are RFC 3339. */
export interface VerifiedBundle {
  version: string;
  channel: string;
  source: "packaged" | "stored" | "fetched";
  /** SHA-256 of the first root in hex: who is trusted. */
  root: string;
  /** Signed with development keys, which are public. */
  dev: boolean;
  /** Signed by keys that a newer root no longer names. */
  revoked: boolean;
  created: string;
  /** When the admins' signature ends. Ends stop updates, never rules. */
  ends: string;
  /** Until when the repository vouched that there is nothing newer. */
  fresh?: string;
}

/** Why nothing newer was taken: it was not to be trusted, not for this engine, did not come, or could not be kept. */
export interface UpdaterError {
  class: "untrusted" | "unfit" | "unavailable" | "storage" | "failed";
  message: string;
}

/** Both may be there: a failed update leaves the bundle in force. */
export interface UpdaterAnswer {
  bundle?: VerifiedBundle;
  error?: UpdaterError;
}

/** The one global of updater.wasm. */
export interface BontonUpdater {
  /** One look. `answer` is an UpdaterAnswer as JSON text; with a bundle there are its files, unpacked. */
  run(
    job: UpdaterJob,
    ports: UpdaterPorts,
  ): Promise<{ answer: string; rules?: Uint8Array; texts?: Uint8Array; lessons?: Uint8Array }>;
}

declare global {
  // biome-ignore lint/style/noVar: a global property is declared with var
  var bontonUpdater: BontonUpdater | undefined;
  // biome-ignore lint/style/noVar: a global property is declared with var
  var bontonLinter: BontonLinter | undefined;
  // biome-ignore lint/style/noVar: a global property is declared with var
  var bontonReasons: BontonReasons | undefined;
  // biome-ignore lint/style/noVar: a global property is declared with var
  var bontonLanguage: BontonLanguage | undefined;
}
