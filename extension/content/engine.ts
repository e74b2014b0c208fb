// Keeps one engine for the tab: the frame first, anew when it is lost, the background when frames keep failing.
import type { BundleInfo, Draft, Language, Report, ReportError } from "../../wasm/linter/engine.d.ts";
import type { EngineState } from "../protocol.ts";
import { openBackground } from "./engine-background.ts";
import { openFrame } from "./engine-frame.ts";
import type { EngineLink, LinkEvents } from "./engine-link.ts";

/** How long an engine may take from its start to `ready`, in milliseconds. */
const START_MS = 15_000;

/** So many frames lost within this time are a page that does not let them live, in milliseconds. */
const PATIENCE = { frames: 3, within: 60_000 };

/** Waits before another try after both hosts failed, in milliseconds. */
const RETRY_MS = 30_000;

export interface EngineEvents {
  /** The state changed; on `ready` drafts should be linted again. */
  state(state: EngineState): void;
  /** Other rules are in force: drafts should be linted again, and what is known of them counts until then. */
  rules(): void;
}

/** How a connection to each host is opened. */
export type EngineHosts = Record<"frame" | "background", (events: LinkEvents) => EngineLink>;

/** The hosts in a tab. `seat` gives the element that frames are put below; the page may have removed an earlier one. */
export function tabHosts(seat: () => ParentNode): EngineHosts {
  return { frame: (events) => openFrame(seat(), events), background: openBackground };
}

/** The engine as the rest of the content script sees it. */
export class Engine {
  state: EngineState = "starting";
  host: "frame" | "background" | "none" = "none";
  bundle: BundleInfo | undefined;
  /** Why there is no engine, for people who look for it. */
  error: string | undefined;
  private link: EngineLink | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly lostFrames: number[] = [];

  constructor(
    private readonly open: EngineHosts,
    private readonly events: EngineEvents,
  ) {}

  /** Starts, or starts anew. */
  start(): void {
    this.stop();
    this.host = this.framesFail() ? "background" : "frame";
    this.become("starting");
    this.watch(START_MS, () => this.link?.lose("the engine did not start in time"));
    try {
      const events = {
        ready: (bundle: BundleInfo) => this.ready(bundle),
        rules: (bundle: BundleInfo) => {
          this.bundle = bundle;
          this.events.rules();
        },
        lost: (error: string) => this.lost(error),
      };
      this.link = this.open[this.host](events);
    } catch (error) {
      this.lost(String(error)); // chrome.* throws once the extension was updated under this tab
    }
  }

  /** Ends the engine without a word. */
  stop(): void {
    clearTimeout(this.timer);
    this.link?.end();
    this.link = undefined;
  }

  /** The page removed the element that holds the frame. */
  frameRemoved(): void {
    if (this.host === "frame") this.link?.lose("the engine frame was removed");
  }

  /** The report of a draft. Stays pending if the engine is lost meanwhile; `state` then tells. */
  lint(draft: Draft): Promise<Report | ReportError> {
    return this.link?.lint(draft) ?? new Promise(() => {});
  }

  async why(rule: string, locale: string): Promise<string | undefined> {
    return this.link?.why(rule, locale);
  }

  /** The language of a text, if it can be told. Stays pending if the engine is lost meanwhile. */
  async language(text: string): Promise<Language | undefined> {
    return this.link?.language(text);
  }

  private ready(bundle: BundleInfo): void {
    clearTimeout(this.timer);
    this.bundle = bundle;
    this.error = undefined;
    this.become("ready");
  }

  private lost(error: string): void {
    this.error = error;
    this.stop();
    if (this.host === "frame" && isAlive()) {
      this.lostFrames.push(performance.now());
      this.start();
      return;
    }
    this.host = "none";
    this.become("failed");
    if (isAlive()) this.watch(RETRY_MS, () => this.start());
  }

  private framesFail(): boolean {
    const recent = this.lostFrames.slice(-PATIENCE.frames);
    return recent.length === PATIENCE.frames && performance.now() - (recent[0] ?? 0) < PATIENCE.within;
  }

  private watch(delay: number, act: () => void): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(act, delay);
  }

  private become(state: EngineState): void {
    this.state = state;
    this.events.state(state);
  }
}

const isExtension = globalThis.chrome?.runtime?.id !== undefined;

/** Whether this script still belongs to a running extension; an update cuts an old content script off. The practice room may
 *  be a site, which has nothing to be cut off from. */
export function isAlive(): boolean {
  return !isExtension || chrome.runtime?.id !== undefined;
}
