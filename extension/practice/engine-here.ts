// The engine's Workers of the room's own page. The room stands in the extension or on a site of its own, where nobody can get
// between it and its Workers: no frame, no token.
import { EngineLink, type LinkEvents } from "../content/engine-link.ts";
import { answeredBy, type EngineReply, programs } from "../protocol.ts";
import type {} from "./early.ts";

/** Connects to the Workers. */
export function openHere(events: LinkEvents): EngineLink {
  const channels = programs.map(() => new MessageChannel());
  const link = new EngineLink(
    {
      send: (request) => channels[programs.indexOf(answeredBy[request.kind])]?.port1.postMessage(request),
      close: () => {
        for (const { port1 } of channels) port1.close();
      },
    },
    events,
  );
  programs.forEach((program, i) => {
    const channel = channels[i];
    if (!channel) return;
    channel.port1.onmessage = ({ data }: MessageEvent<EngineReply>) => link.receive(data);
    globalThis.bontonEngine.take[program](channel.port2);
  });
  return link;
}
