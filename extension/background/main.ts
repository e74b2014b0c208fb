// The service worker (event page in Firefox). Today its one duty is to lint for tabs whose engine frame cannot.
import { ENGINE_PORT } from "../protocol.ts";
import { serveEngine } from "./fallback.ts";

chrome.runtime.onConnect.addListener((port) => {
  if (port.name === ENGINE_PORT) serveEngine(port);
});
