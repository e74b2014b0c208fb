// The Worker that verifies the site's rules once: with it go the 7 MB of the program.
import { verifySite } from "./verify.ts";

addEventListener("message", ({ data: root }: MessageEvent<string>) => {
  void verifySite(root).then((verified) => postMessage(verified));
});
