import assert from "node:assert/strict";
import { test } from "node:test";
import { shifted, stepsOf } from "./replace.ts";

const edit = (start: number, end: number, text: string) => ({ start, end, text });

test("steps are one line or one break each, the last place first", () => {
  assert.deepEqual(stepsOf([edit(0, 3, "bonjour"), edit(8, 9, "")]), [edit(8, 9, ""), edit(0, 3, "bonjour")]);
  assert.deepEqual(stepsOf([edit(4, 7, "a\n\nb")]), [
    edit(4, 7, "a"),
    edit(5, 5, "\n"),
    edit(6, 6, "\n"),
    edit(7, 7, "b"),
  ]);
  assert.deepEqual(stepsOf([edit(4, 7, "\nb")]), [edit(4, 7, ""), edit(4, 4, "\n"), edit(5, 5, "b")]);
  assert.deepEqual(stepsOf([edit(4, 4, "\n")]), [edit(4, 4, "\n")]);
});

test("a caret stays before an edit, goes to its end from inside, moves along behind it", () => {
  const edits = [edit(4, 7, "bonjour"), edit(10, 12, "")];
  for (const [before, after] of [
    [0, 0],
    [4, 4],
    [5, 11],
    [7, 11],
    [9, 13],
    [11, 14],
    [12, 14],
    [20, 22],
  ] as const)
    assert.equal(shifted(before, edits), after);
});
