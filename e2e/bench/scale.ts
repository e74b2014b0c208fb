// How much is measured. The figures that count come from a full run; BENCH_QUICK=1 is for work on the bench itself.

/** A tenth of the samples, and too few for the promises made about them. */
export const quick = process.env.BENCH_QUICK === "1";

/** The number of samples of this run for a full run's `n`. */
export function samples(n: number): number {
  return quick ? Math.max(5, Math.round(n / 10)) : n;
}

/** Whether a part was asked for: BENCH_ONLY=typing,sends takes some, absent takes all. */
export function wanted(part: string): boolean {
  const only = process.env.BENCH_ONLY;
  return !only || only.split(",").includes(part);
}
