// The service worker (event page in Firefox). It lints for tabs whose engine frame cannot, and
// in Firefox introduces content scripts to their frames. It alone writes what is kept of the employee's own doing.
import { ENGINE_PORT } from "../protocol.ts";
import { serveEngine } from "./fallback.ts";
import { keep } from "./keeper.ts";
import { relayTokens } from "./tokens.ts";

relayTokens();
keep();

chrome.runtime.onConnect.addListener((port) => {
  if (port.name === ENGINE_PORT) serveEngine(port);
});
