// Calls reasons.wasm as the extension does. Arguments: wasm_exec.js, reasons.wasm, the folder of texts.json.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [glue, wasm, folder] = process.argv.slice(2);
await import(pathToFileURL(glue).href);
const go = new Go();
const { instance } = await WebAssembly.instantiate(readFileSync(wasm), go.importObject);
go.run(instance);

const texts = new Uint8Array(readFileSync(join(folder, "texts.json")));
const bytes = (s) => new TextEncoder().encode(s);
const ask = (name, ...args) => JSON.parse(bontonReasons[name](...args));

assert.deepEqual(Object.keys(bontonReasons).sort(), ["check", "load", "why"]);

// Nothing is loaded yet, and bad texts change nothing.
assert.match(ask("why", "tone/insult-fr", "fr").error, /no reasons are loaded/);
assert.match(ask("load", bytes("{")).error, /not JSON/);
assert.match(ask("load", bytes("[".repeat(200_000))).error, /nested/);
assert.match(ask("why", "tone/insult-fr", "fr").error, /no reasons are loaded/);
assert.deepEqual(ask("load", texts), { version: "1.0.0" });
assert.match(ask("load", bytes("{}")).error, /missing/);

// Reasons are sanitised HTML in the reader's language.
assert.match(ask("why", "tone/insult-fr", "fr").html, /^<p>.*<strong>/s);
assert.notEqual(ask("why", "tone/insult-fr", "en").html, ask("why", "tone/insult-fr", "fr").html);
const hostile = { en: "<script>x</script><p onclick=y>a</p>", fr: "b" };
const planted = JSON.stringify({ format: 1, version: "2", why: { "a/b": hostile } });
assert.match(ask("check", bytes(planted)).error, /HTML that is not allowed/);
assert.deepEqual(ask("check", texts), { version: "1.0.0" });
assert.deepEqual(ask("load", bytes(planted)), { version: "2" });
assert.deepEqual(ask("why", "a/b", "en"), { html: "<p>a</p>" });

// Elements nested without end are no way to end the program.
const deep = JSON.stringify({ format: 1, version: "3", why: { "a/b": { en: "<p><em>".repeat(2_800), fr: "b" } } });
assert.deepEqual(ask("load", bytes(deep)), { version: "3" });
assert.match(ask("why", "a/b", "en").html, /^<p><em>/);

// What cannot be answered is an error, and a panic in Go (missing or foreign arguments) too; then it goes on.
assert.match(ask("why", "tone/none", "fr").error, /no rule/);
assert.match(ask("why").error, /the engine failed: .*index out of range/);
assert.match(ask("load", 42).error, /the engine failed/);
assert.deepEqual(ask("why", "a/b", "fr"), { html: "b" });
process.exit(0);
