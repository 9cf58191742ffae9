// What a gate needs to decide alone: a place to keep keys, tickets and scans, and the check of a signature.

import { database } from './database.js';

const keys = new Map();
const open = database('tourism-gate', 1, db => db.createObjectStore('notes'));

// Everything whose name begins so, in the order of the names.
export async function read(beginning) {
  const db = await open();
  return await new Promise((resolve, reject) => {
    const request = db.transaction('notes').objectStore('notes').getAll(IDBKeyRange.bound(beginning, beginning + '\uffff'));
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

// All or nothing, and on disk when it returns. A note without text is dropped.
export async function write(notes) {
  const db = await open();
  await new Promise((resolve, reject) => {
    const transaction = db.transaction('notes', 'readwrite', { durability: 'strict' });
    const store = transaction.objectStore('notes');
    for (const { name, text } of notes)
      text === null ? store.delete(name) : store.put(text, name);
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error);
  });
}

// Everything but scans the server has yet to hear of.
export async function forget() {
  const db = await open();
  await new Promise((resolve, reject) => {
    const transaction = db.transaction('notes', 'readwrite', { durability: 'strict' });
    const all = transaction.objectStore('notes').openKeyCursor();
    all.onsuccess = () => {
      if (!all.result)
        return;
      if (!String(all.result.key).startsWith('scan.'))
        transaction.objectStore('notes').delete(all.result.key);
      all.result.continue();
    };
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error);
  });
}

export const persist = async () => await navigator.storage?.persist?.() ?? false;

// Importing a key costs more than checking with it, so that each is imported once.
export async function verify(publicKey, signed, signature) {
  if (!keys.has(publicKey))
    keys.set(publicKey, importKey(publicKey));
  const key = await keys.get(publicKey);
  return key !== null && await crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, signature, signed);
}

async function importKey(publicKey) {
  const bytes = Uint8Array.from(atob(publicKey), letter => letter.charCodeAt(0));
  try {
    return await crypto.subtle.importKey('spki', bytes, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify']);
  } catch (problem) {
    // A key this browser cannot read has signed nothing it could check.
    console.warn('A listed key cannot be read.', problem);
    return null;
  }
}
