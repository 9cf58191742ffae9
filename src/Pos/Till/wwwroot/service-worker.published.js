// Keeps what the till needs on the device. Office screens and charts are kept when first used; the API is never kept.
self.importScripts('./service-worker-assets.js');

const prefix = 'tourism-app-';
const cacheName = prefix + self.assetsManifest.version;
const base = new URL('./', self.location);
const startPage = new URL('index.html', base).href;

// The build lists files from the root of the site.
const assets = self.assetsManifest.assets.map(asset => ({ name: asset.url.replace(/^app\//, ''), hash: asset.hash }));
const hashes = new Map(assets.map(asset => [new URL(asset.name, base).href, asset.hash]));
const needed = [/^_framework\/.*\.(js|wasm)$/, /^(css|images|js)\//, /^index\.html$/, /^manifest\.webmanifest$/];
const later = [/\.Office\./, /Tourism\.Analytics\./, /^js\/chart\.js$/, /^images\/icon-/];
const install = assets
  .filter(asset => needed.some(rule => rule.test(asset.name)) && !later.some(rule => rule.test(asset.name)))
  .map(asset => new Request(new URL(asset.name, base), { integrity: asset.hash, cache: 'no-cache' }));

self.addEventListener('install', event => event.waitUntil(caches.open(cacheName).then(cache => cache.addAll(install))));
self.addEventListener('activate', event => event.waitUntil(takeOver()));
self.addEventListener('message', event => event.data === 'replace' && self.skipWaiting());
self.addEventListener('fetch', event => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== base.origin || !url.pathname.startsWith(base.pathname))
    return;
  if (request.mode === 'navigate')
    event.respondWith(page(request));
  else if (hashes.has(url.href))
    event.respondWith(file(url.href));
});

async function takeOver() {
  const names = await caches.keys();
  await Promise.all(names.filter(name => name.startsWith(prefix) && name !== cacheName).map(name => caches.delete(name)));
  await self.clients.claim();
}

// The start page comes from the network while there is one.
async function page(request) {
  try {
    return await fetch(request);
  } catch {
    return await caches.match(startPage) ?? Response.error();
  }
}

// A file is kept only if it is the one of this version: during an upgrade the server may already have the next.
async function file(address) {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(address);
  if (kept)
    return kept;
  const fresh = await fetch(new Request(address, { integrity: hashes.get(address), cache: 'no-cache' }));
  if (fresh.ok)
    await cache.put(address, fresh.clone());
  return fresh;
}
