// The figures of the packed extension in Chromium, beside its peer and beside the bare page, in one run.
// Machines differ and are noisy: compare ratios within a run, not times between runs.
import { readFileSync } from "node:fs";
import { cpus } from "node:os";
import { gaps } from "./gaps.ts";
import { harper, inWorker } from "./harper.ts";
import { heap } from "./heap.ts";
import { language } from "./language.ts";
import { COMPARED, nameOf } from "./plan.ts";
import { figure, judge, type Target } from "./print.ts";
import { room } from "./room.ts";
import { quick, wanted } from "./scale.ts";
import { secondPress } from "./second-press.ts";
import { sends } from "./sends.ts";
import { sizes } from "./sizes.ts";
import { start } from "./start.ts";
import type { Summary } from "./stats.ts";
import { swap } from "./swap.ts";
import { p50Of, typing, typingTargets } from "./typing.ts";

const targets: Target[] = [];

console.log(
  `Bonton ${JSON.parse(readFileSync("manifest.json", "utf8")).version}, packed, in Chromium; ${cpus().length} cores`,
);
if (quick) console.log("BENCH_QUICK=1: too few samples, do not quote these figures");

if (wanted("typing")) {
  const ours = await typing();
  targets.push(...typingTargets(ours));
  if (wanted("harper")) targets.push(compare(ours.whole, await harper()));
}

const parts: Record<string, () => Target[] | Promise<Target[]>> = {
  sends,
  press: secondPress,
  start,
  heap,
  language,
  sizes,
  gaps,
  swap,
  room,
};
for (const [name, part] of Object.entries(parts)) if (wanted(name)) targets.push(...(await part()));

const missed = judge(targets);
if (missed.length > 0) {
  console.error(`\nmissed: ${missed.join("; ")}`);
  process.exitCode = 1;
}

/** How much faster our whole way is than the peer's, each with its engine in a Worker. */
function compare(ours: Map<string, Summary>, theirs: Map<string, Summary>): Target {
  const name = nameOf({ language: "en", length: COMPARED, n: 0 });
  const times = (peer: string) => p50Of(theirs, peer) / p50Of(ours, name);
  figure("harper.js p50 / ours, harper.js in the page itself", times(name).toFixed(1));
  const got = times(inWorker(name));
  return { name: `harper.js p50 / ours, ${name}`, got, limit: 5, unit: "times", sense: "at least" };
}
