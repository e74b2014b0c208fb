/** Content security policies the replica is served with. */
import type { CspVariant } from "./options.ts";

/**
 * Copied from the live site 2026-10-05 [PUB e2e test]; the nonce is ours. Directives that copy did not quote are absent, so
 * images and frames fall back to default-src.
 */
const live: Record<string, string> = {
  "default-src": "'self' blob: 'wasm-unsafe-eval'",
  "script-src": "blob: 'self' 'nonce-replica' https://static.whatsapp.net 'wasm-unsafe-eval'",
  "style-src": "data: blob: 'self' 'unsafe-inline'",
  "connect-src": "'self' https://*.whatsapp.net blob: data: wss://web.whatsapp.com",
};

function policy(directives: Record<string, string>): string {
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`.trim())
    .join("; ");
}

/** The live policy without WebAssembly: today it compiles there only by the page's grace. */
const noWasm = {
  ...live,
  "default-src": "'self' blob:",
  "script-src": "blob: 'self' 'nonce-replica' https://static.whatsapp.net",
};

const policies: Record<CspVariant, string> = {
  "2026-10-05": policy(live),
  "no-wasm": policy(noWasm),
  "trusted-types": policy({ ...noWasm, "require-trusted-types-for": "'script'", "trusted-types": "replica" }),
  "style-self": policy({ ...live, "style-src": "'self'", "frame-src": "'none'" }),
  none: "",
};

/** The response headers of a variant. */
export function cspHeaders(variant: CspVariant): Record<string, string> {
  const value = policies[variant];
  return value === "" ? {} : { "content-security-policy": value };
}
