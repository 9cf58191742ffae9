// Hand scanners type as a keyboard does. What counts is which key went down, not which letter the machine made of it: an input method that
// is on, a scanner set for another country, Caps Lock and full width change the letter and never the key.

const marks = {
  Slash: '/', NumpadDivide: '/', Period: '.', NumpadDecimal: '.', Minus: '-', NumpadSubtract: '-', Space: ' ',
  // The colon of a US keyboard is a shifted semicolon, that of a Japanese one has the key of the US quote.
  Semicolon: ':', Quote: ':',
};

export function letterOf(code) {
  return /^Key[A-Z]$/.test(code) ? code[3] : /^(Digit|Numpad)\d$/.test(code) ? code.at(-1) : marks[code] ?? '';
}

// Nobody types twelve keys with less than a tenth of a second between any two.
const longestGap = 100;
// Nobody types an address that fast either: once it has begun, a scanner or a busy page may falter.
const longestInAddress = 250;
const fewestKeys = 12;

// Takes key presses with their time; gives what was scanned once it ended, by Enter, Tab or a pause.
export class ScanReader {
  #letters = '';
  #last = -Infinity;

  get reading() {
    return this.#letters.length >= 4;
  }

  // The beginning of an address at a scanner's speed: by now nobody can be typing.
  get address() {
    return this.#letters.startsWith('HTTP');
  }

  // Milliseconds without a key that end a scan.
  get gap() {
    return this.address ? longestInAddress : longestGap;
  }

  begins(at) {
    return this.#letters === '' || at - this.#last > this.gap;
  }

  // Text when this key ended a scan, else null.
  press(code, at) {
    if (this.begins(at))
      this.#letters = '';
    this.#last = at;
    if (code === 'Enter' || code === 'NumpadEnter' || code === 'Tab')
      return this.end();
    this.#letters += letterOf(code);
    return null;
  }

  end() {
    const scanned = this.#letters.trim();
    this.#letters = '';
    return scanned.length >= fewestKeys ? scanned : null;
  }
}

let stop = () => { };

// Listens on the whole page: a scanner types wherever the focus is. What it typed into a field is taken out again. With `hands`, command keys too.
export function listen(screen, hands) {
  stop();
  const reader = new ScanReader();
  let pause;
  let before = null;
  let quietUntil = 0;

  const deliver = scanned => {
    clearTimeout(pause);
    if (scanned === null)
      return;
    if (before?.field.isConnected && before.field.value !== before.value) {
      before.field.value = before.value;
      before.field.dispatchEvent(new Event('input', { bubbles: true }));
    }
    quietUntil = performance.now() + 300;
    // An input method would finish its word later.
    if (before && before.field === document.activeElement) {
      before.field.blur();
      before.field.focus({ preventScroll: true });
    }
    screen.invokeMethodAsync('Scanned', scanned);
  };

  const onKey = event => {
    // A locked screen reads nothing.
    if (document.querySelector('main[inert]'))
      return;
    if ((hands && command(event, screen)) || event.repeat || event.ctrlKey || event.metaKey || event.altKey)
      return;
    const field = event.target instanceof HTMLInputElement ? event.target : null;
    // When the key went down, however late a busy page hears of it.
    const now = event.timeStamp;
    if (reader.begins(now))
      before = field && { field, value: field.value };
    const reading = field ? reader.address : reader.reading;
    const scanned = reader.press(event.code, now);
    // A scan must not press buttons, nor its end send a form.
    if (scanned !== null || reading)
      event.preventDefault();
    deliver(scanned);
    clearTimeout(pause);
    pause = setTimeout(() => deliver(reader.end()), reader.gap);
  };
  const onInput = event => {
    if (performance.now() < quietUntil && event.target === before?.field) {
      event.stopImmediatePropagation();
      event.target.value = before.value;
    }
  };

  // A pasted address counts as shown, unless the field takes addresses itself: then what is pasted stays there.
  const onPaste = event => {
    const text = event.clipboardData?.getData('text').trim() ?? '';
    const takes = event.target instanceof HTMLInputElement && !['numeric', 'none'].includes(event.target.inputMode);
    if (hands || takes || !/^https?:\/\//i.test(text))
      return;
    event.preventDefault();
    screen.invokeMethodAsync('Scanned', text);
  };

  addEventListener('keydown', onKey, true);
  addEventListener('input', onInput, true);
  addEventListener('paste', onPaste, true);
  stop = () => {
    clearTimeout(pause);
    removeEventListener('keydown', onKey, true);
    removeEventListener('input', onInput, true);
    removeEventListener('paste', onPaste, true);
  };
}

export const stopListening = () => stop();

// Keys for hands: up and down set how many go, F2 changes between in and out, Ctrl+Z takes the last scan back, F4 turns the camera on and off.
function command(event, screen) {
  const inField = event.target instanceof HTMLInputElement && event.target.value !== '';
  const name = event.code === 'KeyZ' && (event.ctrlKey || event.metaKey) && !inField ? 'undo'
    : event.code === 'ArrowUp' ? 'more' : event.code === 'ArrowDown' ? 'less' : event.code === 'F4' ? 'camera' : event.code === 'F2' ? 'turn' : null;
  if (name === null || event.isComposing)
    return false;
  event.preventDefault();
  screen.invokeMethodAsync('Command', name);
  return true;
}
