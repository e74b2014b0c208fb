// The signed bundle that the package brings, as its verifier wants it.
import { bytesAt } from "./files.ts";

const FILES = ["root.json", "targets.json", "rules.json.gz", "texts.json.gz", "lessons.json.gz"];

/** Its files by name: all roots from the first on, and what they vouch for. */
export async function packagedBundle(): Promise<Record<string, Uint8Array>> {
  const files: Record<string, Uint8Array> = {};
  for (const file of FILES) files[file] = await bytesAt(`/bundle/${file}`);
  for (let version = 2; ; version++) {
    const name = `${version}.root.json`;
    const later = await bytesAt(`/bundle/${name}`).catch(() => undefined);
    if (!later) return files;
    files[name] = later;
  }
}

/** What the updater must know of the package beside what is signed. */
export async function readAbout(): Promise<Record<string, unknown>> {
  return JSON.parse(new TextDecoder().decode(await bytesAt("/bundle/about.json")));
}
