// What people may read of the rules: their names and settings, and the company's texts, from the same files as the engine.
// Only pages and the background of the extension can reach them.
import type { Action } from "../../wasm/linter/engine.d.ts";
import { inForceOrPacked } from "./files.ts";

/** A rule as it is listed. */
export interface ListedRule {
  id: string;
  category: string;
  action: Action;
  /** ISO 639-1; absent = every language. */
  languages?: string[];
  mutable?: boolean;
  /** The conditions; only those that are read here. */
  when?: { crisis?: boolean };
  message: { fr: string; en: string };
}

/** Whether a reader may switch a rule off, as the engine has it (lint/ruleset, Ignorable). */
export function isIgnorable({ action, mutable }: ListedRule): boolean {
  return action === "note" || (action === "warn" && mutable === true);
}

/** The parts of rules.json that are read here. */
export interface RulesFile {
  version: string;
  rules: ListedRule[];
  /** Old id → id of today. */
  renamed?: Record<string, string>;
  settings?: Record<string, unknown>;
  /** What a message can be justified with. */
  reasons?: unknown[];
}

/** The parts of texts.json that are read here; HTML by locale, to be made safe where it is shown. */
export interface TextsFile {
  version: string;
  texts?: {
    policy?: Record<string, string>;
    notice?: Record<string, string>;
    guides?: Record<string, Record<string, string>>;
  };
}

/** The rules in force. */
export function readRules(): Promise<RulesFile> {
  return read("rules");
}

/** The texts that came with them. */
export function readTexts(): Promise<TextsFile> {
  return read("texts");
}

async function read<T>(file: "rules" | "texts"): Promise<T> {
  return JSON.parse(new TextDecoder().decode((await inForceOrPacked(file)).bytes));
}
