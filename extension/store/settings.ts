// What holds in the end: the company's policy, the employee's own choices, what came with the rules, and defaults.
import { type Choices, LONGEST_PAUSE_MS } from "./choices.ts";
import { defaults, type Policy, type SettingKey, type Settings, settingKeys } from "./policy.ts";

/** Who decided: the policy for good, the policy as a default of its own, the employee, the rules' authors, or nobody. */
export type Origin = "locked" | "policy" | "you" | "rules" | "default";

/** What an employee can choose where the policy does not lock it. */
export const choosable = ["checking", "locale", "chip", "underlines"] as const satisfies SettingKey[];

export interface Effective {
  values: Settings;
  origins: Record<SettingKey, Origin>;
}

/** Every setting and who decided it. `rules` is what came with the bundle. */
export function effective(policy: Policy, choices: Choices, rules: Partial<Settings>): Effective {
  const decided = settingKeys.map((key) => [key, ...decide(key, policy, choices, rules)] as const);
  return {
    values: Object.fromEntries(decided.map(([key, value]) => [key, value])) as unknown as Settings,
    origins: Object.fromEntries(decided.map(([key, , origin]) => [key, origin])) as Record<
      SettingKey,
      Origin
    >,
  };
}

/** A setting that only a company sets is locked by being set. */
function decide(
  key: SettingKey,
  { values, locked }: Policy,
  choices: Choices,
  rules: Partial<Settings>,
): [value: unknown, origin: Origin] {
  const own = (choosable as readonly SettingKey[]).includes(key)
    ? choices[key as (typeof choosable)[number]]
    : undefined;
  const isLocked = locked.includes(key) || (values[key] !== undefined && !isChoosable(key));
  if (isLocked) return [values[key] ?? rules[key] ?? defaults[key], "locked"];
  if (own !== undefined) return [own, "you"];
  if (values[key] !== undefined) return [values[key], "policy"];
  return rules[key] === undefined ? [defaults[key], "default"] : [rules[key], "rules"];
}

function isChoosable(key: SettingKey): boolean {
  return (choosable as readonly SettingKey[]).includes(key);
}

/** Whether drafts are checked at a moment, in milliseconds since 1970. */
export function checksAt(
  { values, origins }: Effective,
  choices: Choices,
  now: number,
): "on" | "off" | "paused" {
  if (!values.checking) return "off";
  const left = (choices.pausedUntil ?? 0) - now;
  // A clock that was set back would make a pause of an hour one of a year.
  return origins.checking !== "locked" && left > 0 && left <= LONGEST_PAUSE_MS ? "paused" : "on";
}
