// How the bench says what it measured: a table of series, then one line per target.
import { type Summary, summary } from "./stats.ts";

/** A promise about a figure: `got` may be at most, or must be at least, `limit`. */
export interface Target {
  name: string;
  got: number;
  limit: number;
  unit: string;
  /** Default "at most". */
  sense?: "at most" | "at least";
}

/** Prints a heading, then what follows in columns. */
export function heading(title: string): void {
  console.log(`\n${title}`);
  console.log(
    `  ${"".padEnd(54)}${["n", "p50", "p95", "p99", "max"].map((word) => word.padStart(10)).join("")}`,
  );
}

/** Prints one series in milliseconds and answers its summary. */
export function series(name: string, values: readonly number[]): Summary {
  const { n, p50, p95, p99, max } = summary(values);
  const columns = [String(n), ...[p50, p95, p99, max].map((value) => value.toFixed(2))];
  console.log(`  ${name.padEnd(54)}${columns.map((column) => column.padStart(10)).join("")}`);
  return { n, p50, p95, p99, max };
}

/** Prints a single figure. */
export function figure(name: string, value: string): void {
  console.log(`  ${name.padEnd(54)}${value}`);
}

/** Prints every target and answers the names of those missed. */
export function judge(targets: readonly Target[]): string[] {
  console.log("\ntargets");
  return targets.filter((target) => !isMet(target)).map(({ name }) => name);
}

function isMet({ name, got, limit, unit, sense = "at most" }: Target): boolean {
  const met = sense === "at most" ? got <= limit : got >= limit;
  const verdict = met ? "ok" : "MISSED";
  console.log(`  ${verdict.padEnd(7)} ${name}: reach ${sense} ${limit} ${unit}, got ${round(got)} ${unit}`);
  return met;
}

function round(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toPrecision(3);
}
