import { SIMPLIFIED, TRADITIONAL } from './traditional.generated.ts';

/** Radicals that PDFs have for the characters they look like, where Unicode does not say so itself. */
const RADICALS = '⺠民 ⻄西 ⻅见 ⻆角 ⻉贝 ⻋车 ⻓长 ⻔门 ⻘青 ⻚页 ⻛风 ⻜飞 ⻝食 ⻢马 ⻥鱼 ⻦鸟 ⻩黄 ⻬齐 ⻮齿 ⻰龙'.split(' ');
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
  for (let i = 0x2e80; i < 0x2fe0; i++) {
    const like = String.fromCharCode(i).normalize('NFKC');
    if (like.length === 1) table[i] = like.charCodeAt(0);
  }
  for (const [radical, character] of RADICALS) table[radical!.charCodeAt(0)] = character!.charCodeAt(0);
  return table;
}

/** Reused from text to text. */
const CHUNK = new Uint16Array(8192);

/** V8 shares the text with cuttings of 13 units and more only. */
const SHORT = 13;

/** A copy that shares no memory with the text that a string was cut out of, which lives as long as its cuttings. */
export function detached(text: string): string {
  // So short a cutting is a copy anyway.
  if (text.length < SHORT) return text;
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
  return WIDE_COMMA.test(text) ? parted(text, out) : out;
}

const WIDE_COMMA = /[0-9０-９]，[0-9０-９]/;
/** Digits that full-width commas group: several times, a round number, or one with its unit: `21，823，412`, `12，000`, `82，225.00元`. */
const GROUPED = /(?<![0-9.~<>≤≥+-])[0-9]{1,3}(?:(?:[,，][0-9]{3}){2,}(?![0-9])|，[0-9]{2}0(?![0-9.])|，[0-9]{3}(?:\.[0-9]+)?(?=[万亿元]))/g;

/** Other full-width commas between digits part two numbers: `110~120，126只`. */
function parted(text: string, folded: string): string {
  const wide = withCommas(text, folded, '，', () => true);
  const grouping = new Set<number>();
  for (const { index, 0: digits } of wide.matchAll(GROUPED))
    for (let k = digits.indexOf('，'); k >= 0; k = digits.indexOf('，', k + 1)) grouping.add(index + k);
  const parts = (i: number) => /[0-9]/.test(folded[i - 1] ?? '') && /[0-9]/.test(folded[i + 1] ?? '') && !grouping.has(i);
  return withCommas(text, folded, '、', parts);
}

/** The folded text with those of the text's full-width commas replaced that `which` says. */
function withCommas(text: string, folded: string, by: string, which: (at: number) => boolean): string {
  let out = '';
  let from = 0;
  for (let i = text.indexOf('，'); i >= 0; i = text.indexOf('，', i + 1)) {
    if (!which(i)) continue;
    out += folded.slice(from, i) + by;
    from = i + 1;
  }
  return out + folded.slice(from);
}
