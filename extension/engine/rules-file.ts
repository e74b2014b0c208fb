// What people may read of the rules: their names and settings, and the company's texts, from the same files as the engine.
// Only pages and the background of the extension can reach them.
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

/** The parts of texts.json that are read here; HTML by locale, to be made safe where it is shown. */
export interface TextsFile {
  version: string;
  texts?: { policy?: Record<string, string>; notice?: Record<string, string> };
}

/** The packaged rules. */
export function readRules(): Promise<RulesFile> {
  return read("rules.json");
}

/** The texts that came with them. */
export function readTexts(): Promise<TextsFile> {
  return read("texts.json");
}

async function read<T>(name: string): Promise<T> {
  const response = await fetch(`/engine/${name}`);
  if (!response.ok) throw new Error(`${name} is missing from the package`);
  return response.json();
}
