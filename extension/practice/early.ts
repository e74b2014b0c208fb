// Starts the engine's Workers before the room's own script is there: that one is large, and the engine need not wait for it.
import { followRules, take } from "../engine/workers.ts";

declare global {
  /** The engine of the room's page, started by its first script. */
  var bontonEngine: { take: typeof take; followRules: typeof followRules };
}

globalThis.bontonEngine = { take, followRules };
