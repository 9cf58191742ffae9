// What this device keeps of PINs, for the time without network. A PIN itself is never kept: it goes through a slow hash, and the result is keyed
// with a key that can be used here and read nowhere, so that a copy of the database alone cannot be tried out.

import { database } from './database.js';

const mostTries = 5;
const rounds = 600_000;
const open = database('tourism-pins', 1, db => {
  db.createObjectStore('keys');
  db.createObjectStore('people', { keyPath: 'person' });
});

// Resolves once the disk has it, with what the work answered.
async function write(stores, work) {
  const db = await open();
  return await new Promise((resolve, reject) => {
    const transaction = db.transaction(stores, 'readwrite', { durability: 'strict' });
    let result = null;
    transaction.oncomplete = () => resolve(result);
    transaction.onabort = () => reject(transaction.error);
    work(transaction, value => { result = value; });
  });
}

async function everybody() {
  const db = await open();
  return await new Promise((resolve, reject) => {
    const request = db.transaction('people').objectStore('people').getAll();
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function key() {
  const made = await crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify']);
  return await write(['keys'], (transaction, answer) => {
    const keys = transaction.objectStore('keys');
    const known = keys.get('mac');
    known.onsuccess = () => {
      answer(known.result ?? made);
      if (!known.result)
        keys.put(made, 'mac');
    };
  });
}

// Bound to the person, so that one's row is good for nobody else.
async function slow(person, pin, salt, times) {
  const words = new TextEncoder();
  const secret = await crypto.subtle.importKey('raw', words.encode(pin), 'PBKDF2', false, ['deriveBits']);
  const bits = await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations: times }, secret, 256);
  return new Uint8Array([...new Uint8Array(bits), ...words.encode(person)]);
}

export const known = async () => globalThis.crypto?.subtle ? (await everybody()).map(row => row.person) : [];

export async function remember(person, version, pin, session) {
  if (!globalThis.crypto?.subtle)
    return;
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const mac = await crypto.subtle.sign('HMAC', await key(), await slow(person, pin, salt, rounds));
  await write(['people'], transaction => transaction.objectStore('people').put({ person, version, salt, rounds, mac, session, tries: 0 }));
}

// The try is on disk before the answer is known: turning the device off does not take it back.
const count = person => write(['people'], (transaction, answer) => {
  const people = transaction.objectStore('people');
  const found = people.get(person);
  found.onsuccess = () => {
    const row = found.result;
    answer(row ?? null);
    if (row && row.tries < mostTries)
      people.put({ ...row, tries: row.tries + 1 });
  };
});

export async function check(person, pin) {
  const row = globalThis.crypto?.subtle ? await count(person) : null;
  if (!row)
    return { outcome: 'Unknown' };
  if (row.tries >= mostTries)
    return { outcome: 'Spent' };
  if (!await crypto.subtle.verify('HMAC', await key(), row.mac, await slow(person, pin, row.salt, row.rounds)))
    return { outcome: row.tries + 1 < mostTries ? 'Wrong' : 'Spent' };
  await write(['people'], transaction => transaction.objectStore('people').put({ ...row, tries: 0 }));
  return { outcome: 'Good', session: row.session };
}

export async function keepOnly(people) {
  const versions = new Map(people.map(one => [one.person, one.version]));
  const gone = (await everybody()).filter(row => versions.get(row.person) !== row.version);
  if (gone.length > 0)
    await write(['people'], transaction => gone.forEach(row => transaction.objectStore('people').delete(row.person)));
}

export const forget = () => write(['keys', 'people'], transaction => {
  transaction.objectStore('keys').clear();
  transaction.objectStore('people').clear();
});
