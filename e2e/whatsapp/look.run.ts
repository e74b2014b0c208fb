/** Serves the replica over plain http for a look: `node dist/test/e2e/whatsapp/look.run.mjs [port] [json options]`. */
import { type PartialOptions, replicaURL } from "./options.ts";
import { listen } from "./serve.ts";

const [port = "8765", json = "{}"] = process.argv.slice(2);
const { origin } = await listen(Number(port));
process.stdout.write(`${replicaURL(JSON.parse(json) as PartialOptions, origin)}\n`);
