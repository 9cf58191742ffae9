// The key by which this device signs, and the one that comes next.

import { read, write } from './store.js';

const device = 'device';
const next = 'next';

// The device's key pair, or the one that comes next. The private half can be used here and read nowhere.
async function pair(name) {
  if (!globalThis.crypto?.subtle)
    return null;
  const known = await read('keys', store => store.get(name));
  if (known)
    return known;
  const made = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);
  await write(['keys'], transaction => {
    const keys = transaction.objectStore('keys');
    const current = keys.get(name);
    current.onsuccess = () => current.result || keys.put(made, name);
  });
  return await read('keys', store => store.get(name));
}

async function publicHalf(name) {
  const keys = await pair(name);
  return keys && new Uint8Array(await crypto.subtle.exportKey('spki', keys.publicKey));
}

export const publicKey = () => publicHalf(device);

export const nextKey = () => publicHalf(next);

// One transaction, and only while nobody has written since: no fact can be signed by one key and numbered in the series of the other.
export function moveToNextKey(key, seen, text) {
  return write(['kept', 'keys'], (transaction, answer) => {
    const [kept, keys] = [transaction.objectStore('kept'), transaction.objectStore('keys')];
    const [current, made] = [kept.get(key), keys.get(next)];
    made.onsuccess = () => {
      const mine = made.result && (current.result ?? null) === seen;
      answer(!!mine);
      if (!mine)
        return;
      kept.put(text, key);
      keys.put(made.result, device);
      keys.delete(next);
    };
  });
}

export async function sign(bytes) {
  const keys = await pair(device);
  return keys && new Uint8Array(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, keys.privateKey, bytes));
}
