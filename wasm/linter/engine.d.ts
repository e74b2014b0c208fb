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
  /** Puts rules in force, all or nothing. Answers `{bundle: BundleInfo}` or `{error: string}`. */
  load(rules: Uint8Array): string;
  /** Takes a Draft, answers a Report or a ReportError. Never throws. A thread may come apart from its draft: its text is
   *  then read only when it is another than the time before. */
  lint(draft: string, thread?: string): string;
  /** Does a few milliseconds of the work that would else fall to the first drafts; false when nothing is left. */
  warm(): boolean;
}

/** The one global of reasons.wasm. Texts cross as the bytes of texts.json. */
export interface BontonReasons {
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

declare global {
  // biome-ignore lint/style/noVar: a global property is declared with var
  var bontonLinter: BontonLinter | undefined;
  // biome-ignore lint/style/noVar: a global property is declared with var
  var bontonReasons: BontonReasons | undefined;
  // biome-ignore lint/style/noVar: a global property is declared with var
  var bontonLanguage: BontonLanguage | undefined;
}
