// What a guard needs from outside: the page, the engine, what is kept, and the clock, all as functions.
import type {
  Audience,
  Chat,
  ChatKind,
  Draft,
  Finding,
  Language,
  Report,
  Surface,
} from "../../wasm/linter/engine.d.ts";
import type { Outcome } from "../store/record.ts";
import type { Guard } from "./guard.ts";
import type { OnEngineFailure } from "./send.ts";
import type { ShownFile } from "./whatsapp-files.ts";

export interface GuardWorld {
  engineReady(): boolean;
  /** Resolves with a report, or an error of this one draft; never if the engine is lost. */
  lint(draft: Draft): Promise<Report | { revision: number; error: string }>;
  /** Resolves with the language of a text; undefined where nobody tells it; never if the engine is lost. */
  language(text: string): Promise<Language | undefined>;
  chatName(): string;
  /** The kind of the open chat by its marks alone, which are there whatever was said in it. */
  chatMark(): ChatKind;
  /** The chat that text from this surface goes to. */
  chat(surface: Surface): Chat;
  /** The messages before it, the same object until they change; undefined where they cannot be read. */
  thread(surface: Surface): Draft["thread"];
  surface(composer: HTMLElement): Surface;
  /** The files shown beside a caption. */
  files(composer: HTMLElement): ShownFile[];
  /** The words for a finding in a file's name. */
  sayOfFile(name: string, message: string): string;
  /** The question whether a file is meant for this chat, where the policy wants it asked. */
  askOfFile(name: string, chat: string): string | undefined;
  locale(): string;
  /** RFC 3339 with offset. */
  now(): string;
  /** Milliseconds, monotonic. */
  clock(): number;
  onEngineFailure(): OnEngineFailure;
  /** Whether a finding counts for this draft, or its rule was switched off. */
  heeds(finding: Finding, guard: Guard): boolean;
  /** Whether drafts are checked at all: not while it is off or paused. */
  checks(): boolean;
  /** Whom the draft goes to, as far as that was said. */
  audience(guard: Guard): Audience;
  /** The writer's role in the company, if it has one for the rules. */
  role(): string | undefined;
  /** What became of findings that a send was attempted with; `reason` is the id of the one chosen. */
  attempted(guard: Guard, findings: readonly Finding[], outcome: Outcome, reason?: string): void;
  /** Draft, report or hold changed: show it. */
  updated(guard: Guard): void;
}
