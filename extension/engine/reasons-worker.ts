// The reasons Worker of one tab: says why a rule is there. The frame starts it when the first request has come, and hands it
// that request with the port that all others come on.
import type { ReasonRequest } from "../protocol.ts";
import { forgetReasons, reason } from "./reasons.ts";

addEventListener("message", ({ data: first, ports: [port] }: MessageEvent<ReasonRequest>) => {
  if (!port) return forgetReasons(); // the frame says so when other rules are in force
  const answer = async (request: ReasonRequest) => port.postMessage(await reason(request));
  port.onmessage = ({ data }: MessageEvent<ReasonRequest>) => void answer(data);
  void answer(first);
});
