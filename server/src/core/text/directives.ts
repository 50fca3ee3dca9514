import type { Directive, Span } from '../types.ts';

/** A directive as written, before it is known what it suppresses. Offsets as in the text given. */
export type RawDirective = Omit<Directive, 'used'>;

/** As CommonMark and the grammars for editors have it, with blanks or without. */
const OPENING = /<!--[ \t]*claimlens-/g;
const OPENED = /^<!--[ \t]*claimlens-/;
const KINDS = ['disable-next-line', 'disable-line', 'disable-file', 'disable', 'enable'] as const;

/** Whether a line is nothing but one directive comment. */
export function isDirectiveLine(line: string): boolean {
  return OPENED.test(line) && line.indexOf('-->') === line.length - 3;
}

/** Finds `<!-- claimlens-KIND CODE, CODE: reason -->` comments anywhere in a text, Markdown or plain. */
export function findDirectives(text: string): RawDirective[] {
  const found: RawDirective[] = [];
  if (!text.includes('<!--')) return found;
  OPENING.lastIndex = 0;
  for (let opening = OPENING.exec(text); opening; opening = OPENING.exec(text)) {
    const { index: at } = opening;
    const close = text.indexOf('-->', OPENING.lastIndex);
    if (close < 0) break;
    const body = text.slice(OPENING.lastIndex, close).trim();
    const kind = KINDS.find((k) => body === k || body.startsWith(`${k} `) || body.startsWith(`${k}:`) || body.startsWith(`${k}\uff1a`));
    if (kind) found.push({ kind, ...codesAndReason(body.slice(kind.length)), start: at, end: close + 3 });
    OPENING.lastIndex = close + 3;
  }
  return found;
}

function codesAndReason(rest: string): { codes: string[]; reason: string } {
  const colon = rest.search(/[:\uff1a]/);
  const codes = (colon < 0 ? rest : rest.slice(0, colon)).split(/[\s,\uff0c、]+/).filter(Boolean);
  return { codes, reason: colon < 0 ? '' : rest.slice(colon + 1).trim() };
}

/** The stretch of the article in which a directive holds; `enable` ends the `disable` before it. */
export function reachOf(directives: readonly RawDirective[], text: string): (Span & { readonly by: number })[] {
  const reach: (Span & { by: number })[] = [];
  const lines = lineFinder(text);
  const enabledAfter = enableFinder(directives);
  directives.forEach((d, by) => {
    switch (d.kind) {
      case 'disable-file':
        reach.push({ start: 0, end: text.length, by });
        break;
      case 'disable-line':
        reach.push({ start: lines.start(d.start), end: lines.end(d.end), by });
        break;
      case 'disable-next-line': {
        // Blank lines between comment and text do not count: Markdown needs one.
        const next = lines.written(lines.end(d.end) + 1);
        reach.push({ start: Math.min(next, text.length), end: lines.end(next), by });
        break;
      }
      case 'disable':
        reach.push({ start: d.end, end: enabledAfter(by) ?? text.length, by });
        break;
      case 'enable':
        break;
    }
  });
  return reach;
}

/** Lines asked for in the order of the text: what was gone through once is not again, however many ask. */
function lineFinder(text: string) {
  let lineStart = 0;
  let startsFrom = 0;
  let endFrom = 0;
  let lineEnd = -1;
  let blankFrom = 0;
  let blankTo = -1;
  const end = (from: number): number => {
    if (from < endFrom || from > lineEnd) {
      const at = text.indexOf('\n', from);
      endFrom = from;
      lineEnd = at < 0 ? text.length : at;
    }
    return lineEnd;
  };
  return {
    end,
    /** Where the line begins that `at` stands in. */
    start(at: number): number {
      const newline = text.slice(startsFrom, at).lastIndexOf('\n');
      if (newline >= 0) lineStart = startsFrom + newline + 1;
      startsFrom = Math.max(startsFrom, at);
      return lineStart;
    },
    /** Where the first line from `at` on begins that is not blank. */
    written(at: number): number {
      if (at < blankFrom || at > blankTo) {
        blankFrom = at;
        blankTo = at;
        while (blankTo < text.length) {
          const stop = end(blankTo);
          if (text.slice(blankTo, stop).trim() !== '') break;
          blankTo = stop + 1;
        }
      }
      return blankTo;
    },
  };
}

/** Answers where the first `enable` behind a `disable` begins that ends it; undefined where none does. */
function enableFinder(directives: readonly RawDirective[]): (by: number) => number | undefined {
  const all: number[] = [];
  const general: number[] = [];
  const naming = new Map<string, number[]>();
  directives.forEach(({ kind, codes }, i) => {
    if (kind !== 'enable') return;
    all.push(i);
    if (codes.length === 0) general.push(i);
    for (const code of new Set(codes)) {
      const list = naming.get(code);
      if (list) list.push(i);
      else naming.set(code, [i]);
    }
  });
  return (by) => {
    const { codes } = directives[by]!;
    if (codes.length === 0) return directives[firstAfter(all, by) ?? -1]?.start;
    const lists = codes.map((code) => naming.get(code) ?? []);
    const rarest = lists.reduce((a, b) => (b.length < a.length ? b : a));
    const named = firstAfter(rarest, by, (i) => codes.every((code) => directives[i]!.codes.includes(code)));
    const any = firstAfter(general, by);
    return directives[Math.min(named ?? Number.POSITIVE_INFINITY, any ?? Number.POSITIVE_INFINITY)]?.start;
  };
}

function firstAfter(sorted: readonly number[], after: number, accept: (i: number) => boolean = () => true): number | undefined {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! <= after) low = middle + 1;
    else high = middle;
  }
  while (low < sorted.length && !accept(sorted[low]!)) low++;
  return sorted[low];
}
