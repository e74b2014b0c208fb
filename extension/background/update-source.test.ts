import assert from "node:assert/strict";
import { test } from "node:test";
import { addressOf, remaining } from "./update-source.ts";

test("a policy has a minute to come, whatever the clock does", () => {
  assert.equal(remaining(1_000, 1_000), 60_000);
  assert.equal(remaining(1_000, 31_000), 30_000);
  assert.equal(remaining(1_000, 61_000), 0);
  assert.equal(remaining(1_000, 9_000_000), 0);
  assert.equal(remaining(9_000_000, 1_000), 60_000); // set back
});

test("only https is asked, and this very computer", () => {
  assert.equal(addressOf("https://rules.example/bonton"), "https://rules.example/bonton/");
  assert.equal(addressOf("http://127.0.0.1:8443"), "http://127.0.0.1:8443/");
  for (const wrong of [
    "http://rules.example",
    "http://127.0.0.1.example",
    "file:///etc",
    "javascript:1",
    "",
    7,
  ])
    assert.equal(addressOf(wrong), "");
});
