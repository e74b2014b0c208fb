// The lint Worker of one tab. The frame fetches the parts of the engine while this thread starts, and hands them over; the
// ports that it hands over too are answered from then on.
import type { LintRequest } from "../protocol.ts";
import type { Parts } from "./files.ts";
import { type Loaded, lint, loadLinter, tellState } from "./linter.ts";

/** Frame → lint Worker, once: the parts of the engine, or why there are none. */
export type PartsMessage = { parts: Parts } | { error: string };

let start: (engine: Loaded | Promise<Loaded>) => void;
const engine = new Promise<Loaded>((resolve) => {
  start = resolve;
});

addEventListener("message", ({ data, ports: [port] }: MessageEvent<PartsMessage | null>) => {
  if (data) start("parts" in data ? loadLinter(data.parts) : Promise.reject(data.error));
  if (!port) return;
  port.onmessage = ({ data }: MessageEvent<LintRequest>) => void lint(engine, data, port);
  tellState(engine, port);
});
