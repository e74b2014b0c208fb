// The two hosts of rules as they are deployed: `bonton serve` on this computer, and the Worker for Cloudflare in workerd.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { type Admin, BONTON } from "./admin.ts";

/** A running host and the token that publishes to it. */
export interface RulesHost {
  name: string;
  /** Ends in no slash. */
  address: string;
  token: string;
  /** A file with its certificate, where it made one itself. */
  certificate?: string;
  stop(): Promise<void>;
}

/** Starts a host with an empty store, for an admin's online key. */
export type StartHost = (admin: Admin) => Promise<RulesHost>;

/** `bonton serve`: a folder with SQLite. */
export const serveHost: StartHost = (admin) => startServe(admin);

/** The same with a certificate of its own making: the extension asks https alone. */
export const secureHost: StartHost = async (admin) => ({
  ...(await startServe(admin, "--tls")),
  certificate: join(admin.home, "served", "certificate.pem"),
});

async function startServe(admin: Admin, ...more: string[]): Promise<RulesHost> {
  const dir = join(admin.home, "served");
  const { token } = admin.token(dir);
  const args = ["serve", "--dir", dir, "--key", "online", "--address", "127.0.0.1:0", ...more];
  const child = spawn(BONTON, args, { env: admin.env, stdio: ["ignore", "pipe", "ignore"] });
  const address = await said(child, (line) => / on (https?:\S+)$/.exec(line)?.[1]);
  return { name: "bonton serve", address, token, stop: () => ended(child, () => child.kill("SIGTERM")) };
}

/** The Worker of dist/edge, with R2 and D1 on this computer. */
export const edgeHost: StartHost = async (admin) => {
  execFileSync("go", ["run", "./build", "edge"], { stdio: ["ignore", "ignore", "inherit"] });
  const { token, hash } = admin.token(join(admin.home, "edge"));
  const key = admin.run("keys", "reveal", "online").trim();
  const args = ["server/cloudflare/local.mjs", "dist/edge"];
  const child = spawn(process.execPath, args, { stdio: ["pipe", "pipe", "inherit"] });
  child.stdin?.write(`${JSON.stringify({ id: 1, start: { TOKEN_HASH: hash, ONLINE_KEY: key } })}\n`);
  const address = await said(child, (line) => {
    const { url, error } = JSON.parse(line) as { url?: string; error?: string };
    if (error) throw new Error(error);
    return url;
  });
  return {
    name: "the Worker, in workerd",
    address,
    token,
    stop: () => ended(child, () => child.stdin?.end()),
  };
};

/** The first line of a program that tells what is looked for. */
async function said(child: ChildProcess, find: (line: string) => string | undefined): Promise<string> {
  if (child.stdout)
    for await (const line of createInterface({ input: child.stdout })) {
      const found = find(line);
      if (found) return found;
    }
  throw new Error(`${child.spawnfile} ended without a word`);
}

async function ended(child: ChildProcess, end: () => void): Promise<void> {
  const gone = child.exitCode === null ? once(child, "exit") : undefined;
  end();
  await gone;
}
