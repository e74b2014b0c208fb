// Answers reads, as server/get.go does: the head first, since what is not there any more was kept before it left.

import { hex } from "./admitted.ts";
import type { Bindings, Head } from "./bindings.ts";

const metadata = /^metadata\/([1-9][0-9]{0,14})\.(root|snapshot|targets)\.json$/;
const target = /^targets\/(?:stable|pilot)\/([0-9a-f]{64})\.(?:rules|texts|lessons)\.json\.gz$/;
const forever = "public, max-age=31536000, immutable";
const briefly = "public, max-age=30";
const quarterOfDay = 6 * 60 * 60 * 1000;

export async function read(request: Request, path: string, env: Bindings): Promise<Response> {
  try {
    if (path === "healthz") return await health(env);
    const file = target.exec(path)?.[1];
    if (file) {
      const found = await env.FILES.get(path);
      return found ? answer(request, found.body, "application/gzip", forever, file) : absent();
    }
    const bytes = await inHead(path, env);
    if (!bytes) return absent();
    const cache = path === "metadata/timestamp.json" ? briefly : forever;
    return answer(
      request,
      bytes,
      "application/json",
      cache,
      hex(await crypto.subtle.digest("SHA-256", bytes)),
    );
  } catch (error) {
    console.error(`the store failed: ${error}`);
    return absent(503, "the store failed, try again");
  }
}

/** Metadata by its path. */
async function inHead(path: string, env: Bindings): Promise<ArrayBuffer | undefined> {
  const parts = metadata.exec(path);
  if (!parts && path !== "metadata/timestamp.json") return undefined;
  const head = await newest(env);
  if (!head) return undefined;
  if (!parts) return decode(head.Timestamp);
  if (parts[2] === "root" && Number(parts[1]) > head.Roots) return undefined;
  const fresh = head.Files?.[path];
  return fresh ? decode(fresh) : await (await env.FILES.get(path))?.arrayBuffer();
}

/** The head; Go makes its table with the first publication. */
async function newest(env: Bindings): Promise<Head | undefined> {
  try {
    const state = await env.HEAD.prepare("SELECT state FROM head WHERE id = 1").first<string>("state");
    return state ? JSON.parse(state) : undefined;
  } catch (error) {
    if (`${error}`.includes("no such table")) return undefined;
    throw error;
  }
}

function decode(base64: string): ArrayBuffer {
  return Uint8Array.from(atob(base64), (c) => c.charCodeAt(0)).buffer;
}

function answer(
  request: Request,
  body: ArrayBuffer | ReadableStream,
  type: string,
  cache: string,
  hash: string,
): Response {
  const tag = `"${hash}"`;
  const headers = {
    "Access-Control-Allow-Origin": "*",
    "Cache-Control": cache,
    "Content-Type": type,
    ETag: tag,
    "X-Content-Type-Options": "nosniff",
  };
  if (matches(request.headers.get("If-None-Match"), tag)) return new Response(null, { status: 304, headers });
  return new Response(request.method === "HEAD" ? null : body, { headers });
}

function matches(condition: string | null, tag: string): boolean {
  const tags = condition?.split(",").map((one) => one.trim().replace(/^W\//, ""));
  return tags?.some((one) => one === "*" || one === tag) ?? false;
}

function absent(status = 404, text = "there is no such file"): Response {
  const headers = {
    "Access-Control-Allow-Origin": "*",
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
  };
  return new Response(`${text}\n`, { status, headers });
}

/** What a watcher sees, as server/health.go says it. */
async function health(env: Bindings): Promise<Response> {
  const head = await newest(env);
  const headers = { "Cache-Control": "no-store" };
  if (!head) return Response.json({ status: "empty", targets: 0 }, { headers });
  const left = Date.parse(head.TimestampEnds) - Date.now();
  const late = left < quarterOfDay || left > 5 * quarterOfDay; // signed long ago, or while a clock was ahead
  const seen = {
    status: late ? "late" : "ok",
    targets: head.Targets,
    timestampEnds: head.TimestampEnds,
    targetsEnd: head.TargetsEnd,
  };
  return Response.json(seen, { status: late ? 503 : 200, headers });
}
