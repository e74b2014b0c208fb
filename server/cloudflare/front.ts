// The worker at Cloudflare's edge: it answers reads as package server does, and starts Go only for a publication and for the
// clock. The tests of server/contract hold both to the same answers. It decides nothing about what may be published.

import { admitted } from "./admitted.ts";
import type { Bindings } from "./bindings.ts";
import { read } from "./read.ts";
import go from "./worker.mjs";

/** As server.MaxBody. */
const maxBody = 32 << 20;

async function publish(request: Request, env: Bindings, context: unknown): Promise<Response> {
  if (!(await admitted(request, env.TOKEN_HASH)))
    return refuse(401, "the admin token is missing or wrong", { "WWW-Authenticate": "Bearer" });
  if (!(Number(request.headers.get("Content-Length") ?? Number.NaN) <= maxBody))
    return refuse(413, `a publication has a length, of at most ${maxBody} bytes`);
  return go.fetch(request, env, context);
}

function refuse(status: number, text: string, headers: Record<string, string> = {}): Response {
  return new Response(`${text}\n`, {
    status,
    headers: { ...headers, "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff" },
  });
}

export default {
  async fetch(request: Request, env: Bindings, context: unknown): Promise<Response> {
    const path = new URL(request.url).pathname.slice(1);
    const reads = request.method === "GET" || request.method === "HEAD";
    if (path === "v1/publish")
      return request.method === "POST"
        ? publish(request, env, context)
        : refuse(405, "POST a publication", { Allow: "POST" });
    return reads ? read(request, path, env) : refuse(405, "files are read", { Allow: "GET, HEAD" });
  },

  async scheduled(event: { scheduledTime: number }, env: Bindings, context: unknown): Promise<void> {
    const call = new Request(`https://clock/clock/${event.scheduledTime}`, { method: "POST" });
    const answer = await go.fetch(call, env, context);
    const said = await answer.text(); // to the end, or the Go program would wait for who reads
    if (!answer.ok) throw new Error(said);
  },
};
