// Starts the engine's Workers, and then the room's own script. That one is large, and while it runs for the first time a browser
// does not get to letting a Worker of the page begin.
import { begun, followRules, take } from "../engine/workers.ts";

declare global {
  /** The engine of the room's page, started by its first script. */
  var bontonEngine: { take: typeof take; followRules: typeof followRules };
}

globalThis.bontonEngine = { take, followRules };

const parsed = new Promise<void>((done) => {
  if (document.readyState !== "loading") done();
  else addEventListener("DOMContentLoaded", () => done(), { once: true });
});
void Promise.all([begun, parsed]).then(() => {
  const room = document.createElement("script");
  room.src = "main.js";
  document.head.append(room);
});
