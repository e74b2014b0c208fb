// The engine in a hidden extension-origin frame: immune to the page's CSP, in a process of its own, as long-lived as
// the tab. The frame sits in a closed shadow root, so that page scripts find it only by its address.
import { answeredBy, type EngineReply, type PortMessage, programs, type TokenMessage } from "../protocol.ts";
import { EngineLink, type LinkEvents } from "./engine-link.ts";

/** Drawn, but nothing to see: a browser gives the process of a frame that is not drawn (`hidden`) the priority of a
 *  background tab, and answers come late when the computer is busy. */
const UNSEEN = {
  position: "fixed",
  right: "0",
  bottom: "0",
  width: "1px",
  height: "1px",
  border: "0",
  opacity: "0",
  pointerEvents: "none",
} as const;

/** Puts a new engine frame below `host` and connects to it. */
export function openFrame(host: ParentNode, events: LinkEvents): EngineLink {
  const frame = document.createElement("iframe");
  Object.assign(frame.style, UNSEEN);
  frame.tabIndex = -1;
  frame.setAttribute("aria-hidden", "true");
  frame.src = chrome.runtime.getURL("engine/frame.html");
  const seat = document.createElement("span");
  seat.attachShadow({ mode: "closed" }).append(frame);

  const channels = programs.map(() => new MessageChannel());
  const theirs = channels.map(({ port2 }) => port2);
  const link = new EngineLink(
    {
      send: (request) => channels[programs.indexOf(answeredBy[request.kind])]?.port1.postMessage(request),
      close,
    },
    events,
  );
  for (const { port1 } of channels)
    port1.onmessage = ({ data }: MessageEvent<EngineReply>) => link.receive(data);
  let loads = 0;
  frame.addEventListener("load", () => {
    loads += 1;
    if (loads === 1) void introduce(frame, theirs);
    else link.lose("the engine frame was navigated away"); // a page script can do that; the ports were the first document's
  });
  const removal = new MutationObserver(() => {
    if (seat.parentNode !== host) link.lose("the engine frame was removed");
  });
  removal.observe(host, { childList: true });
  host.append(seat);
  return link;

  function close(): void {
    removal.disconnect();
    for (const { port1 } of channels) port1.close();
    seat.remove();
  }
}

/** Gives the frame its ports, with a token that a page script can neither read nor forge. The token goes first: ports
 *  that the frame already waits for cannot be crowded out by those of the page. */
async function introduce(frame: HTMLIFrameElement, ports: MessagePort[]): Promise<void> {
  const token = Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) =>
    b.toString(16).padStart(2, "0"),
  ).join("");
  const spoken: TokenMessage = { kind: "engine-token", token };
  await chrome.runtime.sendMessage(spoken).catch(() => undefined); // without an answer the frame still gets its chance
  const carried: PortMessage = { kind: "engine-port", token };
  frame.contentWindow?.postMessage(carried, chrome.runtime.getURL("").slice(0, -1), ports);
}
