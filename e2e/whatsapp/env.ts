/** What the page's modules share: the options of this load, its labels and its class names. */
import { className } from "./classes.ts";
import { type Labels, labelsOf } from "./locales.ts";
import { optionsOf, type ReplicaOptions } from "./options.ts";

/** The options of this load. */
export const options: ReplicaOptions = optionsOf(new URL(location.href));

/** The labels of the interface language. */
export const labels: Labels = labelsOf(options.locale);

const seed = document.querySelector<HTMLElement>("script[data-seed]")?.dataset.seed ?? "";

/** Class attribute for space-separated style names, with a build-like atom in front. */
export function c(names: string): string {
  const hashed = names.split(" ").map((name) => className(seed, name));
  return [`_ak${hashed[0]?.slice(-2)}`, ...hashed].join(" ");
}
