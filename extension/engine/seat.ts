// The seat of the lint Worker in a frame. When other rules are in force a second Worker starts with them and lints the current
// draft; then the port goes over to it, and the old one ends. A request that comes meanwhile waits in the port, which goes
// with all that is in it: none is lost, and none waits for rules to load.
import type { BundleState } from "../../wasm/linter/engine.d.ts";
import type { EngineReply, LintRequest } from "../protocol.ts";
import { currentParts, inForceOrPacked, type Parts } from "./files.ts";

/** Frame → lint Worker. */
export type ToLinter =
  /** Once: the parts of the engine, or why there are none. */
  | { kind: "start"; parts: Parts }
  | { kind: "start"; error: string }
  /** With the port; `instead` of another Worker, or as the first. */
  | { kind: "serve"; instead: boolean }
  | { kind: "last" }
  | { kind: "rehearse"; request: LintRequest | undefined }
  | { kind: "state"; state: BundleState }
  | { kind: "leave" };

/** Lint Worker → frame. */
export type FromLinter =
  /** Its thread runs. */
  | { kind: "begun" }
  | { kind: "warm"; hash: string; state: BundleState }
  | { kind: "failed"; error: string }
  | { kind: "last"; request: LintRequest | undefined }
  | { kind: "rehearsed" }
  /** With the port, if it had one. */
  | { kind: "left" };

/** Starts the Worker, and follows the rules in force. `changed` is told when others are. */
export class Seat {
  /** Resolves when the thread of the first Worker runs, or with the reason why it cannot. */
  readonly begun: Promise<string | undefined>;
  private tellBegun!: (error?: string) => void;
  /** Workers whose thread runs. */
  private readonly running = new WeakSet<Worker>();
  private current: Worker;
  private next: Worker | undefined;
  /** What a Worker has loaded; nothing until it is warm. */
  private readonly has = new WeakMap<Worker, { hash: string; state: BundleState }>();
  private readonly program: Promise<WebAssembly.Module>;
  /** The rules changed while they were being changed. */
  private again = false;

  constructor(private readonly changed: () => void) {
    const parts = currentParts();
    this.program = parts.then(({ program }) => program);
    this.program.catch(() => undefined); // told on the port
    this.begun = new Promise((done) => {
      this.tellBegun = done;
    });
    this.current = this.started(parts);
  }

  /** Gives the port of the tab to the Worker; where there is none, the port is told. */
  async take(port: MessagePort): Promise<void> {
    const error = await this.begun;
    if (error) port.postMessage({ kind: "failed", error } satisfies EngineReply);
    else post(this.current, { kind: "serve", instead: false }, [port]);
  }

  /** Other rules may be in force, or their state is another. */
  async follow(): Promise<void> {
    const [program, rules] = await Promise.all([this.program, inForceOrPacked("rules")]);
    const has = this.has.get(this.current);
    if (!has || this.next) {
      this.again = true;
      return;
    }
    if (rules.hash === has.hash) this.mark(has, rules.state);
    else this.next = this.started(Promise.resolve({ program, rules }));
  }

  private mark(has: { state: BundleState }, state: BundleState): void {
    if (has.state === state) return;
    has.state = state;
    post(this.current, { kind: "state", state });
  }

  private started(parts: Promise<Parts>): Worker {
    const worker = new Worker("../engine/linter-worker.js");
    worker.onmessage = ({ data, ports }: MessageEvent<FromLinter>) => this.hear(worker, data, ports[0]);
    worker.onerror = (event) => this.broke(worker, event);
    parts.then(
      (given) => post(worker, { kind: "start", parts: given }),
      (error: unknown) => post(worker, { kind: "start", error: String(error) }),
    );
    return worker;
  }

  /** The steps of a change, each begun by the answer to the one before. */
  private hear(from: Worker, message: FromLinter, port: MessagePort | undefined): void {
    this.running.add(from);
    if (message.kind === "begun") this.tellBegun();
    else if (message.kind === "warm") this.warmed(from, message);
    else if (message.kind === "failed") this.failed(from);
    else if (!this.next) return;
    else if (message.kind === "last") post(this.next, { kind: "rehearse", request: message.request });
    else if (message.kind === "rehearsed") post(this.current, { kind: "leave" });
    else this.change(this.next, port);
  }

  /** A Worker that cannot begin is told of; what nobody caught later is the console's. */
  private broke(worker: Worker, event: ErrorEvent): void {
    if (this.running.has(worker)) return;
    event.preventDefault();
    this.tellBegun("the lint Worker does not begin");
    this.failed(worker);
  }

  private warmed(from: Worker, { hash, state }: { hash: string; state: BundleState }): void {
    this.has.set(from, { hash, state });
    if (from === this.next) post(this.current, { kind: "last" });
    else this.catchUp();
  }

  /** Rules that do not load leave the old ones in force. */
  private failed(from: Worker): void {
    if (from !== this.next) return;
    from.terminate();
    this.next = undefined;
    this.catchUp();
  }

  private change(next: Worker, port: MessagePort | undefined): void {
    if (port) post(next, { kind: "serve", instead: true }, [port]);
    this.current.terminate();
    this.current = next;
    this.next = undefined;
    this.changed();
    this.catchUp();
  }

  private catchUp(): void {
    if (!this.again) return;
    this.again = false;
    void this.follow();
  }
}

function post(worker: Worker, message: ToLinter, transfer: Transferable[] = []): void {
  worker.postMessage(message, transfer);
}
