// What is said of a text that somebody tries on one rule.
import type { Finding } from "../../wasm/linter/engine.d.ts";
import type { WrittenLocale as Locale } from "../strings.ts";
import { quoted, say } from "./words.ts";

/** The answer to a text tried on a rule: found by this rule, or else by others, which would act on it all the same; `findings` are those of
 *  all rules, undefined where the engine failed on the text. */
export function triedWords(
  locale: Locale,
  rule: string,
  text: string,
  findings: readonly Finding[] | undefined,
): string {
  if (text.trim() === "") return "";
  if (!findings) return say(locale, "not_checked");
  const own = findings.find((finding) => finding.rule === rule);
  if (own) return say(locale, "try_found", quoted(locale, text.slice(own.start, own.end)));
  const first = strongest(findings);
  if (!first) return say(locale, "nothing_found");
  return say(locale, "try_other", first.rule, say(locale, `action_${first.action}`));
}

const STRENGTH = ["note", "warn", "justify", "block"] as const;

function strongest(findings: readonly Finding[]): Finding | undefined {
  const strength = ({ action }: Finding) => STRENGTH.indexOf(action);
  return findings.toSorted((a, b) => strength(b) - strength(a))[0];
}
