// A package that looks for rules at an address: a copy of the build, with what `UPDATE_URL` and a policy would say.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserName } from "../browsers.ts";

/** Copies the build of a browser; the caller removes it. Loopback is let through beside https, for this copy alone. */
export function packageAt(name: BrowserName, address: string): string {
  const dir = join(mkdtempSync(join(tmpdir(), "bonton-at-")), name);
  cpSync(`dist/${name}`, dir, { recursive: true });
  edit(join(dir, "bundle", "about.json"), (about) => ({ ...about, updateUrl: address }));
  edit(join(dir, "manifest.json"), (manifest) => ({
    ...manifest,
    content_security_policy: {
      extension_pages: manifest.content_security_policy.extension_pages.replace(
        "connect-src 'self'",
        `connect-src 'self' ${new URL(address).origin}`,
      ),
    },
  }));
  return dir;
}

export function removePackage(dir: string): void {
  rmSync(join(dir, ".."), { recursive: true });
}

// biome-ignore lint/suspicious/noExplicitAny: JSON of our own build
function edit(path: string, change: (value: any) => unknown): void {
  writeFileSync(path, JSON.stringify(change(JSON.parse(readFileSync(path, "utf8")))));
}
