// A company's policy as each browser takes it, for one test alone. Chromium reads the machine's folder: a file of our own there
// names a copy of the extension whose id nobody else has. Firefox reads policies.json beside its program: it is started from
// a folder of links to the real one.
import { createHash, generateKeyPairSync } from "node:crypto";
import {
  accessSync,
  constants,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import type { Browser } from "puppeteer-core";
import {
  type BrowserName,
  FIREFOX_ID,
  FIREFOX_ORIGIN,
  findBrowser,
  type Launch,
  launchChromium,
  launchFirefox,
} from "../browsers.ts";

export type Values = Record<string, unknown>;

export interface Managed {
  name: BrowserName;
  /** Of the extension's own pages. */
  origin: string;
  /** Says what the policy is; nothing takes it away. Firefox reads it when it starts. */
  set(values: Values | undefined): void;
  /** Starts the browser, always with the same profile. */
  start(options?: Pick<Launch, "anyCertificate">): Promise<Browser>;
  /** Takes everything away again. */
  dispose(): void;
}

/** The folder of policies of a Chromium, by its program's path. */
const folders: [RegExp, string][] = [
  [/google-chrome/, "/etc/opt/chrome/policies/managed"],
  [/edge/, "/etc/opt/edge/policies/managed"],
  [/./, "/etc/chromium/policies/managed"],
];

export function manage(name: BrowserName): Managed {
  const dir = mkdtempSync(join(tmpdir(), "bonton-policy-"));
  const managed = name === "chrome" ? manageChromium(dir) : manageFirefox(dir);
  const dispose = () => {
    managed.set(undefined);
    rmSync(dir, { recursive: true, force: true });
  };
  process.once("exit", dispose); // whatever became of the tests
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.once(signal, () => process.exit(1));
  return { ...managed, name, dispose };
}

function manageChromium(dir: string): Omit<Managed, "name" | "dispose"> {
  const { key, id } = newIdentity();
  const extensionDir = join(dir, "extension");
  cpSync("dist/chrome", extensionDir, { recursive: true });
  const manifest = join(extensionDir, "manifest.json");
  writeFileSync(manifest, JSON.stringify({ ...JSON.parse(readFileSync(manifest, "utf8")), key }));
  const file = join(chromiumFolder(), `bonton-test-${id}.json`);
  return {
    origin: `chrome-extension://${id}`,
    set: (values) =>
      values
        ? writeFileSync(file, JSON.stringify({ "3rdparty": { extensions: { [id]: values } } }))
        : rmSync(file, { force: true }),
    start: (options) =>
      launchChromium({ extension: true, extensionDir, userDataDir: join(dir, "profile"), ...options }),
  };
}

/** A key for the manifest and the id that Chromium makes of it. */
function newIdentity(): { key: string; id: string } {
  const { publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const der = publicKey.export({ type: "spki", format: "der" });
  const hash = createHash("sha256").update(der).digest("hex").slice(0, 32);
  const id = hash.replaceAll(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));
  return { key: der.toString("base64"), id };
}

function chromiumFolder(): string {
  const path = realpathSync(findBrowser("chrome") ?? "chromium");
  const folder = folders.find(([program]) => program.test(path))?.[1] ?? "";
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw new Error(
      `Chromium reads managed policies from ${folder} alone, and this test may not write there: run it as root, ` +
        `or once: sudo install -d -o "$USER" ${folder}`,
      { cause: error },
    );
  }
  return folder;
}

function manageFirefox(dir: string): Omit<Managed, "name" | "dispose"> {
  const executable = linkedFirefox(join(dir, "firefox"));
  const file = join(dirname(executable), "distribution", "policies.json");
  const userDataDir = join(dir, "profile");
  mkdirSync(userDataDir);
  const prefs = {
    "extensions.webextensions.keepStorageOnUninstall": true,
    "extensions.webextensions.keepUuidOnUninstall": true,
  };
  return {
    origin: FIREFOX_ORIGIN,
    set: (values) =>
      values
        ? writeFileSync(
            file,
            JSON.stringify({ policies: { "3rdparty": { Extensions: { [FIREFOX_ID]: values } } } }),
          )
        : rmSync(file, { force: true }),
    start: (options) => launchFirefox({ extension: true, executable, userDataDir, prefs, ...options }),
  };
}

/** A folder with a copy of the program, which knows itself by where it lies, links to all it needs, and a `distribution` of its own. */
export function linkedFirefox(folder: string): string {
  const program = realpathSync(findBrowser("firefox") ?? "firefox");
  const system = "/etc/firefox/policies/policies.json";
  if (existsSync(system))
    throw new Error(`${system} goes before this test's own policy: move it away and try again`);
  mkdirSync(join(folder, "distribution"), { recursive: true });
  for (const name of readdirSync(dirname(program))) {
    if (name !== "distribution" && name !== basename(program))
      symlinkSync(join(dirname(program), name), join(folder, name));
  }
  const copy = join(folder, basename(program));
  copyFileSync(program, copy);
  return copy;
}
