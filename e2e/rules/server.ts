// A repository of rules on this computer, signed with the development keys: what a test or the demo publishes, and whatever
// can be wrong with a server.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** How the server answers. */
export type Mood = "well" | "500" | "html" | "redirect" | "down" | Absent;

/** How a host that is well says that a file is not there: 404 that a browser may not read, as nginx does without `always`; 403 as
 *  hosts like S3 do. */
type Absent = "closed 404" | "403";

/** A rule that holds messages with a word. */
export function holding(word: string): string {
  return `detect: {terms: [${word}]}
category: policy
action: warn
message: {fr: "Mot réservé", en: Reserved word}
why: {fr: "Ce mot est **réservé**.", en: This word is **reserved**.}
examples: {flag: ["un [[${word}]]"], pass: ["un mot"]}
`;
}

export class RulesServer {
  mood: Mood = "well";
  /** Paths that were asked for. */
  asked: string[] = [];
  private readonly dir = mkdtempSync(join(tmpdir(), "bonton-rules-"));
  private readonly server: Server = createServer(({ url = "/" }, response) => this.answer(url, response));

  /** Starts on a free port; `address` ends in a slash. */
  static async start(): Promise<RulesServer> {
    const rules = new RulesServer();
    mkdirSync(join(rules.dir, "packs", "house"), { recursive: true });
    const shipped = readdirSync("rules/packs").join(", ");
    writeFileSync(join(rules.dir, "packs", "bonton.yaml"), `format: 1\nuse: [${shipped}]\n`);
    await new Promise<void>((ready) => rules.server.listen(0, "127.0.0.1", ready));
    return rules;
  }

  /** The path that is asked for next. */
  next(): Promise<string> {
    return new Promise((resolve) => this.server.once("request", ({ url = "/" }) => resolve(url)));
  }

  get address(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/`;
  }

  /** Publishes the shipped packs and the rules written so far, with one more. */
  publish(version: string, name: string, rule: string): void {
    writeFileSync(join(this.dir, "packs", "house", `${name}.yaml`), rule);
    this.sign(version);
  }

  /** Publishes these files as they are, however broken: rules.json, texts.json. */
  publishRaw(version: string, files: Record<string, string>): void {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(this.dir, "packs", name), text);
    this.sign(version);
    for (const name of Object.keys(files)) rmSync(join(this.dir, "packs", name));
  }

  private sign(version: string): void {
    const args = ["run", "./build", "repository", join(this.dir, "www"), version, join(this.dir, "packs")];
    execFileSync("go", args, { stdio: ["ignore", "ignore", "inherit"] });
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
    rmSync(this.dir, { recursive: true });
  }

  private answer(url: string, response: ServerResponse): void {
    this.asked.push(url);
    response.setHeader("Access-Control-Allow-Origin", "*");
    if (this.mood === "down") response.destroy();
    else if (this.mood === "500") response.writeHead(500).end("broken");
    else if (this.mood === "html") response.writeHead(200).end("<!doctype html><title>Log in</title>");
    else if (this.mood === "redirect") response.writeHead(302, { Location: "/elsewhere" }).end();
    else this.file(url, response);
  }

  private file(url: string, response: ServerResponse): void {
    try {
      response.end(readFileSync(join(this.dir, "www", new URL(url, "http://x").pathname)));
    } catch {
      if (this.mood === "closed 404") response.removeHeader("Access-Control-Allow-Origin");
      response.writeHead(this.mood === "403" ? 403 : 404).end();
    }
  }
}
