import type { Directive, Span } from '../types.ts';

/** A directive as written, before it is known what it suppresses. Offsets as in the text given. */
export type RawDirective = Omit<Directive, 'used'>;

const OPENING = '<!-- claimlens-';
const KINDS = ['disable-next-line', 'disable-line', 'disable-file', 'disable', 'enable'] as const;

/** Whether a line is nothing but one directive comment. */
export function isDirectiveLine(line: string): boolean {
  return line.startsWith(OPENING) && line.indexOf('-->') === line.length - 3;
}

/** Finds `<!-- claimlens-KIND CODE, CODE: reason -->` comments anywhere in a text, Markdown or plain. */
export function findDirectives(text: string): RawDirective[] {
  const found: RawDirective[] = [];
  let at = text.indexOf(OPENING);
  while (at >= 0) {
    const close = text.indexOf('-->', at + OPENING.length);
    if (close < 0) break;
    const body = text.slice(at + OPENING.length, close).trim();
    const kind = KINDS.find((k) => body === k || body.startsWith(`${k} `) || body.startsWith(`${k}:`) || body.startsWith(`${k}:`));
    if (kind) found.push({ kind, ...codesAndReason(body.slice(kind.length)), start: at, end: close + 3 });
    at = text.indexOf(OPENING, close + 3);
  }
  return found;
}

function codesAndReason(rest: string): { codes: string[]; reason: string } {
  const colon = rest.search(/[::]/);
  const codes = (colon < 0 ? rest : rest.slice(0, colon)).split(/[\s,,、]+/).filter(Boolean);
  return { codes, reason: colon < 0 ? '' : rest.slice(colon + 1).trim() };
}

/** The stretch of the article in which a directive holds; `enable` ends the `disable` before it. */
export function reachOf(directives: readonly RawDirective[], text: string): (Span & { readonly by: number })[] {
  const reach: (Span & { by: number })[] = [];
  directives.forEach((d, by) => {
    const lineStart = text.lastIndexOf('\n', d.start - 1) + 1;
    const lineEnd = endOfLine(text, d.end);
    switch (d.kind) {
      case 'disable-file':
        reach.push({ start: 0, end: text.length, by });
        break;
      case 'disable-line':
        reach.push({ start: lineStart, end: lineEnd, by });
        break;
      case 'disable-next-line': {
        // Blank lines between comment and text do not count: Markdown needs one.
        let next = lineEnd + 1;
        while (next < text.length && text.slice(next, endOfLine(text, next)).trim() === '') next = endOfLine(text, next) + 1;
        reach.push({ start: Math.min(next, text.length), end: endOfLine(text, next), by });
        break;
      }
      case 'disable': {
        const end = directives.find(
          (e, i) => i > by && e.kind === 'enable' && (e.codes.length === 0 || d.codes.every((c) => e.codes.includes(c))),
        );
        reach.push({ start: d.end, end: end?.start ?? text.length, by });
        break;
      }
      case 'enable':
        break;
    }
  });
  return reach;
}

function endOfLine(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at < 0 ? text.length : at;
}
