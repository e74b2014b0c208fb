import assert from "node:assert/strict";
import { test } from "node:test";
import { readCompany } from "./company.ts";
import schema from "./policy.json" with { type: "json" };
import { defaults, readPolicy, settingKeys } from "./policy.ts";
import { checksAt, effective } from "./settings.ts";

const nobody = readPolicy(undefined).policy;
const NOW = Date.UTC(2026, 10, 3);

test("the schema and the defaults name the same settings, and the defaults fit it", () => {
  assert.deepEqual(Object.keys(schema.properties).sort(), [...settingKeys, "locked"].sort());
  const { locale: _, audienceDefault: __, ...given } = defaults; // empty: left to the browser, to the rules
  assert.deepEqual(readPolicy(given).mistakes, []);
});

test("without a policy, defaults hold", () => {
  assert.deepEqual(effective(nobody, {}, {}).values, defaults);
  assert.deepEqual(readPolicy({}), { policy: { values: {}, locked: [] }, mistakes: [] });
});

const wrong: [policy: object, key: string, problem: string][] = [
  [{ checkin: true }, "checkin", "unknown"],
  [{ constructor: 1 }, "constructor", "unknown"],
  [{ checking: "yes" }, "checking", "type"],
  [{ pollSeconds: 90.5 }, "pollSeconds", "type"],
  [{ pollSeconds: 5 }, "pollSeconds", "range"],
  [{ staleDays: 400 }, "staleDays", "range"],
  [{ locale: "nl" }, "locale", "choice"],
  [{ supportUrl: "http://help.example" }, "supportUrl", "address"],
  [{ updateUrl: "javascript:alert(1)" }, "updateUrl", "address"],
  [{ root: '{"signed":{"_type":"root"' }, "root", "root"],
  [{ root: '{\\"signed\\":{\\"_type\\":\\"root\\"},\\"signatures\\":[]}' }, "root", "root"],
  [{ root: "null" }, "root", "root"],
  [{ root: '{"signed":{"_type":"targets"},"signatures":[]}' }, "root", "root"],
  [{ roles: "lead" }, "roles", "type"],
  [{ roles: [7] }, "roles", "type"],
  [{ locked: ["cheking"] }, "locked", "locked"],
];

for (const [policy, key, problem] of wrong) {
  test(`${JSON.stringify(policy)} is named, and what else is right counts`, () => {
    const read = readPolicy({ ...policy, channel: "pilot" });
    assert.deepEqual(
      read.mistakes.map((mistake) => [mistake.key, mistake.problem]),
      [[key, problem]],
    );
    assert.deepEqual(read.policy.values, { channel: "pilot" });
  });
}

test("the policy's default gives way to the employee, a locked one does not", () => {
  const { policy } = readPolicy({ locale: "en", chip: false, locked: ["chip", "checking"] });
  const own = { locale: "fr", chip: true, checking: false } as const;
  const { values, origins } = effective(policy, own, {});
  assert.deepEqual([values.locale, origins.locale], ["fr", "you"]);
  assert.deepEqual([values.chip, origins.chip], [false, "locked"]);
  assert.deepEqual([values.checking, origins.checking], [true, "locked"]);
  assert.deepEqual(effective(policy, {}, {}).origins.locale, "policy");
});

test("what only a company sets stands above the rules, and the rules above defaults", () => {
  const rules = { staleDays: 5, onEngineFailure: "hold" } as const;
  const { policy } = readPolicy({ onEngineFailure: "allow" });
  const { values, origins } = effective(policy, {}, rules);
  assert.deepEqual([values.onEngineFailure, origins.onEngineFailure], ["allow", "locked"]);
  assert.deepEqual([values.staleDays, origins.staleDays], [5, "rules"]);
  assert.deepEqual(origins.channel, "default");
});

test("a pause ends by itself, and there is none where checking is locked", () => {
  const pause = { pausedUntil: NOW + 1000 };
  const free = effective(nobody, pause, {});
  assert.equal(checksAt(free, pause, NOW), "paused");
  assert.equal(checksAt(free, pause, NOW + 1000), "on");
  assert.equal(checksAt(free, pause, NOW - 2 * 86_400_000), "on", "the clock was set back by two days");
  assert.equal(checksAt(effective(nobody, { checking: false }, {}), {}, NOW), "off");
  const { policy } = readPolicy({ locked: ["checking"] });
  assert.equal(checksAt(effective(policy, pause, {}), pause, NOW), "on");
});

test("a stored policy that is corrupt is none", () => {
  for (const policy of [7, { values: [] }, { seen: 1, values: "x" }])
    assert.deepEqual(readCompany({ policy }).policy, nobody, JSON.stringify(policy));
  assert.equal(readCompany({ policy: { seen: "2026-11-03", values: {} } }).seen, "2026-11-03");
});
