// The direction of imports and the places of knowledge: ui and content never reach into the background, the page's
// selectors stand in content/whatsapp*.ts alone, and the interface knows nothing of the extension's APIs. And what pages may do.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

/** The product's sources: path below extension/ and text without comments. */
const sources = readdirSync("extension", { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => /\.tsx?$/.test(path) && !/\.(test|d)\.tsx?$/.test(path))
  .map((path) => ({ path, code: withoutComments(readFileSync(join("extension", path), "utf8")) }));

/** What may not stand in which files. */
const bans: { what: string; in: (path: string) => boolean; pattern: RegExp }[] = [
  {
    what: "an import of background",
    in: (path) => /^(ui|content|engine|pages|practice)\//.test(path),
    pattern: /from "[^"]*background\//,
  },
  {
    what: "an import of content",
    in: (path) => /^(ui|background|engine)\//.test(path),
    pattern: /from "[^"]*content\//,
  },
  { what: "an import of pages", in: (path) => !path.startsWith("pages/"), pattern: /from "[^"]*pages\// },
  {
    what: "an import of practice",
    in: (path) => !path.startsWith("practice/"),
    pattern: /from "[^"]*practice\//,
  },
  { what: "an extension API", in: (path) => path.startsWith("ui/"), pattern: /\b(chrome|browser)\./ },
  {
    what: "a selector of the page",
    in: (path) => !/^content\/whatsapp[^/]*\.ts$/.test(path),
    pattern:
      /#(main|side|app|pane-side)\b|data-(testid|icon|tab|lexical|pre-plain-text)|conversation-|compose-btn|contenteditable/,
  },
  {
    what: "a script of the page's world",
    in: () => true,
    pattern: /world:\s*"MAIN"|\beval\(|new Function\(|innerHTML\s*=/,
  },
  {
    what: "a way out to the network",
    in: (path) =>
      !path.startsWith("engine/") && !["background/fetch-file.ts", "practice/offline.ts"].includes(path),
    pattern: /\bfetch\(|XMLHttpRequest|WebSocket|sendBeacon|EventSource/,
  },
];

test("the sources are found", () => assert.ok(sources.length > 40, String(sources.length)));

for (const ban of bans) {
  test(`${ban.what} stands only where it belongs`, () => {
    const wrong = sources.filter(({ path, code }) => ban.in(path) && ban.pattern.test(code));
    assert.deepEqual(
      wrong.map(({ path, code }) => `${path}: ${ban.pattern.exec(code)?.[0]}`),
      [],
    );
  });
}

test("content never sends: it presses no key and clicks nothing of the page's", () => {
  const wrong = sources.filter(
    ({ path, code }) =>
      /^(content|ui)\//.test(path) && /\.click\(\)|new (Keyboard|Mouse|Pointer)Event\(/.test(code),
  );
  assert.deepEqual(wrong, []);
});

function withoutComments(code: string): string {
  return code.replaceAll(/\/\*[\s\S]*?\*\//g, "").replaceAll(/(^|[^:])\/\/.*$/gm, "$1");
}

test("every page of ours connects to the extension alone, though the manifest lets the background ask any server", () => {
  const pages = readdirSync("extension", { recursive: true, encoding: "utf8" }).filter((path) =>
    path.endsWith(".html"),
  );
  assert.ok(pages.length >= 5);
  for (const page of pages) {
    const html = readFileSync(join("extension", page), "utf8");
    assert.match(
      html,
      /<meta http-equiv="Content-Security-Policy" content="([^"]*; )?connect-src 'self'[;"]/,
      page,
    );
  }
});
