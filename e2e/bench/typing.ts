// Text change → report. The clock starts when the editor's DOM holds the new text, in the task that changed it, before
// the content script's MutationObserver is told; it stops when the content script has the report and has drawn its
// underlines (see witness.ts). In between: reading the page, the message to the engine's process, the check in
// WebAssembly, the message back. The browser hands its clock out in steps of 0.1 ms.
// Each draft is set whole and follows a drawn frame, as keys do.
import type { Page } from "puppeteer-core";
import { batchOf, nameOf, type Plan, plans, WARM_UP } from "./plan.ts";
import { heading, series } from "./print.ts";
import { samples } from "./scale.ts";
import { withReplica } from "./stand.ts";
import type { Summary } from "./stats.ts";
import { drafts } from "./texts.ts";
import { REPLIED, witness } from "./witness.ts";

/** Measures every plan; answers their summaries by name. */
export async function typing(): Promise<Map<string, Summary>> {
  heading("text change → report and underlines, ms");
  return withReplica("ours", async (page) => {
    await witness(page);
    const found = new Map<string, Summary>();
    for (const plan of plans) found.set(nameOf(plan), series(nameOf(plan), await times(page, plan)));
    return found;
  });
}

async function times(page: Page, plan: Plan): Promise<number[]> {
  const { language, length } = plan;
  const wanted = samples(plan.n);
  await reports(page, drafts(language, length, 1_000_000, Math.min(WARM_UP, batchOf(plan))));
  const found: number[] = [];
  while (found.length < wanted) {
    const count = Math.min(batchOf(plan), wanted - found.length);
    found.push(...(await reports(page, drafts(language, length, found.length, count))));
  }
  return found;
}

/** Milliseconds until the report of each draft. */
export function reports(page: Page, texts: string[]): Promise<number[]> {
  return page.evaluate(
    async (texts, replied) => {
      const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      const times: number[] = [];
      for (const text of texts) {
        await frame();
        const report = new Promise<number>((done) =>
          document.addEventListener(replied, () => done(performance.now()), { once: true }),
        );
        window.__replica.setText(text);
        const changed = performance.now();
        times.push((await report) - changed);
      }
      return times;
    },
    texts,
    REPLIED,
  );
}

/** Makes the drafts one after another, each as soon as the last one's report is there; for long runs. */
export function changes(page: Page, texts: string[]): Promise<void> {
  return page.evaluate(
    async (texts, replied) => {
      for (const text of texts) {
        const report = new Promise((done) => document.addEventListener(replied, done, { once: true }));
        window.__replica.setText(text);
        await report;
        await new Promise((done) => setTimeout(done));
      }
    },
    texts,
    REPLIED,
  );
}
