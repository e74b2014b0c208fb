// Whether the rules that a site serves are those that were signed. The root is built into the page's script; all else comes
// from the site and is believed only after the same program has verified it that verifies updates in the extension.
import type { UpdaterAnswer, UpdaterPorts } from "../../wasm/linter/engine.d.ts";
import { type BundleFile, sha256 } from "../bundle/in-force.ts";
import { compile, packedHeld } from "../engine/files.ts";
import { packagedBundle, readAbout } from "../engine/package.ts";
import { run } from "../engine/program.ts";

/** What the room says of it. */
export type Verified = { version: string; dev: boolean } | { error: string };

/** A site has no updates and keeps nothing: it is what it serves. */
const alone: UpdaterPorts = {
  fetch: async () => {
    throw new Error("a site asks nobody");
  },
  read: async () => undefined,
  write: async () => undefined,
};

const FILES: readonly BundleFile[] = ["rules", "texts", "lessons"];

/** Verifies the site's bundle by this root, and that what the engine reads is what was verified. */
export async function verifySite(root: string): Promise<Verified> {
  try {
    const [packaged, about] = await Promise.all([packagedBundle(), readAbout()]);
    await run(await compile("updater.wasm"));
    const updater = globalThis.bontonUpdater;
    if (!updater) return { error: "updater.wasm did not start" };
    const job = {
      root: new TextEncoder().encode(root),
      packaged,
      channel: String(about.channel),
      engine: Number(about.engine),
      update: false,
    };
    const { answer, ...files } = await updater.run(job, alone);
    const { bundle, error } = JSON.parse(answer) as UpdaterAnswer;
    if (!bundle) return { error: error?.message ?? "nothing was verified" };
    for (const name of FILES) {
      const signed = files[name];
      const served = await packedHeld(name, "packaged");
      if (!signed || (await sha256(signed)) !== served.hash)
        return { error: `engine/${name}.json is not what was signed` };
    }
    return { version: bundle.version, dev: bundle.dev };
  } catch (error) {
    return { error: String(error) };
  }
}
