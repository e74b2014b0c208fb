import assert from "node:assert/strict";
import { test } from "node:test";
import type { Draft, Finding, Report } from "../../wasm/linter/engine.d.ts";
import { FileNames, plain, together } from "./files.ts";
import type { ShownFile } from "./whatsapp-files.ts";
import { FILE_NAME } from "./whatsapp-selectors.ts";

const bundle = { version: "1", state: "packaged" } as const;

/** A finding of these words wherever they stand in what is checked. */
function findingsOf(text: string, words: string, category: string): Finding[] {
  const start = text.indexOf(words);
  const more = { rule: `test/${words}`, action: "warn", message: "!", confidence: 5 } as const;
  return start < 0 ? [] : [{ ...more, category, start, end: start + words.length, fixes: [] }];
}

/** File names, and the drafts they were checked as. */
function names(question?: string) {
  const asked: Draft[] = [];
  let changes = 0;
  const files = new FileNames({
    engineReady: () => true,
    lint: async (draft): Promise<Report> => {
      asked.push(draft);
      const found = [
        ...findingsOf(draft.text, "SALAIRES", "confidential"),
        ...findingsOf(draft.text, "PLAN", "style"),
      ];
      const language = { code: "fr", confidence: 1 };
      return { revision: draft.revision, verdict: "warn", language, findings: found, bundle };
    },
    around: () => ({ locale: "fr", now: "2026-01-01T00:00:00Z", surface: "caption" }),
    say: (name, message) => `${name} ${message}`,
    question: () => question,
    changed: () => changes++,
  });
  return { files, asked, changes: () => changes };
}

function shown(...all: string[]): ShownFile[] {
  return all.map((name) => ({ name, node: {} as Text }));
}

const settled = () => new Promise((done) => setImmediate(done));

test("the same words in another file are another finding, to be ignored apart", async () => {
  const { files } = names();
  files.take(shown("vos_salaires.xlsx"));
  await settled();
  const [first] = files.findings(7);
  assert.ok(first);
  const name = files.nameOf(first);
  files.take(shown("nos_salaires.xlsx"));
  await settled();
  const [second] = files.findings(7);
  assert.ok(second);
  assert.equal(name, "test/SALAIRES vos_salaires.xlsx salaires");
  assert.equal(files.nameOf(second), "test/SALAIRES nos_salaires.xlsx salaires");
  assert.equal(files.nameOf({ ...second, rule: "tone/a" }), undefined);
});

test("names are checked once, together, and what is found stands at the end of the draft", async () => {
  const { files, asked, changes } = names();
  files.take(shown("PLAN.pdf", "vos_salaires.xlsx"));
  files.take(shown("PLAN.pdf", "vos_salaires.xlsx"));
  assert.equal(files.checking, true);
  await settled();
  assert.deepEqual(
    asked.map(({ text }) => text),
    ["PLAN.PDF\nVOS SALAIRES.XLSX"],
  );
  assert.deepEqual([files.checking, changes()], [false, 1]);
  const found = files.findings(7);
  assert.deepEqual(
    found.map(({ start, end, message }) => [start, end, message]),
    [[7, 7, "vos_salaires.xlsx !"]],
  );
  assert.equal(files.findings(7)[0], found[0], "the same object, so that what is shown stays");
});

test("asked again, what is known counts until the answer comes", async () => {
  const { files, asked } = names();
  files.take(shown("vos_salaires.xlsx"));
  await settled();
  files.again();
  assert.equal(files.checking, false);
  assert.equal(files.findings(0).length, 1);
  await settled();
  assert.equal(asked.length, 2);
});

test("without files there is nothing to check, and nothing stays", async () => {
  const { files, asked } = names();
  files.take(shown("salaires.pdf"));
  await settled();
  files.take([]);
  assert.deepEqual([files.text, files.checking, files.findings(0), asked.length], ["", false, [], 1]);
});

test("an answer for other names is dropped", async () => {
  const { files } = names();
  files.take(shown("salaires.pdf"));
  files.take(shown("planning.pdf"));
  await settled();
  assert.deepEqual(files.findings(0), []);
});

test("where the policy wants it, each file is asked about", async () => {
  const { files } = names("Pour Camille ?");
  files.take(shown("a.pdf", "b.pdf"));
  const found = files.findings(0);
  assert.deepEqual(
    found.map(({ rule, message }) => [rule, message]),
    [
      ["bonton/file-chat", "Pour Camille ?"],
      ["bonton/file-chat", "Pour Camille ?"],
    ],
  );
  assert.equal(together("note", found), "warn");
});

test("a name is checked at its length", () => {
  for (const name of ["straße_ŉ.pdf", "Été_2026 (1).xlsx", "😀_salaires.pdf"])
    assert.equal(plain(name).length, name.length);
});

test("a file is known by its ending", () => {
  for (const name of ["a.pdf", "Salaires 2026 (v2).xlsx", "photo.JPEG", "x.tar.gz"])
    assert.match(name, FILE_NAME);
  for (const text of ["boutique.fr", "12.5 MB", "Bonjour.", "v1.2", "a/b.pdf", ".pdf"])
    assert.doesNotMatch(text, FILE_NAME);
});
