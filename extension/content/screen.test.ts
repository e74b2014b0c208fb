import assert from "node:assert/strict";
import { test } from "node:test";
import type { Mounted } from "../ui/mount.tsx";
import type { ScreenWorld } from "./collect.ts";
import type { Engine } from "./engine.ts";
import type { Guard } from "./guard.ts";
import { Screen } from "./screen.ts";

test("another composer's draft takes the card and the notice of the one before away, the list stays", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  Object.assign(globalThis, { requestAnimationFrame: () => 1 });
  const world = { locale: () => "fr" } as ScreenWorld;
  const screen = new Screen({} as Mounted, {} as Engine, world, () => false);
  const first = { findings: [] } as unknown as Guard;
  screen.guard = first;
  screen.panels.list = true;
  let undone = 0;
  screen.offerUndo("Règle ignorée", () => undone++);
  screen.guard = first;
  assert.ok(screen.panels.notice, "the same draft keeps it");
  screen.guard = { ...first } as Guard;
  screen.undo();
  assert.deepEqual([undone, screen.panels.notice, screen.panels.list], [0, undefined, true]);
  screen.open(0, true);
  screen.guard = undefined;
  assert.equal(screen.panels.card, undefined);
});
