// The id of a chat: a keyed hash of its kind and title, so that storage holds no name and nobody who reads it can find
// out by trying names. The key is made once per profile, and anew after everything was erased; it cannot be exported, and
// lives in the extension's own database, since extension storage holds JSON only.
import type { ChatName } from "../protocol.ts";

const DATABASE = "keys";
const STORE = "keys";
const NAME = "chats";
/** Of 256 bits; more than enough to tell a person's chats apart. */
const BITS = 128;

let key: Promise<CryptoKey> | undefined;

/** 32 hexadecimal digits, the same for the same kind and title in this profile. */
export async function chatId({ kind, title }: ChatName): Promise<string> {
  key ??= loadKey();
  key.catch(() => {
    key = undefined; // a database that was locked may open the next time
  });
  const words = new TextEncoder().encode(JSON.stringify([kind, title]));
  const hash = new Uint8Array(await crypto.subtle.sign("HMAC", await key, words));
  return Array.from(hash.subarray(0, BITS / 8), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Ends this profile's key: what is noted from then on has nothing in common with what was noted before. */
export async function forgetKey(): Promise<void> {
  const database = await open();
  await done(database.transaction(STORE, "readwrite").objectStore(STORE).delete(NAME));
  database.close();
  key = undefined;
}

async function loadKey(): Promise<CryptoKey> {
  const made = await crypto.subtle.generateKey({ name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  const database = await open();
  // One transaction, so that of two that come at once the second finds the key of the first.
  const store = database.transaction(STORE, "readwrite").objectStore(STORE);
  const known = await done<CryptoKey | undefined>(store.get(NAME));
  if (!known) await done(store.add(made, NAME));
  database.close();
  return known ?? made;
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  return done(request);
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
