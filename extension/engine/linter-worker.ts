// The lint Worker of one tab. It starts the engine at once and answers on the port that the frame hands over.
import type { LintRequest } from "../protocol.ts";
import { lint, loadLinter, tellState } from "./linter.ts";

const engine = loadLinter();

addEventListener("message", ({ ports: [port] }: MessageEvent) => {
  if (!port) return;
  port.onmessage = ({ data }: MessageEvent<LintRequest>) => void lint(engine, data, port);
  tellState(engine, port);
});
