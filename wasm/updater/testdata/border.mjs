// Calls updater.wasm as the extension does. Arguments: wasm_exec.js, updater.wasm, a folder with a package (packaged!…) and a
// repository (slashes are "!").
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [glue, wasm, folder] = process.argv.slice(2);
await import(pathToFileURL(glue).href);
const go = new Go();
const { instance } = await WebAssembly.instantiate(readFileSync(wasm), go.importObject);
go.run(instance);

const bytes = (name) => new Uint8Array(readFileSync(join(folder, name)));
const names = readdirSync(folder).filter((name) => name.startsWith("packaged!"));
const packaged = Object.fromEntries(names.map((name) => [name.slice("packaged!".length), bytes(name)]));
const job = { root: packaged["root.json"], packaged, channel: "stable", engine: 1, update: true };

class Named extends Error {
  constructor(name, message = "") {
    super(message);
    this.name = name;
  }
}

/** A device with a storage of its own; `fetch` can be another. */
function device(more = {}) {
  const stored = new Map();
  return {
    stored,
    fetch: async (path, max) => {
      const name = path.replaceAll("/", "!");
      if (!existsSync(join(folder, name))) throw new Named("NotFound", path);
      const data = bytes(name);
      if (data.length > max) throw new Named("TooLarge");
      return data;
    },
    read: async (name) => stored.get(name),
    write: async (files) => Object.entries(files).forEach(([name, data]) => stored.set(name, data)),
    ...more,
  };
}

async function look(ports, more = {}) {
  const { answer, ...files } = await bontonUpdater.run({ ...job, ...more }, ports);
  return { ...JSON.parse(answer), files };
}

assert.deepEqual(Object.keys(bontonUpdater).sort(), ["run"]);

// Without the network the packaged bundle is verified; with it, the newer one is fetched and kept.
const ports = device();
const shipped = await look(ports, { update: false });
assert.deepEqual([shipped.bundle.version, shipped.bundle.source, shipped.bundle.dev, shipped.error], ["1", "packaged", true, undefined]);
assert.match(new TextDecoder().decode(shipped.files.rules), /"version":"1"/);
const fetched = await look(ports);
assert.deepEqual([fetched.bundle.version, fetched.bundle.source], ["2", "fetched"]);
assert.match(fetched.bundle.root, /^[0-9a-f]{64}$/);
assert.ok(Date.parse(fetched.bundle.fresh) > Date.now());
assert.match(new TextDecoder().decode(fetched.files.texts), /"version":"2"/);
const kept = await look(ports, { update: false });
assert.deepEqual([kept.bundle.version, kept.bundle.source], ["2", "stored"]);

// Whatever the server does, the bundle in force stays, and the class says what happened.
const faults = {
  unavailable: async () => { throw new TypeError("Failed to fetch"); },
  "unavailable ": async () => { throw new Named("Redirect"); },
  untrusted: async () => new TextEncoder().encode("<!doctype html>"),
  "untrusted ": async () => { throw new Named("TooLarge"); },
};
for (const [want, fetch] of Object.entries(faults)) {
  const { bundle, error } = await look({ ...ports, fetch });
  assert.deepEqual([bundle.version, error.class], ["2", want.trim()], JSON.stringify(error));
}

// A state that was tampered with is worth nothing: the packaged bundle counts until the server is asked.
for (const [name, data] of ports.stored) ports.stored.set(name, data.map((byte) => byte ^ 1));
assert.equal((await look(ports, { update: false })).bundle.version, "1");
assert.equal((await look(ports)).bundle.version, "2");

// A storage that fails, a package that is broken, a bundle for another engine, an argument of another type.
const full = device({ write: async () => { throw new Named("QuotaExceededError", "full"); } });
const unkept = await look(full);
assert.deepEqual([unkept.bundle.version, unkept.error.class], ["1", "storage"]);
assert.equal((await look(device(), { packaged: {}, update: false })).bundle, undefined);
assert.equal((await look(device(), { engine: 0 })).error.class, "unfit");
await assert.rejects(look(device(), { root: 42 }), /the updater failed/);
assert.equal((await look(ports)).bundle.version, "2");
process.exit(0);
