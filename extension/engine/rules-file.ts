// What people may read of the rules: their names and settings, from the same file as the engine. Only pages and the
// background of the extension can reach it.
import type { Action } from "../../wasm/linter/engine.d.ts";

/** A rule as it is listed. */
export interface ListedRule {
  id: string;
  category: string;
  action: Action;
  /** ISO 639-1; absent = every language. */
  languages?: string[];
  mutable?: boolean;
  message: { fr: string; en: string };
}

/** The parts of rules.json that are read here. */
export interface RulesFile {
  version: string;
  rules: ListedRule[];
  /** Old id → id of today. */
  renamed?: Record<string, string>;
  settings?: Record<string, unknown>;
}

/** The packaged rules. */
export async function readRules(): Promise<RulesFile> {
  const response = await fetch("/engine/rules.json");
  if (!response.ok) throw new Error("rules.json is missing from the package");
  return response.json();
}
