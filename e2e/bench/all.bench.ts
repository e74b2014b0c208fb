// The figures of the packed extension in Chromium, beside its peer and beside the bare page, in one run.
// Machines differ and are noisy: compare ratios within a run, not times between runs.
import { readFileSync } from "node:fs";
import { cpus } from "node:os";
import { gaps } from "./gaps.ts";
import { harper } from "./harper.ts";
import { heap } from "./heap.ts";
import { COMPARED, nameOf } from "./plan.ts";
import { judge, type Target } from "./print.ts";
import { quick, wanted } from "./scale.ts";
import { secondPress } from "./second-press.ts";
import { sends } from "./sends.ts";
import { sizes } from "./sizes.ts";
import { start } from "./start.ts";
import { typing } from "./typing.ts";

const targets: Target[] = [];

console.log(
  `Bonton ${JSON.parse(readFileSync("manifest.json", "utf8")).version}, packed, in Chromium; ${cpus().length} cores`,
);
if (quick) console.log("BENCH_QUICK=1: too few samples, do not quote these figures");

if (wanted("typing")) {
  const ours = await typing();
  const theirs = wanted("harper") ? await harper() : undefined;
  const name = nameOf({ language: "en", length: COMPARED, n: 0 });
  const [own, peer] = [ours.get(name), theirs?.get(name)];
  if (own && peer)
    targets.push({
      name: `harper.js p50 / ours, ${name}`,
      got: peer.p50 / own.p50,
      limit: 5,
      unit: "times",
      sense: "at least",
    });
}

const parts: Record<string, () => Target[] | Promise<Target[]>> = {
  sends,
  press: secondPress,
  start,
  heap,
  sizes,
  gaps,
};
for (const [name, part] of Object.entries(parts)) if (wanted(name)) targets.push(...(await part()));

const missed = judge(targets);
if (missed.length > 0) {
  console.error(`\nmissed: ${missed.join("; ")}`);
  process.exitCode = 1;
}
