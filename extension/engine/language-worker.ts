// The language Worker of one tab: tells the language of drafts. The frame starts it when the first request has come, and hands
// it that request with the port that all others come on.
import type { LanguageRequest } from "../protocol.ts";
import { language } from "./language.ts";

addEventListener("message", ({ data: first, ports: [port] }: MessageEvent<LanguageRequest>) => {
  if (!port) return;
  const answer = async (request: LanguageRequest) => port.postMessage(await language(request));
  port.onmessage = ({ data }: MessageEvent<LanguageRequest>) => void answer(data);
  void answer(first);
});
