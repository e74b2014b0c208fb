// The Worker of one look, where the background has Workers (Firefox): the event page stays free to introduce tabs to frames.
import { type Look, look } from "./update-job.ts";

addEventListener("message", ({ data }: MessageEvent<Look>) => {
  look(data).then(
    (note) => postMessage({ note }),
    (error: unknown) => postMessage({ error: String(error) }),
  );
});
