import assert from "node:assert/strict";
import { test } from "node:test";
import { Announcements } from "./announcements.ts";

/** A live region as a screen reader hears it: what it is told of is a change of its text. */
function region() {
  const heard: string[] = [];
  let before = "";
  const draw = () => {
    const { words } = announcements;
    if (words !== before && words !== "") heard.push(words.trim());
    before = words;
  };
  const announcements = new Announcements(draw);
  return { announcements, heard, draw };
}

const found = (count: number, checking = false) => ({ locale: "fr" as const, count, checking });

test("findings that come after the pause are summed up when they come, and when there are others without a key", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { announcements, heard, draw } = region();
  const draws = (...findings: Parameters<typeof found>) => {
    announcements.follow(found(...findings));
    draw();
  };
  announcements.afterPause(() => found(0, true));
  draws(0);
  t.mock.timers.tick(2_000);
  draws(0, true);
  assert.deepEqual(heard, []);
  draws(2);
  draws(2);
  draws(3, true);
  draws(3);
  assert.deepEqual(heard, ["2 remarques", "3 remarques"]);
});

test("what was just said is not talked over by the count that it changed", () => {
  const { announcements, heard, draw } = region();
  announcements.follow(found(2));
  announcements.say("Remarque ignorée");
  announcements.follow(found(1));
  draw();
  announcements.follow(found(1));
  draw();
  assert.deepEqual(heard, ["Remarque ignorée"]);
});

test("a hold is said, and again at each send that it stops, and again when it begins anew", () => {
  const { announcements, heard, draw } = region();
  for (const times of [1, 1, 2]) {
    announcements.holds("À relire", times);
    draw();
  }
  announcements.released();
  draw();
  announcements.holds("À relire", 3);
  draw();
  assert.deepEqual(heard, ["À relire", "À relire", "À relire"]);
});

test("a summary that waits for a pause does not talk over a hold", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { announcements, heard, draw } = region();
  announcements.afterPause(() => found(1));
  announcements.holds("À relire", 1);
  draw();
  t.mock.timers.tick(2_000);
  assert.deepEqual(heard, ["À relire"]);
});

test("the message of a rule is told apart from the words around it, as long as they stand", () => {
  const { announcements } = region();
  announcements.holds("À relire. A word", 1, "A word");
  assert.equal(announcements.quoted, "A word");
  announcements.say("Corrigé");
  assert.equal(announcements.quoted, "");
});

test("what is said twice is heard twice, and stays when a hold that said something else ends", () => {
  const { announcements, heard, draw } = region();
  announcements.holds("À relire", 1);
  announcements.say("Corrigé");
  announcements.released();
  draw();
  announcements.say("Corrigé");
  assert.deepEqual(heard, ["Corrigé", "Corrigé"]);
});
