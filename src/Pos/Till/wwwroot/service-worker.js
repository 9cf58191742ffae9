// While developing every file comes from the server. The published app has service-worker.published.js in this place.
self.addEventListener('fetch', () => { });
