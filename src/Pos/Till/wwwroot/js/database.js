// Opens a database of this device once. What failed or was closed is opened again by the next call.
export function database(name, version, upgrade) {
  let opened;

  const connect = () => new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.onupgradeneeded = () => upgrade(request.result);
    request.onsuccess = () => resolve(yielding(request.result));
    request.onerror = () => reject(request.error);
  });

  // Another tab with a later version of the app must not wait for this one.
  function yielding(db) {
    db.onclose = () => { opened = undefined; };
    db.onversionchange = () => {
      db.close();
      opened = undefined;
    };
    return db;
  }

  return () => opened ??= connect().catch(problem => {
    opened = undefined;
    throw problem;
  });
}
