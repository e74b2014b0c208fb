// worker.mjs is generated: it starts the Go program for one request.
import type { Bindings } from "./bindings.ts";

declare const go: { fetch(request: Request, env: Bindings, context: unknown): Promise<Response> };
export default go;
