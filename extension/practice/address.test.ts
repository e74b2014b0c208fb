import assert from "node:assert/strict";
import { test } from "node:test";
import { chosenIn, withChosen } from "./address.ts";

test("what was chosen by hand is read from the address again, and nothing else is", () => {
  assert.deepEqual(chosenIn(""), {});
  assert.deepEqual(chosenIn("?lang=de&large=0"), { large: false });
  assert.deepEqual(chosenIn(withChosen("?from=mail", { locale: "en" })), { locale: "en" });
  assert.equal(withChosen("?lang=fr&from=mail", { large: true }), "?lang=fr&from=mail&large=1");
});
