import type { Word } from '../core/types.ts';

/**
 * Words across threads by shared memory: the asking thread blocks until the segmenter's thread has answered
 * (some 20 µs and the segmenting itself), so that loading a dictionary never stalls it.
 *
 * Layout: `control[0]` state, `control[1]` length of the text, `control[2]` number of words; then the text in UTF-16
 * units; then for each word its end and its tag (up to four ASCII letters in one integer).
 */
const IDLE = 0;
const ASKED = 1;
const ANSWERED = 2;
const FAILED = 3;

/** The longest text in one question; longer ones are asked in parts. */
const CAPACITY = 1 << 18;
const HEADER = 16;
const PATIENCE_MS = 10_000;

export function createChannel(): SharedArrayBuffer {
  return new SharedArrayBuffer(HEADER + CAPACITY * 2 + CAPACITY * 8);
}

function views(buffer: SharedArrayBuffer) {
  return {
    control: new Int32Array(buffer, 0, HEADER / 4),
    text: new Uint16Array(buffer, HEADER, CAPACITY),
    words: new Int32Array(buffer, HEADER + CAPACITY * 2, CAPACITY * 2),
  };
}

/** The asking side. Null when the other thread failed or does not answer. */
export function createAsker(buffer: SharedArrayBuffer): (text: string) => Word[] | null {
  const { control, text: units, words } = views(buffer);
  const tags = new Map<number, string>();
  return (text) => {
    const found: Word[] = [];
    for (let from = 0; from < text.length; from += CAPACITY) {
      const length = Math.min(CAPACITY, text.length - from);
      for (let i = 0; i < length; i++) units[i] = text.charCodeAt(from + i);
      control[1] = length;
      Atomics.store(control, 0, ASKED);
      Atomics.notify(control, 0);
      Atomics.wait(control, 0, ASKED, PATIENCE_MS);
      if (Atomics.load(control, 0) !== ANSWERED) return null;
      let start = from;
      for (let i = 0; i < control[2]!; i++) {
        const end = from + words[i * 2]!;
        const code = words[i * 2 + 1]!;
        let tag = tags.get(code);
        if (tag === undefined) {
          tag = unpack(code);
          tags.set(code, tag);
        }
        found.push({ start, end, tag });
        start = end;
      }
      Atomics.store(control, 0, IDLE);
    }
    return found;
  };
}

/** The answering side: blocks its thread for good. */
export function answerForever(buffer: SharedArrayBuffer, segment: (text: string) => readonly Word[]): never {
  const { control, text: units, words } = views(buffer);
  for (;;) {
    const state = Atomics.load(control, 0);
    if (state !== ASKED) {
      Atomics.wait(control, 0, state);
      continue;
    }
    try {
      const found = segment(read(units, control[1]!));
      found.forEach((word, i) => {
        words[i * 2] = word.end;
        words[i * 2 + 1] = pack(word.tag);
      });
      control[2] = found.length;
      Atomics.store(control, 0, ANSWERED);
    } catch {
      Atomics.store(control, 0, FAILED);
    }
    Atomics.notify(control, 0);
  }
}

function read(units: Uint16Array, length: number): string {
  let text = '';
  for (let i = 0; i < length; i += 8192) text += String.fromCharCode(...units.subarray(i, Math.min(length, i + 8192)));
  return text;
}

function pack(tag: string): number {
  let code = 0;
  for (let i = Math.min(tag.length, 4) - 1; i >= 0; i--) code = (code << 8) | (tag.charCodeAt(i) & 127);
  return code;
}

function unpack(code: number): string {
  let tag = '';
  for (let rest = code; rest > 0; rest >>= 8) tag += String.fromCharCode(rest & 255);
  return tag;
}
