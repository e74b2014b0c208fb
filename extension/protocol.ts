// Every message that crosses a border inside the extension, in one place. What arrives is checked by its receiver:
// page scripts can post to the frame, and an older version of us may still run in an open tab.
import type { BundleInfo, ChatKind, Draft, Language, Report, ReportError } from "../wasm/linter/engine.d.ts";
import { type Change, isChange } from "./store/kept.ts";

/** The only site we run on. */
export const SITE = "https://web.whatsapp.com";

/** Content script → engine frame, by extension messaging, which a page cannot forge: "obey the port that brings this".
 *  In Firefox it goes by way of the background. */
export interface TokenMessage {
  kind: "engine-token";
  /** 128 random bits in hexadecimal, used once. */
  token: string;
}

/** The programs of the engine, each with a Worker and a port of its own. */
export const programs = ["linter", "reasons", "language"] as const;
export type Program = (typeof programs)[number];

/** Content script → engine frame, by window.postMessage with a MessagePort for each of `programs`, in their order. */
export interface PortMessage {
  kind: "engine-port";
  token: string;
}

/** Content script → engine. `id` grows by one and the answer repeats it. */
export type EngineRequest = LintRequest | ReasonRequest | LanguageRequest;

export interface LintRequest {
  id: number;
  kind: "lint";
  draft: Omit<Draft, "thread">;
  /** The draft's thread as JSON text, written once for all drafts that follow it. */
  thread?: string;
}

export interface ReasonRequest {
  id: number;
  kind: "why";
  rule: string;
  locale: string;
}

export interface LanguageRequest {
  id: number;
  kind: "language";
  text: string;
}

/** The program that answers each kind of request. */
export const answeredBy: Record<EngineRequest["kind"], Program> = {
  lint: "linter",
  why: "reasons",
  language: "language",
};

/** Engine → content script. `ready` and `failed` come unasked: once loaded, or when there is no engine (any more). */
export type EngineReply =
  | { kind: "ready"; bundle: BundleInfo }
  /** Other rules are in force from here on; what was answered before was by the old ones. */
  | { kind: "rules"; bundle: BundleInfo }
  | { kind: "failed"; error: string }
  | { kind: "report"; id: number; report: Report | ReportError }
  /** Without `html` there is no reason to show. */
  | { kind: "why"; id: number; html?: string }
  /** Without `language` there is no program to tell it. */
  | { kind: "language"; id: number; language?: Language };

/** Name of the runtime port on which the background answers EngineRequests when the frame cannot. */
export const ENGINE_PORT = "engine";

/** What tells a chat from another. */
export interface ChatName {
  kind: ChatKind;
  /** As the page shows it; leaves the tab for the background alone, which makes an id of it and forgets it. */
  title: string;
}

/** Content script → background: the id under which something is kept of a chat. Answered by 32 hexadecimal digits. */
export interface ChatRequest {
  kind: "chat";
  chat: ChatName;
}

/** Content script or page of ours → background: change what is kept. Answered by `true` once it is. */
export interface KeepRequest {
  kind: "keep";
  change: Change;
}

/** Content script, page or frame of ours → background: look for new rules if that is due, or `now`. Answered by a PollReply. */
export interface PollRequest {
  kind: "poll";
  now: boolean;
}

export interface PollReply {
  /** When to ask again, in milliseconds. */
  again: number;
}

/** Popup → content script of the active tab. */
export type PageRequest = { kind: "probe" };

/** How well one part of the page was recognised. Holds no text of the page. */
export interface ProbePart {
  part: string;
  /** The place in the list of selectors that matched, from 1; 0 when none did. */
  tier: number;
  tiers: number;
  /** How many elements matched. */
  count: number;
  /** Whether what was found could be understood, not only found. */
  readable: boolean;
}

/** Content script → popup. */
export interface ProbeReply {
  parts: ProbePart[];
  engine: { state: EngineState; host: "frame" | "background" | "none"; bundle?: BundleInfo };
  enterMode: EnterMode;
}

export type EngineState = "starting" | "ready" | "failed";

/** Whether Enter alone sends or breaks the line; WhatsApp keeps it out of the DOM, so it is learnt. */
export type EnterMode = "unknown" | "sends" | "breaks";

/** Whether a message came from our content script in the top frame of a WhatsApp tab. */
export function isOwnContentScript(sender: chrome.runtime.MessageSender | undefined): boolean {
  if (sender?.id !== chrome.runtime.id || sender.frameId !== 0 || sender.tab?.id === undefined) return false;
  return sender.url !== undefined && new URL(sender.url).origin === SITE;
}

/** Whether a message came from a page of the extension itself, which stands in a tab or popup of its own. */
export function isOwnPage(sender: chrome.runtime.MessageSender | undefined): boolean {
  return sender?.id === chrome.runtime.id && sender.url?.startsWith(chrome.runtime.getURL("pages/")) === true;
}

/** Whether a message came from a page or frame of the extension, wherever it stands. */
export function isOwnFile(sender: chrome.runtime.MessageSender | undefined): boolean {
  return sender?.id === chrome.runtime.id && sender.url?.startsWith(chrome.runtime.getURL("")) === true;
}

export function isChatRequest(value: unknown): value is ChatRequest {
  if (!hasKind(value, "chat")) return false;
  const { chat } = value as { chat?: Partial<ChatName> };
  return typeof chat?.kind === "string" && typeof chat.title === "string";
}

export function isKeepRequest(value: unknown): value is KeepRequest {
  return hasKind(value, "keep") && isChange((value as { change?: unknown }).change);
}

export function isPollRequest(value: unknown): value is PollRequest {
  return hasKind(value, "poll") && typeof (value as PollRequest).now === "boolean";
}

export function isTokenMessage(value: unknown): value is TokenMessage {
  return hasKind(value, "engine-token") && typeof (value as TokenMessage).token === "string";
}

export function isPortMessage(value: unknown): value is PortMessage {
  return hasKind(value, "engine-port") && typeof (value as PortMessage).token === "string";
}

export function isPageRequest(value: unknown): value is PageRequest {
  return hasKind(value, "probe");
}

function hasKind(value: unknown, kind: string): boolean {
  return typeof value === "object" && value !== null && (value as { kind?: unknown }).kind === kind;
}
