// The database of the signed bundle, in the extension's own origin: pages and content scripts cannot reach it, frames and
// Workers of ours can, in both browsers. Nothing read from it is trusted: what counts was verified, and is again at each
// start of the browser.

const DATABASE = "bundle";
const STORE = "files";

/** What is kept under a name; undefined when there is nothing. */
export function read(name: string): Promise<unknown> {
  return transact("readonly", (store) => store.get(name));
}

/** Replaces what is kept under these names, all or nothing. Undefined takes a name away. */
export async function write(files: Record<string, unknown>): Promise<void> {
  await transact("readwrite", (store) => {
    for (const [name, value] of Object.entries(files)) {
      if (value === undefined) store.delete(name);
      else store.put(value, name);
    }
    return undefined;
  });
}

/** The names that begin so. */
export async function names(beginning: string): Promise<string[]> {
  const range = IDBKeyRange.bound(beginning, `${beginning}\uffff`);
  return (await transact("readonly", (store) => store.getAllKeys(range))) as string[];
}

/** One transaction with a connection of its own: an open one would stand in the way of whoever deletes the database. */
async function transact(
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest | undefined,
): Promise<unknown> {
  const database = await open();
  try {
    const transaction = database.transaction(STORE, mode);
    const request = act(transaction.objectStore(STORE));
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = transaction.onerror = () => reject(transaction.error);
    });
    return request?.result;
  } finally {
    database.close();
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
