// What a browser fetches, keeps and compiles.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { MB } from "./memory.ts";
import { figure, type Target } from "./print.ts";

const files = [
  { path: "dist/chrome/engine/linter.wasm", limit: 8 },
  { path: "dist/chrome/engine/reasons.wasm", limit: 8 },
  { path: "dist/chrome/engine/language.wasm", limit: 6 },
  { path: "language/models.bin", limit: 5 },
  { path: "dist/bonton-chrome.zip", limit: 10 },
  { path: "dist/bonton-firefox.zip", limit: 10 },
];

export function sizes(): Target[] {
  console.log("\nsizes");
  return files.map(({ path, limit }) => {
    const bytes = readFileSync(path);
    const gz = gzipSync(bytes, { level: 9 }).length;
    figure(path, `${(bytes.length / MB).toFixed(2)} MB raw, ${(gz / MB).toFixed(2)} MB gz`);
    return { name: path, got: bytes.length / MB, limit, unit: "MB" };
  });
}
