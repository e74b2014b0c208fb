// Where rules come from and who is trusted: the company's policy, else what the package ships. Without an address the
// packaged bundle is used and nobody is asked.
import { readAbout } from "../engine/package.ts";
import { defaults, readPolicy } from "../store/policy.ts";
import { isObject } from "../store/values.ts";

/** Everything one look needs to know. */
export interface Source {
  /** Ends in a slash; empty without updates. */
  address: string;
  /** root.json as text; empty for the packaged one. One that cannot be read is kept: it must be refused, never replaced by another. */
  root: string;
  channel: string;
  /** Between two looks while a WhatsApp tab is open. */
  pollSeconds: number;
  staleDays: number;
  /** What the engine of this package can do. */
  engine: number;
  /** Milliseconds in which nobody is asked yet: a policy that names another server may still come. */
  wait: number;
}

/** How long a browser may take to hand a policy over after a forced install, in milliseconds. */
const POLICY_MS = 60_000;

/** The key in storage.session: when the background first looked since the browser started, in milliseconds. */
const STARTED = "started";

/** Reads policy and package. What the rules themselves say of settings does not count here. */
export async function readSource(): Promise<Source> {
  const [raw, about] = await Promise.all([policyNow(), readAbout()]);
  const policy = readPolicy(raw).policy.values;
  const { pollSeconds, staleDays } = { ...defaults, ...policy };
  return {
    address: addressOf(policy.updateUrl) || addressOf(about.updateUrl),
    root: String(raw.root ?? ""),
    channel: policy.channel ?? String(about.channel),
    pollSeconds,
    staleDays,
    engine: Number(about.engine),
    wait: Object.keys(raw).length > 0 ? 0 : remaining(await started(), Date.now()),
  };
}

/** What is left of the time for a policy to come; all of it where the clock was set back. */
export function remaining(started: number, now: number): number {
  return Math.max(0, Math.min(POLICY_MS, POLICY_MS - (now - started)));
}

async function started(): Promise<number> {
  const { [STARTED]: noted } = await chrome.storage.session.get(STARTED);
  if (typeof noted === "number") return noted;
  const now = Date.now();
  await chrome.storage.session.set({ [STARTED]: now });
  return now;
}

/** The policy as the browser hands it over. It may be empty for a while; the one last seen counts until then. */
async function policyNow(): Promise<Readonly<Record<string, unknown>>> {
  const managed = await chrome.storage.managed.get(null).catch(() => ({})); // Firefox rejects where there is none
  if (Object.keys(managed).length > 0) return managed;
  const { policy } = await chrome.storage.local.get("policy");
  return isObject(policy) && isObject(policy.values) ? policy.values : {};
}

/** An address that may be asked: https; or this very computer, for tests alone. The package's own policy of contents blocks plain
 *  http, so their copy of the package names it there (e2e/rules/package.ts); a company's policy cannot name it either. */
export function addressOf(value: unknown): string {
  if (typeof value !== "string" || !URL.canParse(value)) return "";
  const { protocol, hostname, href } = new URL(value);
  const isHere = protocol === "http:" && ["127.0.0.1", "localhost", "[::1]"].includes(hostname);
  if (protocol !== "https:" && !isHere) return "";
  return href.endsWith("/") ? href : `${href}/`;
}
