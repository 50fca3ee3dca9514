import type { Directive, Span } from '../types.ts';

/** A directive as written, before it is known what it suppresses. Offsets as in the text given. */
export type RawDirective = Omit<Directive, 'used'>;

/** How a comment begins, as an expression: as CommonMark and the grammars for editors have it, with blanks or without. */
export const COMMENT = '<!--[ \\t]*claimlens-';
const OPENING = new RegExp(COMMENT, 'g');
const OPENED = new RegExp(`^${COMMENT}`);
const KINDS = ['disable-next-line', 'disable-line', 'disable-file', 'disable', 'enable'] as const;

/** Whether a line is nothing but one directive comment. */
export function isDirectiveLine(line: string): boolean {
  return OPENED.test(line) && line.indexOf('-->') === line.length - 3;
}

/** Finds `<!-- claimlens-KIND CODE, CODE: reason -->` comments anywhere in a text but in code, which only shows how they are written. */
export function findDirectives(text: string, isCode: (at: number) => boolean = () => false): RawDirective[] {
  const found: RawDirective[] = [];
  if (!text.includes('<!--')) return found;
  OPENING.lastIndex = 0;
  for (let opening = OPENING.exec(text); opening; opening = OPENING.exec(text)) {
    const { index: at } = opening;
    if (isCode(at)) continue;
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

/** A stretch in which the directive of that index holds. */
export interface Reach extends Span {
  readonly by: number;
}

/** Answers the stretches in which directives hold for a code; `enable` ends for what it names the `disable` before it, for all where it names none. */
export function reachOf(directives: readonly RawDirective[], text: string): (code: string) => Reach[] {
  const lines = lineFinder(text);
  const stretches = directives.map((d) => stretchOf(d, text, lines));
  return (code) => {
    const reach: Reach[] = [];
    let enabled = text.length;
    for (let by = directives.length - 1; by >= 0; by--) {
      const { kind, codes, start } = directives[by]!;
      if (codes.length > 0 && !codes.includes(code)) continue;
      if (kind === 'enable') enabled = start;
      else reach.push({ ...stretches[by]!, ...(kind === 'disable' ? { end: enabled } : {}), by });
    }
    return reach.reverse();
  };
}

/** Where a directive holds unless it is ended. */
function stretchOf(d: RawDirective, text: string, lines: ReturnType<typeof lineFinder>): Span {
  switch (d.kind) {
    case 'disable-file':
      return { start: 0, end: text.length };
    case 'disable-line':
      return { start: lines.start(d.start), end: lines.end(d.end) };
    case 'disable-next-line': {
      // Blank lines between comment and text do not count: Markdown needs one.
      const next = lines.written(lines.end(d.end) + 1);
      return { start: Math.min(next, text.length), end: lines.end(next) };
    }
    default:
      return { start: d.end, end: text.length };
  }
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

/** The `enable` comments that switch nothing on: nothing that they name is off where they stand. */
export function idleEnables(directives: readonly RawDirective[], isKnown: (code: string) => boolean): Set<number> {
  const idle = new Set<number>();
  let all = false;
  /** Of what is switched off as a whole, what is on again; and what is off by its name. */
  const on = new Set<string>();
  const off = new Set<string>();
  directives.forEach(({ kind, codes }, i) => {
    if (kind !== 'disable' && kind !== 'enable') return;
    if (kind === 'enable') {
      const ends =
        codes.length === 0 ? all || off.size > 0 : codes.some((code) => isKnown(code) && (off.has(code) || (all && !on.has(code))));
      if (!ends) idle.add(i);
    }
    if (codes.length === 0) {
      all = kind === 'disable';
      on.clear();
      if (kind === 'enable') off.clear();
    }
    for (const code of codes) {
      if (kind === 'disable') off.add(code);
      else {
        off.delete(code);
        on.add(code);
      }
    }
  });
  return idle;
}
