// One connection to an engine, whichever host it runs in: requests go out with an id, replies come back to whoever asked.
import type { BundleInfo, Draft, Language, Report, ReportError } from "../../wasm/linter/engine.d.ts";
import type { EngineReply, EngineRequest } from "../protocol.ts";

/** What carries the messages. */
export interface Carrier {
  send(request: EngineRequest): void;
  close(): void;
}

export interface LinkEvents {
  ready(bundle: BundleInfo): void;
  /** Other rules are in force. */
  rules(bundle: BundleInfo): void;
  /** The engine did not start, ended, fell silent or was taken away. Said once. */
  lost(error: string): void;
}

/** How long an engine may take for one answer before it counts as lost, in milliseconds.
 *  A 65,536-character draft takes well under one second on slow machines. The `close` event of a port tells no sooner:
 *  Chromium 156 fired it 11 s after a Worker's `close()`, and not at all when the process crashed. */
export const SILENCE_MS = 10_000;

/** How long a reason or a language may take before there is none, in milliseconds: another program starts for the first. */
export const EXTRA_MS = 5_000;

interface Waiting {
  request: EngineRequest;
  resolve: (reply: EngineReply) => void;
  timer: ReturnType<typeof setTimeout>;
  /** The carrier broke off and it was asked again: not a third time. */
  again: boolean;
}

/** Matches replies to requests and watches for silence. */
export class EngineLink {
  private readonly waiting = new Map<number, Waiting>();
  private lastId = 0;
  /** The thread sent last: a key must not cost what the conversation before it costs. */
  private thread: { read: NonNullable<Draft["thread"]>; text: string } | undefined;
  private over = false;

  constructor(
    private readonly carrier: Carrier,
    private readonly events: LinkEvents,
  ) {}

  /** Resolves with the report of this draft; never, if the link is lost meanwhile. */
  async lint({ thread, ...draft }: Draft): Promise<Report | ReportError> {
    const apart = thread ? { thread: this.textOf(thread) } : {};
    const reply = await this.ask({ id: ++this.lastId, kind: "lint", draft, ...apart });
    return reply.kind === "report" ? reply.report : { revision: draft.revision, error: "unexpected reply" };
  }

  /** The reason of a rule as sanitised HTML; undefined when there is none, or none comes: checking goes on without. */
  async why(rule: string, locale: string): Promise<string | undefined> {
    const reply = await this.ask({ id: ++this.lastId, kind: "why", rule, locale });
    return reply.kind === "why" ? reply.html : undefined;
  }

  /** The language of a text; undefined when nobody tells it in time: checking goes on without. */
  async language(text: string): Promise<Language | undefined> {
    const reply = await this.ask({ id: ++this.lastId, kind: "language", text });
    return reply.kind === "language" ? reply.language : undefined;
  }

  /** Takes a message from the carrier. */
  receive(reply: EngineReply): void {
    if (this.over) return;
    if (reply.kind === "ready") this.events.ready(reply.bundle);
    else if (reply.kind === "rules") this.events.rules(reply.bundle);
    else if (reply.kind === "failed") this.lose(reply.error);
    else this.settle(reply.id, reply);
  }

  /** The carrier broke off, as a background put to sleep does: what is open is asked once more. */
  interrupted(): void {
    const open = [...this.waiting.values()];
    if (open.some(({ again }) => again)) this.lose("the engine was put to sleep while it worked");
    else for (const each of open) this.askAgain(each);
  }

  /** Ends the link because its host is gone. */
  lose(error: string): void {
    if (this.over) return;
    this.end();
    this.events.lost(error);
  }

  /** Ends the link without telling anybody. */
  end(): void {
    this.over = true;
    for (const { timer } of this.waiting.values()) clearTimeout(timer);
    this.waiting.clear();
    this.carrier.close();
  }

  private textOf(thread: NonNullable<Draft["thread"]>): string {
    if (this.thread?.read !== thread) this.thread = { read: thread, text: JSON.stringify(thread) };
    return this.thread.text;
  }

  private ask(request: EngineRequest): Promise<EngineReply> {
    return new Promise((resolve) => {
      if (this.over) return;
      const { kind, id } = request;
      const timer =
        kind === "lint"
          ? setTimeout(() => this.lose("the engine does not answer"), SILENCE_MS)
          : setTimeout(() => this.settle(id, { kind, id }), EXTRA_MS);
      this.waiting.set(request.id, { request, resolve, timer, again: false });
      this.send(request);
    });
  }

  private askAgain(waiting: Waiting): void {
    waiting.again = true;
    this.send(waiting.request);
  }

  /** A carrier throws once the extension was updated under this tab. */
  private send(request: EngineRequest): void {
    try {
      this.carrier.send(request);
    } catch (error) {
      this.lose(String(error));
    }
  }

  private settle(id: number, reply: EngineReply): void {
    const waiting = this.waiting.get(id);
    if (!waiting) return;
    this.waiting.delete(id);
    clearTimeout(waiting.timer);
    waiting.resolve(reply);
  }
}
