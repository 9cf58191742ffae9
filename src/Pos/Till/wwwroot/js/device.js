// What the screens need of the browser, called from BrowserDevice.

import { ScanReader } from './keys.js';

let listening;
let audio;

export function speak(language) {
  document.documentElement.lang = language;
}

export function focus(id) {
  const element = document.getElementById(id);
  element?.focus();
  element?.select?.();
}

export function save(name, text) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

// One listener for the page: it serves the screen that asked last, and does nothing once its field is gone.
export function catchKeys(id) {
  if (listening === undefined)
    document.addEventListener('keydown', toField);
  listening = id;
}

function toField(event) {
  const field = document.getElementById(listening);
  const typing = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey && event.key !== ' ';
  if (field && typing && !(event.target instanceof HTMLInputElement))
    field.focus();
}

export function sound(good) {
  audio ??= new AudioContext();
  const notes = good ? [[660, 0], [880, 0.09]] : [[220, 0], [220, 0.16]];
  for (const [pitch, delay] of notes)
    play(pitch, audio.currentTime + delay, good ? 'sine' : 'square');
  navigator.vibrate?.(good ? 60 : [140, 80, 140]);
}

function play(pitch, at, shape) {
  const tone = new OscillatorNode(audio, { frequency: pitch, type: shape });
  const volume = new GainNode(audio, { gain: 0.15 });
  volume.gain.exponentialRampToValueAtTime(0.001, at + 0.13);
  tone.connect(volume).connect(audio.destination);
  tone.start(at);
  tone.stop(at + 0.14);
}

// While somebody waits for something to happen: the screen stays on, the app does not lock itself, and it may sound, which takes a tap to begin with.
let awake = false;
let light;

export async function stayAwake(wanted) {
  awake = wanted;
  if (wanted)
    (audio ??= new AudioContext()).resume();
  return await keepLight();
}

// A screen that was turned away from loses its light; it gets it back when it is looked at again.
document.addEventListener('visibilitychange', () => awake && document.visibilityState === 'visible' && keepLight());

async function keepLight() {
  try {
    if (!awake)
      await light?.release();
    light = awake ? await navigator.wakeLock?.request('screen') : undefined;
  } catch (problem) {
    console.warn('The screen may go dark.', problem);
    light = undefined;
  }
  return light !== undefined;
}

export const print = () => globalThis.print();

// Something is open that somebody has begun.
export const busy = () => document.querySelector('[data-busy]') !== null;

let lastTouch = Date.now();
let idle;
for (const touch of ['pointerdown', 'keydown'])
  addEventListener(touch, () => { lastTouch = Date.now(); }, { passive: true, capture: true });

// Tells a screen, once for each time, that nobody has touched the device for so long.
export function watchIdle(screen, milliseconds) {
  let told = 0;
  clearInterval(idle);
  idle = setInterval(() => {
    if (awake || Date.now() - lastTouch < milliseconds || told === lastTouch)
      return;
    told = lastTouch;
    screen.invokeMethodAsync('Idle');
  }, 1000);
}

// A key presses the control that names it, unless somebody is typing. By position, so that a Japanese input method does not get in between.
// A hand scanner presses the same keys: what was pressed waits for the moment that tells a scan from fingers, and a scan presses nothing.
const reader = new ScanReader();
let pressed = [];
let pause;

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat)
    return;
  const typing = event.target.closest?.('input, textarea, select');
  const now = event.timeStamp;
  if (typing || reader.begins(now))
    press();
  if (typing)
    return;
  const scanned = reader.press(event.code, now) !== null;
  const key = event.code === 'Slash' ? '/' : event.code.replace(/^(Key|Digit|Numpad)(?=.)/, '');
  const own = key === 'Enter' && event.target.closest?.('button, a');
  if (scanned)
    pressed = [];
  else if (!own && !event.shiftKey && !event.defaultPrevented && control(key)) {
    event.preventDefault();
    pressed.push(key);
  }
  clearTimeout(pause);
  pause = setTimeout(press, key === 'Enter' ? 0 : reader.gap);
});

const control = key => /^[\w/]+$/.test(key) ? document.querySelector(`[aria-keyshortcuts~="${key}"]:not(:disabled, [inert] *)`) : null;

// Each key finds its control anew: the one before may have changed the screen.
function press() {
  clearTimeout(pause);
  const keys = reader.end() === null ? pressed : [];
  pressed = [];
  for (const key of keys) {
    const found = control(key);
    found instanceof HTMLInputElement ? found.focus() : found?.click();
  }
}
