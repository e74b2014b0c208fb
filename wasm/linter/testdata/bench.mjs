// Measures linter.wasm: node bench.mjs wasm_exec.js linter.wasm folder-of-rules. Times include JSON on both sides.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { linterOf } from "../call.mjs";

const [glue, wasm, folder] = process.argv.slice(2);
await import(pathToFileURL(glue).href);
const started = performance.now();
const go = new Go();
const { instance } = await WebAssembly.instantiate(readFileSync(wasm), go.importObject);
go.run(instance);
const read = (name) => new Uint8Array(readFileSync(join(folder, name)));
const rules = read("rules.json");
const loading = performance.now();
const loaded = bontonLinter.load(rules);
const ready = performance.now();
console.log(`start ${(loading - started).toFixed(0)} ms, load ${(ready - loading).toFixed(1)} ms ${loaded}`);

const first = performance.now();
while (bontonLinter.warm());
console.log(`work ahead ${(performance.now() - first).toFixed(1)} ms`);

const sentence = "Bonjour Madame, votre commande n° 4521 est prête 👍🏽 et part demain matin. ";
const check = linterOf(bontonLinter, instance.exports);
const lint = (text) => check({ revision: 1, text, locale: "fr", now: "2026-03-10T10:00:00+01:00", surface: "composer" });
const measure = (name, text, times) => {
  for (let i = 0; i < Math.min(times, 300); i++) lint(text);
  const spent = [];
  for (let i = 0; i < times; i++) {
    const before = performance.now();
    lint(text);
    spent.push(performance.now() - before);
  }
  spent.sort((a, b) => a - b);
  const at = (p) => spent[Math.floor((spent.length - 1) * p)].toFixed(3);
  console.log(`${name.padEnd(24)} p50 ${at(0.5)} ms   p95 ${at(0.95)} ms   max ${at(1)} ms`);
};
for (const [size, times] of [[30, 2000], [300, 2000], [3_000, 300], [65_536, 20]]) {
  const text = [...sentence.repeat(size / 70 + 1)].slice(0, size).join("");
  measure(`${size} characters`, text, times);
}
measure("300, seven findings", `${sentence.repeat(3)} bjr connard !!! mdp: abc123 😀😀😀 4111 1111 1111 1111`, 2000);
measure("5,000 emojis", "😀".repeat(5000), 20);
for (const unit of ["1", "1 ", "4111111111111112 ", "connard ", "n i g a u ", "AB CD ", "mdp: ", "code @ "]) {
  measure(`65,536 of ${JSON.stringify(unit)}`, unit.repeat(65_536 / unit.length), 5);
}
for (let i = 0; i < 10_000; i++) lint(`${sentence.repeat(4)} ${i}`);
console.log(`linear memory ${(instance.exports.mem.buffer.byteLength / 2 ** 20).toFixed(1)} MiB after 10,000 more drafts`);
process.exit(0);
