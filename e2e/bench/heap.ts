// The engine's memory after 10,000 drafts of mixed lengths, the longest allowed among them.
import { linearMemory, MB, noteLinearMemory } from "./memory.ts";
import { figure, type Target } from "./print.ts";
import { samples } from "./scale.ts";
import { withReplica } from "./stand.ts";
import { drafts } from "./texts.ts";
import { changes } from "./typing.ts";
import { witness } from "./witness.ts";

const DRAFTS = 10_000;
const BATCH = 200;

/** One batch in ten is long; one draft in a thousand is the longest there is. */
const LENGTHS = [30, 80, 120, 300, 30, 80, 120, 300, 600, 3_000];
const LONGEST = 65_536;

export async function heap(): Promise<Target[]> {
  console.log("\nengine memory");
  return withReplica("ours", async (page) => {
    await witness(page);
    await noteLinearMemory(page);
    await changes(page, drafts("fr", 30, DRAFTS, 1));
    figure("linear memory, rules loaded", megabytes(await linearMemory(page)));
    const wanted = samples(DRAFTS);
    for (let done = 0; done < wanted; done += BATCH) {
      const length = LENGTHS[(done / BATCH) % LENGTHS.length] ?? 30;
      await changes(page, drafts("fr", length, done, BATCH - 1));
      await changes(page, drafts("fr", done % 1_000 === 0 ? LONGEST : length, done + BATCH - 1, 1));
    }
    await changes(page, drafts("fr", 30, 2 * DRAFTS, 1));
    const bytes = await linearMemory(page);
    figure(`linear memory after ${wanted.toLocaleString("en")} drafts`, megabytes(bytes));
    return [{ name: "linear memory of the engine", got: bytes / MB, limit: 48, unit: "MB" }];
  });
}

function megabytes(bytes: number): string {
  return `${(bytes / MB).toFixed(1)} MB`;
}
