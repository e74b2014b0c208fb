// Reads a repository with tuf-js, a client that is none of ours: read.mjs FOLDER URL TARGET… prints each target's custom
// fields and contents' length. FOLDER holds the trusted root.json.
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Updater } from "tuf-js";

const [folder, url, ...targets] = process.argv.slice(2);
const targetDir = join(folder, "targets");
mkdirSync(targetDir);
const updater = new Updater({ metadataDir: folder, metadataBaseUrl: `${url}/metadata`, targetDir, targetBaseUrl: `${url}/targets` });
await updater.refresh();
for (const name of targets) {
  const target = await updater.getTargetInfo(name);
  const file = await updater.downloadTarget(target);
  console.log(JSON.stringify({ name, version: target.custom.version, length: readFileSync(file).length }));
}
