// Calls linter.wasm as the extension does. Arguments: wasm_exec.js, linter.wasm, the folder of rules.json.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { linterOf } from "../call.mjs";

const [glue, wasm, folder] = process.argv.slice(2);
await import(pathToFileURL(glue).href);
const go = new Go();
const { instance } = await WebAssembly.instantiate(readFileSync(wasm), go.importObject);
go.run(instance);

const read = (name) => new Uint8Array(readFileSync(join(folder, name)));
const ask = (name, ...args) => JSON.parse(bontonLinter[name](...args));
const check = linterOf(bontonLinter, instance.exports);
const lint = (text, more, thread) => check({ revision: 7, text, locale: "fr", now: "2026-03-10T10:00:00+01:00", surface: "composer", ...more }, thread);

assert.deepEqual(Object.keys(bontonLinter).sort(), ["about", "load", "state", "warm"]);

// Nothing is loaded yet, nothing can be done ahead, and bad bundles change nothing.
assert.match(lint("bonjour").error, /no rules are loaded/);
assert.equal(bontonLinter.warm(), false);
assert.match(ask("load", new TextEncoder().encode("{")).error, /not JSON/);
assert.match(lint("bonjour").error, /no rules are loaded/);

assert.deepEqual(ask("load", read("rules.json")), { bundle: { version: "1.0.0", state: "packaged" } });

bontonLinter.state("stale");
assert.deepEqual(lint("bonjour").bundle, { version: "1.0.0", state: "stale" });
bontonLinter.state();
assert.equal(JSON.parse(bontonLinter.load(read("rules.json"), "current")).bundle.state, "current");
assert.deepEqual(ask("load", read("rules.json")), { bundle: { version: "1.0.0", state: "packaged" } });

// Work ahead ends.
assert.equal(bontonLinter.warm(), true);
let pieces = 1;
while (bontonLinter.warm()) assert.ok(++pieces < 1000);

// Work ahead leaves the setting that was told: a draft between its pieces is answered the same after each.
for (let loads = 0; loads < 2; loads++) {
  const ask = () => lint("Shut up, you moron", { locale: "en", chat: { kind: "individual", audience: "customer" } });
  const before = ask();
  assert.equal(before.verdict, "warn");
  while (bontonLinter.warm()) assert.deepEqual(ask(), before);
  assert.deepEqual(ask(), before);
  bontonLinter.load(read("rules.json"));
}
while (bontonLinter.warm());

// Offsets are those of JavaScript strings, and fixes change the flagged characters only.
const text = "👍🏽 Ma carte : 4111 1111 1111 1111 merci";
const card = lint(text);
assert.equal(card.revision, 7);
assert.equal(card.verdict, "block");
const [found] = card.findings;
assert.equal(found.rule, "confidential/payment-card");
assert.equal(text.slice(found.start, found.end), "4111 1111 1111 1111");
const [edit] = found.fixes[0].edits;
assert.equal(text.slice(0, edit.start) + edit.text + text.slice(edit.end), "👍🏽 Ma carte : •••• •••• •••• 1111 merci");

// Lone surrogates keep their length.
const lone = "\ud800 connard \udfff";
const insult = lint(lone).findings[0];
assert.equal(lone.slice(insult.start, insult.end), "connard");

// The message follows the locale, the rules follow the language.
assert.equal(lint("connard", { locale: "en", language: { code: "fr", confidence: 1 } }).findings[0].message, "An insulting word");
assert.equal(lint("connard", { language: { code: "de", confidence: 1 } }).verdict, "clean");

// What cannot be read is answered with an error, and a panic in Go (missing or foreign arguments) too; then it goes on, with
// the setting before.
assert.match(ask("about", "{").error, /JSON/);
assert.match(ask("about", '{"locale":7}').error, /JSON/);
assert.match(ask("about").error, /the engine failed: .*index out of range/);
assert.match(ask("load", 42).error, /the engine failed/);
assert.deepEqual(Object.keys(lint("x", { surface: "billboard" })), ["revision", "error"]);
assert.match(lint("x", { surface: "billboard" }).error, /unknown surface/);
assert.match(lint("x", {}, "{").error, /thread/);
assert.match(lint("x".repeat(131_073)).error, /longer than 131072/);
assert.match(lint("é".repeat(10_000_000)).error, /longer than 131072/);
assert.equal(lint("Bonjour, votre commande part demain.").verdict, "clean");

// A setting counts until another is told.
assert.equal(lint("connard", { surface: "caption" }).verdict, "warn");
for (const more of [{}, { language: { code: "de", confidence: 1 } }, {}]) {
  assert.equal(lint("connard", more).verdict, more.language ? "clean" : "warn");
}

// What nests deep is refused before it can end the engine: a browser's stack is short, and its end is no panic.
const bytes = (s) => new TextEncoder().encode(s);
assert.match(ask("load", bytes("[".repeat(200_000))).error, /nested/);
assert.match(ask("about", `{"locale":${"[".repeat(9_000)}${"]".repeat(9_000)}}`).error, /JSON/);
assert.equal(bontonLinter.about(`{"more":${"[".repeat(9_000)}${"]".repeat(9_000)}}`), "");
assert.match(ask("about", "{}", `{"messages":${"[".repeat(9_000)}${"]".repeat(9_000)}}`).error, /JSON/);
const packed = new TextDecoder().decode(read("rules.json"));
for (const pattern of ["x{0,900}", `${"(".repeat(400)}x${")".repeat(400)}`, `${"(?:x".repeat(150)}${")?".repeat(150)}`]) {
  const wrong = packed.replace(/"pattern":"(?:[^"\\]|\\.)*"/, `"pattern":"${pattern}"`);
  assert.notEqual(wrong, packed);
  assert.match(ask("load", bytes(wrong)).error, /nested more than 200/);
}
for (let i = 0; i < 10; i++) assert.equal(ask("load", read("rules.json")).bundle.version, "1.0.0");
while (bontonLinter.warm()); // the last piece lets memory be collected again

// Ten thousand drafts leave the memory bounded, and a long draft is read to its end.
const end = lint("mot ".repeat(16_000) + "connard").findings.at(-1);
assert.equal(end.start, 64_000);
for (let i = 0; i < 10_000; i++) lint(`${text} ${i}`);
const pages = instance.exports.mem.buffer.byteLength;
console.log(`linear memory after 10,000 drafts: ${(pages / 2 ** 20).toFixed(1)} MiB`);
assert.ok(pages <= 48 * 2 ** 20);
process.exit(0);
