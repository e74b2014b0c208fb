import assert from "node:assert/strict";
import { test } from "node:test";
import { isReasonId, readReasons, reasonText, shownReasons } from "./reasons.ts";

const CONTRACT = { id: "contract", fr: "Le contrat le prévoit", en: "The contract says so" };

test("the company's reasons stand in place of ours, in the interface's language", () => {
  assert.deepEqual(shownReasons([CONTRACT], "fr"), [{ id: "contract", text: CONTRACT.fr }]);
  assert.deepEqual(
    shownReasons([], "en").map(({ id }) => id),
    ["requested", "authorised", "mistake"],
  );
});

test("a reason that nobody offers any more is read by its id", () => {
  assert.equal(reasonText([CONTRACT], "contract", "en"), CONTRACT.en);
  assert.notEqual(reasonText([CONTRACT], "mistake", "en"), "mistake");
  assert.equal(reasonText([], "contract", "en"), "contract");
});

test("corrupt reasons are none, and an id holds no sentence", () => {
  const bad: unknown[] = [
    undefined,
    7,
    [7],
    [{ id: "a" }],
    [{ ...CONTRACT, id: "Oui !" }],
    Array(10).fill(CONTRACT),
  ];
  for (const value of bad) assert.deepEqual(readReasons(value), [], JSON.stringify(value));
  assert.deepEqual(readReasons([CONTRACT]), [CONTRACT]);
  assert.ok(!isReasonId("bonjour camille"));
});
