import search from 'approx-string-match';

/** How well a place's surroundings agree with those that were kept. */
export interface Agreement {
  /** Units that agree right beside the words, without a gap. */
  readonly before: number;
  readonly after: number;
  /** From 0 to 1, insertions and deletions allowed for: each side, and both together by their length. */
  readonly prefix: number;
  readonly suffix: number;
  readonly both: number;
}

/** Text put in or taken out between the words and what is left of their surroundings, at most. */
const SLACK = 24;

export function agreement(text: string, start: number, end: number, prefix: string, suffix: string): Agreement {
  let before = 0;
  while (before < prefix.length && before < start && text[start - 1 - before] === prefix[prefix.length - 1 - before]) before++;
  let after = 0;
  while (after < suffix.length && end + after < text.length && text[end + after] === suffix[after]) after++;
  const p = before === prefix.length ? 1 : similarity(text.slice(Math.max(0, start - prefix.length - SLACK), start), prefix);
  const s = after === suffix.length ? 1 : similarity(text.slice(end, end + suffix.length + SLACK), suffix);
  const length = prefix.length + suffix.length;
  return { before, after, prefix: p, suffix: s, both: length === 0 ? 1 : (p * prefix.length + s * suffix.length) / length };
}

/** How much of `pattern` stands somewhere in `text`: 1 all of it, 0 half of it or less. */
function similarity(text: string, pattern: string): number {
  if (pattern === '') return 1;
  const most = Math.floor(pattern.length / 2);
  const best = search(text, pattern, most).reduce((least, { errors }) => Math.min(least, errors), most);
  return 1 - best / Math.max(1, most);
}
