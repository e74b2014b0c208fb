// What Cloudflare gives the worker, as far as the front uses it; wrangler.jsonc names it.

export interface Bindings {
  HEAD: { prepare(query: string): { first<T>(column: string): Promise<T | null> } };
  FILES: { get(key: string): Promise<{ arrayBuffer(): Promise<ArrayBuffer>; body: ReadableStream } | null> };
  TOKEN_HASH?: string;
}

/** The head as package server writes it; bytes are base64. */
export interface Head {
  Revision: number;
  Roots: number;
  Targets: number;
  TimestampEnds: string;
  TargetsEnd: string;
  Timestamp: string;
  Files: Record<string, string> | null;
}
