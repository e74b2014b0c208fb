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
  announcements.afterPause(() => ({ locale: "fr", count: 1 }));
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
