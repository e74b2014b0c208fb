import type { BontonLinter, Draft, LinterExports, Report, ReportError } from "./engine.d.ts";

/** Lints a draft, with its thread as JSON text apart, empty where it cannot be read. Lone surrogates count as U+FFFD. Throws
 *  only when the program is gone. */
export type Lint = (draft: Omit<Draft, "thread">, thread?: string) => Report | ReportError;

export function linterOf(linter: Pick<BontonLinter, "about">, exports: LinterExports): Lint;
