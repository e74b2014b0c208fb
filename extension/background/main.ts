// The service worker (event page in Firefox). It lints for tabs whose engine frame cannot, and
// in Firefox introduces content scripts to their frames. It alone writes what is kept of the employee's own doing,
// and what the company set.
import { ENGINE_PORT } from "../protocol.ts";
import { followInForce, serveEngine } from "./fallback.ts";
import { keep } from "./keeper.ts";
import { followPolicy } from "./policy.ts";
import { followRules } from "./rules.ts";
import { relayTokens } from "./tokens.ts";
import { followUpdates } from "./updates.ts";
import { followInstall } from "./welcome.ts";

relayTokens();
keep();
followPolicy();
followRules();
followUpdates();
followInForce();
followInstall();

chrome.runtime.onConnect.addListener((port) => {
  if (port.name === ENGINE_PORT) serveEngine(port);
});
