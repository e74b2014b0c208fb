// Asks the background to look for new rules, as long as this tab is open. The tab is the clock: an alarm may come once in
// thirty seconds at most, and would wake the background where nobody writes.
import type { PollReply, PollRequest } from "../protocol.ts";

/** Until the next try when nobody answered, in milliseconds. */
const RETRY_MS = 60_000;

/** Asks at once, and again whenever the background says. Ends with the signal, or when the extension was updated. */
export function pollForRules(signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout>;
  const ask = async () => {
    const request: PollRequest = { kind: "poll", now: false };
    let answer: PollReply | undefined;
    try {
      answer = await chrome.runtime.sendMessage(request);
    } catch {
      if (!chrome.runtime?.id) return; // the extension was updated under this tab
    }
    if (!signal.aborted) timer = setTimeout(ask, answer?.again ?? RETRY_MS);
  };
  signal.addEventListener("abort", () => clearTimeout(timer));
  void ask();
}
