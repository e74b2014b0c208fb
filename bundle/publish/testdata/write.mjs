// Writes a repository with @tufjs/models, which is none of ours: write.mjs FOLDER, where packed/ holds the files of a channel.
// Custom fields hold what canonical JSON is often written wrongly for.
import { createHash, generateKeyPairSync, sign } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Key, Metadata, MetaFile, Root, Signature, Snapshot, TargetFile, Targets, Timestamp } from "@tufjs/models";

const folder = process.argv[2];
const expires = new Date(Date.now() + 86_400_000).toISOString().replace(/\.\d+Z/, "Z");
const sha256 = (data) => createHash("sha256").update(data).digest("hex");

function signer() {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const raw = publicKey.export({ format: "der", type: "spki" }).subarray(-32).toString("hex");
  const key = new Key({ keyID: sha256(raw), keyType: "ed25519", scheme: "ed25519", keyVal: { public: raw } });
  return { key, sign: (data) => new Signature({ keyID: key.keyID, sig: sign(undefined, data, privateKey).toString("hex") }) };
}

function write(path, data) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), data);
  return data;
}

function publish(path, signed, ...signers) {
  const file = new Metadata(signed);
  for (const one of signers) file.sign(one.sign);
  return write(`metadata/${path}`, JSON.stringify(file.toJSON()));
}

const describe = (version, data) =>
  new MetaFile({ version, length: Buffer.byteLength(data), hashes: { sha256: sha256(data) } });

const [one, two, online] = [signer(), signer(), signer()];
const root = new Root({ version: 1, specVersion: "1.0.31", expires, consistentSnapshot: true });
for (const { key } of [one, two]) for (const role of ["root", "targets"]) root.addKey(key, role);
for (const role of ["snapshot", "timestamp"]) root.addKey(online.key, role);
for (const role of ["root", "targets"]) root.roles[role].threshold = 2;
publish("1.root.json", root, one, two);

const targets = new Targets({ version: 3, specVersion: "1.0.31", expires });
const custom = { version: "7", engine: 1, created: expires, note: 'é 😀 \u2028 "quotes" \\ <b>&amp;', nested: { b: [1, null, true], a: "" } };
for (const name of readdirSync(join(folder, "packed"))) {
  const data = readFileSync(join(folder, "packed", name));
  const path = `stable/${name}`;
  targets.addTarget(new TargetFile({ path, length: data.length, hashes: { sha256: sha256(data) }, unrecognizedFields: { custom } }));
  write(`targets/stable/${sha256(data)}.${name}`, data);
}
const signedTargets = publish("3.targets.json", targets, one, two);
const snapshot = new Snapshot({ version: 5, specVersion: "1.0.31", expires, meta: { "targets.json": describe(3, signedTargets) } });
const signedSnapshot = publish("5.snapshot.json", snapshot, online);
publish("timestamp.json", new Timestamp({ version: 9, specVersion: "1.0.31", expires, snapshotMeta: describe(5, signedSnapshot) }), online);
