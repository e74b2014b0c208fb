// Fetches files of a repository of rules: no cookie, no header of ours, no redirect, and not a byte more than was asked for.

/** How long one file may take, in milliseconds. */
const PATIENCE_MS = 30_000;

/** An error whose name says what went wrong, as UpdaterPorts describes. */
class FetchError extends Error {
  constructor(
    override readonly name: "NotFound" | "Status" | "TooLarge",
    message: string,
  ) {
    super(message);
  }
}

/** The bytes of a file below `base`, which ends in a slash; at most `max`. Redirects and failures of the network reject. */
export async function fetchFile(base: string, path: string, max: number): Promise<Uint8Array> {
  const response = await fetch(base + path, {
    cache: "no-cache", // always asks, and the server may say that nothing changed
    redirect: "error",
    credentials: "omit",
    referrerPolicy: "no-referrer",
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  if (response.status === 404 || response.status === 403) throw new FetchError("NotFound", path); // some hosts say 403 of what is not there
  if (!response.ok) throw new FetchError("Status", `${path}: ${response.status}`);
  return readAtMost(response, max);
}

async function readAtMost(response: Response, max: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for (const reader = response.body?.getReader(); reader; ) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > max) {
      void reader.cancel();
      throw new FetchError("TooLarge", `more than ${max} bytes`);
    }
    parts.push(value);
  }
  return joined(parts, size);
}

function joined(parts: readonly Uint8Array[], size: number): Uint8Array {
  const all = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
