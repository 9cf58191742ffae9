// What this device keeps: words under a key, facts on their way to the server in the order they happened, and the key that signs.

import { database } from './database.js';

export { moveToNextKey, nextKey, publicKey, sign } from './pair.js';

const held = new Map();
const open = database('tourism', 1, db => {
  db.createObjectStore('kept');
  db.createObjectStore('keys');
  const facts = db.createObjectStore('facts', { keyPath: 'seq', autoIncrement: true });
  facts.createIndex('id', 'id', { unique: true });
  facts.createIndex('open', 'open');
});

// Resolves once the disk has it.
export async function write(stores, work) {
  const db = await open();
  return await new Promise((resolve, reject) => {
    const transaction = db.transaction(stores, 'readwrite', { durability: 'strict' });
    let result;
    transaction.oncomplete = () => resolve(result);
    transaction.onabort = () => reject(transaction.error);
    work(transaction, value => { result = value; });
  });
}

export async function read(store, ask) {
  const db = await open();
  return await new Promise((resolve, reject) => {
    const request = ask(db.transaction(store).objectStore(store));
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

export const find = async key => await read('kept', store => store.get(key)) ?? null;

export const keep = (key, text) => write(['kept'], transaction => transaction.objectStore('kept').put(text, key));

// One transaction, and only while nobody has written since: the word under a key, a fact added, a fact dropped.
export function move(key, seen, text, add, drop) {
  return write(['kept', 'facts'], (transaction, answer) => {
    const kept = transaction.objectStore('kept');
    const facts = transaction.objectStore('facts');
    const current = kept.get(key);
    current.onsuccess = () => {
      answer((current.result ?? null) === seen);
      if ((current.result ?? null) !== seen)
        return;
      kept.put(text, key);
      if (add)
        facts.add({ id: add.id, till: add.till, text: add.text, open: 1 });
      if (drop)
        byId(facts, drop, row => facts.delete(row.seq));
    };
  });
}

// Facts still to be sent, oldest first.
export const waiting = async () => (await read('facts', store => store.index('open').getAll())).map(row => row.text);

// The last facts of a till, sent or not, newest first.
export async function recent(till, most) {
  const found = [];
  const db = await open();
  return await new Promise((resolve, reject) => {
    const request = db.transaction('facts').objectStore('facts').openCursor(null, 'prev');
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const row = request.result;
      if (!row || found.length === most)
        return resolve(found);
      if (row.value.till === till)
        found.push(row.value.text);
      row.continue();
    };
  });
}

// Writes what became of a fact. Those with nothing left to do stay for a while, for the list of last sales.
export function settle(id, text, done) {
  const kept = 500;
  return write(['facts'], transaction => {
    const facts = transaction.objectStore('facts');
    byId(facts, id, row => {
      const { open, ...closed } = { ...row, text };
      facts.put(done ? closed : { ...closed, open: 1 });
      const old = facts.openCursor(IDBKeyRange.upperBound(row.seq - kept));
      old.onsuccess = () => {
        if (!old.result)
          return;
        if (!old.result.value.open)
          old.result.delete();
        old.result.continue();
      };
    });
  });
}

function byId(facts, id, found) {
  const request = facts.index('id').get(id);
  request.onsuccess = () => request.result && found(request.result);
}

export const persist = async () => await navigator.storage?.persist?.() ?? false;

// Takes a lock that all tabs of this device share; false when another tab has it.
export function take(name) {
  if (!navigator.locks)
    return true;
  return new Promise((resolve, reject) => navigator.locks.request(name, { ifAvailable: true }, lock => {
    resolve(lock !== null);
    return lock && new Promise(release => held.set(name, release));
  }).catch(reject));
}

export function release(name) {
  held.get(name)?.();
  held.delete(name);
}

// Everything but what the server has yet to hear of.
export const forget = () => write(['kept', 'keys', 'facts'], transaction => {
  transaction.objectStore('kept').clear();
  transaction.objectStore('keys').clear();
  const all = transaction.objectStore('facts').openCursor();
  all.onsuccess = () => {
    if (!all.result)
      return;
    if (!all.result.value.open)
      all.result.delete();
    all.result.continue();
  };
});

// What earlier versions kept as text of the page.
export const earlier = key => localStorage.getItem(key);

export const forgetEarlier = key => localStorage.removeItem(key);
