// What the screens need of the browser, called from BrowserDevice.

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

export const print = () => globalThis.print();

// A key presses the control that names it, unless somebody is typing or the screen has taken the key itself. By position, so that a Japanese input method does not get in between.
document.addEventListener('keydown', event => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.repeat && event.code === 'Enter')
    return;
  const key = event.code.replace(/^(Key|Digit|Numpad)(?=.)/, '');
  const typing = event.target.closest?.('input, textarea, select');
  const own = key === 'Enter' && event.target.closest?.('button, a');
  const control = typing || own || !/^\w+$/.test(key) ? null : document.querySelector(`[aria-keyshortcuts="${key}"]:not(:disabled)`);
  if (!control)
    return;
  event.preventDefault();
  control.click();
});
