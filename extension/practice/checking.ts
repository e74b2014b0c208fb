// The checking of drafts in the room: the content script's guard, screen and panels on the composers of this page. What the
// content script reads off WhatsApp Web, the lesson says here: who reads, what was said before, what time it is.
import type { Draft, Finding, Verdict } from "../../wasm/linter/engine.d.ts";
import { actionsFor } from "../content/actions.ts";
import { keepingActions } from "../content/actions-kept.ts";
import { attach } from "../content/attach.ts";
import type { Composers } from "../content/composers.ts";
import { Engine } from "../content/engine.ts";
import type { Guard } from "../content/guard.ts";
import { Host } from "../content/host.ts";
import { keptFor } from "../content/kept-for.ts";
import { Screen } from "../content/screen.ts";
import { rfc3339 } from "../content/time.ts";
import { type Phrase, shownReasons } from "../store/reasons.ts";
import type { WrittenLocale as Locale } from "../strings.ts";
import { mountUI } from "../ui/mount.tsx";
import { openHere } from "./engine-here.ts";
import { enterHere, keepingHere } from "./memory.ts";

/** Where a draft is written. */
export interface Situation {
  title: string;
  chat: NonNullable<Draft["chat"]>;
  thread: NonNullable<Draft["thread"]>;
  /** RFC 3339; the present where absent. */
  now?: string;
}

/** What is known of a draft at one moment. */
export interface Checked {
  text: string;
  findings: readonly Finding[];
  verdict: Verdict;
  /** The engine has answered for exactly this text. */
  settled: boolean;
}

const NOWHERE: Situation = {
  title: "",
  chat: { kind: "individual", audience: "customer" },
  thread: { complete: true, messages: [] },
};

export class Checking {
  situation = NOWHERE;
  /** The company's reasons to justify a message with; without any, our own are offered. */
  reasons: readonly Phrase[] = [];
  readonly engine: Engine;
  /** Resolves with the first `ready` of the engine. */
  readonly ready: Promise<void>;
  private readonly composers: Composers;
  private readonly enterMode = enterHere();
  private readonly screen: Screen;
  private readonly heard = new Set<(guard: Guard) => void>();

  constructor(
    public locale: Locale,
    /** The engine's state or rules changed. */
    private readonly changed: () => void,
    /** Other rules are in force: what came with the former ones is to be read again. */
    private readonly renewed: () => void,
  ) {
    const keeping = keepingHere(() => this.each((guard) => guard.reconsider()));
    const kept = keptFor(keeping, locale);
    const say = () => this.locale;
    const reasons = () => shownReasons(this.reasons, say());
    let started = () => {};
    this.ready = new Promise((resolve) => {
      started = resolve;
    });
    this.engine = new Engine(
      { frame: openHere, background: openHere },
      {
        state: (state) => {
          if (state === "ready") started();
          this.each((guard) => (state === "ready" ? guard.recheck() : guard.engineChanged()));
          this.refresh();
          this.changed();
        },
        rules: () => {
          this.each((guard) => guard.renew());
          this.changed();
          this.renewed();
        },
      },
    );
    const host = new Host(() => {});
    const ui = mountUI(
      host.root,
      {
        ...actionsFor(() => this.screen, this.engine, say),
        ...keepingActions(() => this.screen, keeping, say),
      },
      { constructed: true },
    );
    this.screen = new Screen(ui, this.engine, { ...kept, locale: say, reasons }, () => false);
    const world = {
      engineReady: () => this.engine.state === "ready",
      lint: (draft: Draft) => this.engine.lint(draft),
      language: (text: string) => this.engine.language(text),
      chatName: () => this.situation.title,
      chatMark: () => this.situation.chat.kind,
      chat: () => this.situation.chat,
      thread: () => this.situation.thread,
      surface: () => "composer" as const,
      files: () => [],
      sayOfFile: (_: string, message: string) => message,
      askOfFile: () => undefined,
      now: () => this.situation.now ?? rfc3339(new Date()),
      clock: () => performance.now(),
      ...kept,
      locale: say,
      audience: () => this.situation.chat.audience,
      role: () => this.situation.chat.role,
    };
    const parts = {
      host,
      screen: this.screen,
      enterMode: this.enterMode,
      world,
      underlines: () => true,
      updated: (guard: Guard) => {
        for (const hear of this.heard) hear(guard);
      },
    };
    this.composers = attach(parts, new AbortController().signal);
    addEventListener("scroll", () => this.refresh(), { capture: true, passive: true }); // this page scrolls, unlike WhatsApp Web
    this.engine.start();
  }

  /** Another lesson, language or conversation: drafts are looked at in it. */
  enter(situation: Situation, enter: "sends" | "breaks" = "sends"): void {
    this.situation = situation;
    this.enterMode.mode = enter;
    this.screen.closePanels();
    this.composers.lookSoon();
  }

  /** Speaks another language. */
  speak(locale: Locale): void {
    this.locale = locale;
    this.each((guard) => guard.reconsider());
  }

  /** What is known of the draft in a composer. */
  of(composer: HTMLElement): Checked {
    return checkedOf(this.composers.guardOf(composer));
  }

  /** Tells what is known of the draft in a composer, now and after each change; answers how to stop. */
  follow(composer: HTMLElement, hear: (checked: Checked) => void): () => void {
    const guard = this.composers.guardOf(composer);
    const listener = (changed: Guard) => {
      if (changed === guard) hear(checkedOf(guard));
    };
    this.heard.add(listener);
    hear(checkedOf(guard));
    return () => this.heard.delete(listener);
  }

  /** Shows again, after something of the layout changed. */
  refresh(): void {
    this.screen.update();
  }

  private each(act: (guard: Guard) => void): void {
    for (const guard of this.composers?.all() ?? []) act(guard);
  }
}

function checkedOf(guard: Guard): Checked {
  const { text } = guard.reading;
  const answered = text === "" || guard.report !== undefined; // not so where the engine failed on it
  return { text, findings: guard.findings, verdict: guard.verdict, settled: answered && !guard.checking };
}
