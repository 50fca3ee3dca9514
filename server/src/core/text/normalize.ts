import { SIMPLIFIED, TRADITIONAL } from './traditional.generated.ts';

/** One UTF-16 unit for one: full width → half width, traditional → simplified; `。、“”` and Chinese letters stay as they are. */
const FOLD = buildTable();

function buildTable(): Uint16Array {
  const table = new Uint16Array(0x10000);
  for (let i = 0; i < table.length; i++) table[i] = i;
  for (let i = 0; i < TRADITIONAL.length; i++) table[TRADITIONAL.charCodeAt(i)] = SIMPLIFIED.charCodeAt(i);
  for (let i = 0xff01; i <= 0xff5e; i++) table[i] = i - 0xfee0;
  const set = (from: string, to: string) => {
    for (const c of from) table[c.charCodeAt(0)] = to.charCodeAt(0);
  };
  set('\u00a0\u2002\u2003\u2009\u202f\u3000\t', ' ');
  set('「『〝', '“');
  set('」』〞', '”');
  set('﹪٪', '%');
  set('～〜∼˜', '~');
  set('‐‑‒–−﹣', '-');
  set('﹐', ',');
  set('﹔', ';');
  set('﹕︰', ':');
  set('﹖', '?');
  set('﹗', '!');
  set('﹑', '、');
  set('〇', '零');
  return table;
}

/** Reused from text to text. */
const CHUNK = new Uint16Array(8192);

/** A copy that shares no memory with the text that a string was cut out of, which lives as long as its cuttings. */
export function detached(text: string): string {
  let out = '';
  for (let i = 0; i < text.length; i += CHUNK.length) {
    const m = Math.min(text.length - i, CHUNK.length);
    for (let k = 0; k < m; k++) CHUNK[k] = text.charCodeAt(i + k);
    out += String.fromCharCode.apply(null, CHUNK.subarray(0, m) as unknown as number[]);
  }
  return out;
}

/**
 * The text in the form that lexicons and parsers are written for. Same length, so that offsets hold.
 * Returns the very same string when there is nothing to fold.
 */
export function normalize(text: string): string {
  let i = 0;
  const n = text.length;
  while (i < n && FOLD[text.charCodeAt(i)] === text.charCodeAt(i)) i++;
  if (i === n) return text;
  // In chunks: fromCharCode takes its units as arguments.
  let out = '';
  for (i = 0; i < n; ) {
    const m = Math.min(n - i, CHUNK.length);
    for (let k = 0; k < m; k++) CHUNK[k] = FOLD[text.charCodeAt(i + k)]!;
    out += String.fromCharCode.apply(null, (m === CHUNK.length ? CHUNK : CHUNK.subarray(0, m)) as unknown as number[]);
    i += m;
  }
  return out;
}
