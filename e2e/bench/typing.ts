// Text change → report. The clock starts when the editor's DOM holds the new text, in the task that changed it, before
// the content script's MutationObserver is told; it stops when the content script has the report and has drawn its
// underlines (see witness.ts). In between: reading the page, the message to the engine's process, the check in
// WebAssembly, the message back. The browser hands its clock out in steps of 0.1 ms.
// Each draft is set whole and follows a drawn frame, at once or after a pause (see plan.ts).
import type { Page } from "puppeteer-core";
import { batchOf, nameOf, type Plan, paced, plans, WARM_UP } from "./plan.ts";
import { heading, series, type Target } from "./print.ts";
import { samples } from "./scale.ts";
import { withReplica } from "./stand.ts";
import type { Summary } from "./stats.ts";
import { drafts } from "./texts.ts";
import { checksOf, REPLIED, witness, witnessChecks } from "./witness.ts";

/** What the whole way took, by plan, and the part of it that is the check in WebAssembly. */
export interface Typing {
  whole: Map<string, Summary>;
  check: Map<string, Summary>;
}

/** Measures every plan. */
export async function typing(): Promise<Typing> {
  heading("text change → report and underlines, ms");
  const checks = new Map<string, number[]>();
  const whole = await withReplica("ours", async (page) => {
    await witness(page);
    await witnessChecks(page);
    const found = new Map<string, Summary>();
    for (const plan of [...plans, paced]) {
      found.set(nameOf(plan), series(nameOf(plan), await times(page, plan)));
      checks.set(nameOf(plan), (await checksOf(page)).slice(warmUpOf(plan)));
    }
    return found;
  });
  heading("of it the check in WebAssembly, second ones for another language included, ms");
  const check = new Map(Array.from(checks, ([name, times]) => [name, series(name, times)]));
  return { whole, check };
}

/** The promises about typing and about the engine. */
export function typingTargets({ whole, check }: Typing): Target[] {
  const name = nameOf({ language: "fr", length: 300, n: 0 });
  const longest = nameOf({ language: "fr", length: 65_536, n: 0 });
  const unit = "ms";
  return [
    { name: `p50 of a change of ${name}`, got: p50Of(whole, name), limit: 1.5, unit },
    { name: `p99 of a change of ${name}`, got: whole.get(name)?.p99 ?? Number.NaN, limit: 10, unit },
    { name: `p50 of a check of ${name}`, got: p50Of(check, name), limit: 1, unit },
    { name: `p99 of a check of ${name}`, got: check.get(name)?.p99 ?? Number.NaN, limit: 5, unit },
    { name: `p50 of a check of ${longest}`, got: p50Of(check, longest), limit: 60, unit },
  ];
}

/** The median of a series, NaN where there is none. */
export function p50Of(from: Map<string, Summary>, name: string): number {
  return from.get(name)?.p50 ?? Number.NaN;
}

function warmUpOf(plan: Plan): number {
  return Math.min(WARM_UP, batchOf(plan));
}

async function times(page: Page, plan: Plan): Promise<number[]> {
  const { language, length, pause } = plan;
  const wanted = samples(plan.n);
  await reports(page, drafts(language, length, 1_000_000, warmUpOf(plan)));
  const found: number[] = [];
  while (found.length < wanted) {
    const count = Math.min(batchOf(plan), wanted - found.length);
    found.push(...(await reports(page, drafts(language, length, found.length, count), pause)));
  }
  return found;
}

/** Milliseconds until the report of each draft. */
export function reports(page: Page, texts: string[], pause = 0): Promise<number[]> {
  return page.evaluate(
    async (texts, replied, pause) => {
      const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, pause)));
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
    pause,
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
