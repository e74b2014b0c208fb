// The lint Worker of one tab. It starts the engine at once and answers on the port that the frame hands over.
import type { EngineRequest } from "../protocol.ts";
import { loadLinter } from "./linter.ts";
import { answer, tellState } from "./serve.ts";

const engine = loadLinter();

addEventListener("message", ({ ports: [port] }: MessageEvent) => {
  if (!port) return;
  port.onmessage = ({ data }: MessageEvent<EngineRequest>) => void answer(engine, data, port);
  tellState(engine, port);
});
