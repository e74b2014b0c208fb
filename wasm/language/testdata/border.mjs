// Calls language.wasm as the extension does. Arguments: wasm_exec.js, language.wasm.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [glue, wasm] = process.argv.slice(2);
await import(pathToFileURL(glue).href);
const started = performance.now();
const go = new Go();
const { instance } = await WebAssembly.instantiate(readFileSync(wasm), go.importObject);
go.run(instance);
const of = (...args) => JSON.parse(bontonLanguage.of(...args));

assert.deepEqual(Object.keys(bontonLanguage), ["of"]);
assert.equal(of("Votre commande part demain matin.").code, "fr");
const loaded = performance.now() - started;

const english = of("Let me check with the team and get back to you.");
assert.deepEqual(Object.keys(english), ["code", "confidence"]);
assert.equal(english.code, "en");
assert.ok(english.confidence > 0.99 && english.confidence <= 1);
assert.deepEqual(of("Bonjour Madame, votre commande part demain matin. Let me check with the team and get back to you.").also, ["fr"]);

// Nothing to read, lone surrogates, and what is no text.
assert.deepEqual(of("👍🏽 12"), { code: "", confidence: 0 });
assert.equal(of("\ud800 votre commande part demain matin \udfff").code, "fr");
assert.match(of().error, /the engine failed: .*index out of range/);
assert.equal(of("Votre commande part demain matin.").code, "fr");

// The longest draft there is, many times over: memory stays.
const longest = "Votre commande part demain matin. Please call me back. ".repeat(1_200);
const before = performance.now();
for (let i = 0; i < 20; i++) of(longest);
const each = (performance.now() - before) / 20;
for (let i = 0; i < 2_000; i++) of(`Votre commande ${i} part demain matin, merci de votre patience.`);
const mb = instance.exports.mem.buffer.byteLength / 2 ** 20;
assert.ok(mb <= 40, `${mb} MB of linear memory`);
console.log(`start ${loaded.toFixed(0)} ms, ${each.toFixed(1)} ms for ${longest.length} characters, ${mb.toFixed(1)} MB of linear memory`);
process.exit(0);
