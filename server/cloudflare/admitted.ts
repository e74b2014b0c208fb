// Whether a request brings the admin token. Go asks again; here it spares starting it for anybody.

export async function admitted(request: Request, hash: string | undefined): Promise<boolean> {
  const token = /^Bearer (.*)$/.exec(request.headers.get("Authorization") ?? "")?.[1];
  if (token === undefined || !hash) return false;
  const got = hex(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(token)));
  return same(got, hash.trim().toLowerCase());
}

export function hex(bytes: ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Compares in a time that says nothing of where two texts differ. */
function same(a: string, b: string): boolean {
  let different = a.length ^ b.length;
  for (let i = 0; i < a.length; i++) different |= a.charCodeAt(i) ^ b.charCodeAt(i);
  return different === 0;
}
