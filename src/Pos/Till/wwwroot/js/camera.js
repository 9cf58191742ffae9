// Reads QR codes from the camera. The reader is large, so it starts only when somebody turns the camera on.

const options = { formats: ['QRCode'], tryHarder: true, tryRotate: true, tryInvert: true, tryDownscale: true, maxNumberOfSymbols: 1 };
const wanted = { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 } };
// A phone held still shows the same code in every frame; it counts again once it was out of view for this long.
const outOfView = 3_000;
// Leaves the page time to draw between two readings.
const rest = 60;

let reader;
let running;

const address = name => new URL(`../lib/zxing/${name}`, import.meta.url).href;

// Lets the app keep the reader's files, so that the camera can be turned on later without network.
export async function prepare() {
  try {
    await Promise.all(['reader/index.js', 'share.js', 'zxing_reader.wasm'].map(name => fetch(address(name))));
  } catch (problem) {
    console.warn('The camera cannot be used before the network is back, unless its files are kept already.', problem);
  }
}

async function load() {
  try {
    const zxing = await import(address('reader/index.js'));
    await zxing.prepareZXingModule({ overrides: { locateFile: address }, fireImmediately: true });
    return zxing;
  } catch (problem) {
    reader = undefined;
    throw problem;
  }
}

// Says how it went in one word; codes go to the screen as they are read.
export async function start(video, screen) {
  stop();
  const session = running = { seen: new Map(), video };
  try {
    session.stream = await navigator.mediaDevices.getUserMedia({ video: wanted, audio: false });
    if (session === running) {
      video.srcObject = session.stream;
      await video.play();
      reader ??= load();
      await reader;
    }
  } catch (problem) {
    end(session);
    if (session !== running)
      return 'stopped';
    return { NotAllowedError: 'forbidden', NotFoundError: 'none', NotReadableError: 'busy' }[problem.name] ?? 'failed';
  }
  if (session !== running) {
    end(session);
    return 'stopped';
  }
  watch(session, screen);
  return 'on';
}

export function stop() {
  if (running)
    end(running);
  running = undefined;
}

// A later start may already show its own picture.
function end({ stream, video }) {
  stream?.getTracks().forEach(track => track.stop());
  if (video.srcObject === stream)
    video.srcObject = null;
}

async function watch(session, screen) {
  const canvas = document.createElement('canvas');
  const picture = canvas.getContext('2d', { willReadFrequently: true });
  const zxing = await reader;
  let reads = true;
  while (session === running) {
    await frame(session.video);
    try {
      for (const { text } of await read(zxing, session.video, canvas, picture))
        if (text && session === running && isNew(session.seen, text, performance.now()))
          await screen.invokeMethodAsync('Seen', text);
      reads = reads || await tell(session, screen, true);
    } catch (problem) {
      console.error('A picture of the camera was not read.', problem);
      reads = reads && !await tell(session, screen, false);
    }
    await new Promise(resolve => setTimeout(resolve, rest));
  }
}

// True when the screen knows whether pictures are read; it is told once for each change.
async function tell(session, screen, reads) {
  try {
    if (session === running)
      await screen.invokeMethodAsync('Reads', reads);
    return true;
  } catch (problem) {
    console.error('The screen does not listen to the camera.', problem);
    return false;
  }
}

// A tab in the background gets no frames: waiting is bounded so that stopping always ends the loop.
const frame = video => new Promise(resolve => {
  video.requestVideoFrameCallback?.(resolve);
  setTimeout(resolve, 500);
});

async function read(zxing, video, canvas, picture) {
  if (!video.videoWidth)
    return [];
  Object.assign(canvas, { width: video.videoWidth, height: video.videoHeight });
  picture.drawImage(video, 0, 0);
  return await zxing.readBarcodes(picture.getImageData(0, 0, canvas.width, canvas.height), options);
}

export function isNew(seen, text, now) {
  const last = seen.get(text);
  seen.set(text, now);
  return last === undefined || now - last > outOfView;
}
