// Installs the app on this device and brings new versions in between two customers.
(() => {
  if (!('serviceWorker' in navigator))
    return;

  const quietFor = 60_000;
  let waiting = null;
  let lastTouch = Date.now();
  let replacing = false;

  const ready = worker => {
    waiting = worker;
    document.documentElement.dataset.update = 'ready';
  };
  const replace = () => {
    replacing = true;
    waiting?.postMessage('replace');
  };
  const idle = () => waiting && Date.now() - lastTouch > quietFor && !document.querySelector('[data-busy]');
  const watch = worker => worker?.addEventListener('statechange', () => {
    if (worker.state === 'installed' && navigator.serviceWorker.controller)
      ready(worker);
  });

  navigator.serviceWorker.register('service-worker.js', { updateViaCache: 'none' }).then(registration => {
    if (registration.waiting && navigator.serviceWorker.controller)
      ready(registration.waiting);
    watch(registration.installing);
    registration.addEventListener('updatefound', () => watch(registration.installing));
    setInterval(() => registration.update().catch(() => { }), 15 * 60_000);
  });
  // The first installation takes control too, without a reason to load again.
  navigator.serviceWorker.addEventListener('controllerchange', () => replacing && location.reload());
  for (const touch of ['pointerdown', 'keydown'])
    addEventListener(touch, () => { lastTouch = Date.now(); }, { passive: true });
  document.addEventListener('click', event => event.target.closest('#update-now') && replace());
  setInterval(() => idle() && replace(), 10_000);
})();
