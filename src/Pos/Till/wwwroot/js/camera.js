// Reads QR codes from the camera. The reader is large, so it comes only when somebody turns the camera on.

const options = { formats: ['QRCode'], tryHarder: true, tryRotate: true, tryInvert: true, tryDownscale: true, maxNumberOfSymbols: 1 };
const wanted = { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 } };
// A phone held still shows the same code in every frame; it counts again once it was out of view for this long.
const outOfView = 3_000;
// Leaves the page time to draw between two readings.
const rest = 60;

let reader;
let running;

async function load() {
  const zxing = await import('../lib/zxing/reader/index.js');
  await zxing.prepareZXingModule({
    overrides: { locateFile: name => new URL(`../lib/zxing/${name}`, import.meta.url).href },
    fireImmediately: true,
  });
  return zxing;
}

// Says how it went in one word; codes go to the screen as they are read.
export async function start(video, screen) {
  stop();
  const session = running = { seen: new Map(), video };
  try {
    session.stream = await navigator.mediaDevices.getUserMedia({ video: wanted, audio: false });
    video.srcObject = session.stream;
    await video.play();
    reader ??= load();
    await reader;
  } catch (problem) {
    reader = undefined;
    end(session);
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

function end({ stream, video }) {
  stream?.getTracks().forEach(track => track.stop());
  video.srcObject = null;
}

async function watch(session, screen) {
  const canvas = document.createElement('canvas');
  const picture = canvas.getContext('2d', { willReadFrequently: true });
  const zxing = await reader;
  while (session === running) {
    await frame(session.video);
    for (const { text } of await read(zxing, session.video, canvas, picture))
      if (text && session === running && isNew(session.seen, text, performance.now()))
        await screen.invokeMethodAsync('Seen', text);
    await new Promise(resolve => setTimeout(resolve, rest));
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
