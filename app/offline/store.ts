const DATABASE = "attune-device";
const VERSION = 1;

/** The parts of the device's store: its keys, notes about the device, and what is kept. */
type StoreName = "key" | "note" | "kept";

let opened: Promise<IDBDatabase> | undefined;

/** The next one who needs the store opens it anew. */
function forget(): void {
  opened = undefined;
}

function lookAfter(db: IDBDatabase): IDBDatabase {
  // A page that stays open holds nobody back: neither a newer portal in another tab, nor a person who clears the browser.
  db.onversionchange = () => {
    forget();
    db.close();
  };
  db.onclose = forget;
  return db;
}

function openAnew(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, VERSION);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("key");
      request.result.createObjectStore("note");
      request.result.createObjectStore("kept", { keyPath: "id" }).createIndex("account", "account");
    };
    request.onsuccess = () => { resolve(lookAfter(request.result)); };
    request.onerror = () => { reject(request.error ?? new Error("the device's store does not open")); };
    // Whoever types meanwhile is told that nothing is kept; once the other page is gone the next try opens it.
    request.onblocked = () => { reject(new Error("another page holds the device's store")); };
  });
}

function open(): Promise<IDBDatabase> {
  opened ??= openAnew().catch((error: unknown) => {
    forget();
    throw error;
  });
  return opened;
}

/** What the device's store answers to one request. Nothing can be added to the act any more: the next one is an act of its own. */
export async function ask<T>(name: StoreName, what: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const request = what((await open()).transaction(name, "readonly").objectStore(name));
  return new Promise((resolve, reject) => {
    request.onsuccess = () => { resolve(request.result); };
    request.onerror = () => { reject(request.error ?? new Error("the device's store gave no answer")); };
  });
}

/** Writes into the device's store. Done only when it lies there: a full device says so at the very end. */
export async function write(name: StoreName, what: (store: IDBObjectStore) => void): Promise<void> {
  const transaction = (await open()).transaction(name, "readwrite");
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => { resolve(); };
    transaction.onabort = () => { reject(transaction.error ?? new Error("the device's store took nothing")); };
    what(transaction.objectStore(name));
  });
}
