// The engine in the background, for tabs where the frame cannot live. The browser puts the background to sleep at
// will: a closed port is opened again by the next request.
import { ENGINE_PORT, type EngineReply } from "../protocol.ts";
import { EngineLink, type LinkEvents } from "./engine-link.ts";

/** Connects to the background's engine. */
export function openBackground(events: LinkEvents): EngineLink {
  let port: chrome.runtime.Port | undefined;
  const link = new EngineLink(
    {
      send: (request) => connected().postMessage(request),
      close: () => port?.disconnect(),
    },
    events,
  );
  connected();
  return link;

  function connected(): chrome.runtime.Port {
    if (port) return port;
    const opened = chrome.runtime.connect({ name: ENGINE_PORT });
    opened.onMessage.addListener((reply: EngineReply) => link.receive(reply));
    opened.onDisconnect.addListener(() => {
      port = undefined;
      link.interrupted();
    });
    port = opened;
    return opened;
  }
}
