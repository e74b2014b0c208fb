// What the company set, as extension storage keeps it: the policy last seen and what came with the rules. Written by the
// background alone (background/policy.ts, background/rules.ts), read by tabs and pages.
import { type Policy, type PolicyMistake, readPolicy, type Settings } from "./policy.ts";
import { type Phrase, readReasons } from "./reasons.ts";
import { type Day, isDay, isObject } from "./values.ts";

export interface Company {
  policy: Policy;
  mistakes: readonly PolicyMistake[];
  /** When the browser last handed a policy over; undefined when it never did. */
  seen: Day | undefined;
  /** Settings that came with the rules. */
  rules: Partial<Settings>;
  /** Reasons to justify a message with, that came with the rules. */
  reasons: readonly Phrase[];
}

export const companyKeys = ["policy", "rules"] as const;

/** Reads storage. What is corrupt is as if the company had set nothing, until the background has read it anew. */
export function readCompany(stored: Readonly<Record<string, unknown>>): Company {
  const { policy: kept, rules } = stored;
  const { seen, values } = isObject(kept) ? kept : {};
  const { policy, mistakes } = readPolicy(values);
  return {
    policy,
    mistakes,
    seen: isDay(seen) ? seen : undefined,
    rules: readPolicy(isObject(rules) ? rules.settings : undefined).policy.values,
    reasons: readReasons(isObject(rules) ? rules.reasons : undefined),
  };
}
