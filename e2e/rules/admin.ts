// An admin's computer: keys, a root, a working folder and rules, all by the real command line. Passphrases are worthless.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** The command line, built from this checkout. */
export const BONTON = resolve("dist/bonton");

/** A server as an admin knows it. */
interface Published {
  address: string;
  token: string;
  /** The file to know it by, where no authority vouches for it. */
  certificate?: string;
}

export class Admin {
  readonly home = mkdtempSync(join(tmpdir(), "bonton-admin-"));
  /** What every command of this admin finds in its environment. */
  readonly env = {
    ...process.env,
    BONTON_HOME: join(this.home, "keys"),
    BONTON_PASSPHRASE: "for this demo alone",
  };
  private readonly rules = join(this.home, "rules");
  private readonly work = join(this.home, "work");

  /** Makes the keys and the root, from nothing. */
  constructor() {
    execFileSync("go", ["build", "-o", BONTON, "./cmd/bonton"], { stdio: "inherit" });
    for (const name of ["camille", "online"]) this.run("keys", "new", name);
    const pub = (name: string) => join(this.home, "keys", "keys", `${name}.pub`);
    const keys = ["--online", pub("online"), pub("camille")];
    this.run("root", "new", "--dir", this.work, "--threshold", "1", ...keys);
    mkdirSync(join(this.rules, "house"), { recursive: true });
    const shipped = readdirSync("rules/packs", { withFileTypes: true }).filter((each) => each.isDirectory());
    const use = shipped.map(({ name }) => name).join(", ");
    writeFileSync(join(this.rules, "bonton.yaml"), `format: 1\nuse: [${use}]\n`);
  }

  /** Runs a command and answers what it prints. */
  run(...args: string[]): string {
    return execFileSync(BONTON, args, {
      env: this.env,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "inherit"],
    });
  }

  /** The root that whoever follows this company starts from, as text. */
  get root(): string {
    return readFileSync(join(this.work, "repository", "metadata", "1.root.json"), "utf8");
  }

  /** Writes a rule, and signs a bundle with it, for one channel or both. */
  sign(version: string, name: string, rule: string, channel?: "stable" | "pilot"): void {
    writeFileSync(join(this.rules, "house", `${name}.yaml`), rule);
    this.run("rules", "check", this.rules);
    const to = channel ? ["--channel", channel] : [];
    this.run("bundle", "build", "--dir", this.work, "--version", version, ...to, this.rules);
    this.run("bundle", "sign", "--dir", this.work, "--key", "camille");
  }

  /** Publishes what was signed, to a server that knows the token; `all` also what it never saw. */
  publish({ address, token, certificate }: Published, all = false): void {
    const args = ["bundle", "publish", "--dir", this.work, "--server", address, ...(all ? ["--all"] : [])];
    execFileSync(BONTON, args, {
      env: { ...this.env, BONTON_TOKEN: token, ...(certificate ? { SSL_CERT_FILE: certificate } : {}) },
      stdio: ["ignore", "ignore", "inherit"],
    });
  }

  /** Publishes to a folder, as a company does before it makes its package; answers the folder. */
  publishTo(folder: string): string {
    const to = join(this.home, folder);
    this.run("bundle", "publish", "--dir", this.work, "--key", "online", "--to", to);
    return to;
  }

  /** A new token, and what a server keeps of it. */
  token(served: string): { token: string; hash: string } {
    const token = this.run("serve", "--dir", served, "--new-token").trim();
    return { token, hash: readFileSync(join(served, "token.sha256"), "utf8").trim() };
  }

  remove(): void {
    rmSync(this.home, { recursive: true, force: true });
  }
}
