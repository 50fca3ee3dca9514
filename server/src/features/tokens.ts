import type { SemanticTokensEdit, SemanticTokensLegend } from 'vscode-languageserver-types';
import type { Claim, Span } from '../core/index.ts';
import { type Checked, severityOf } from './context.ts';
import { KINDS, kindOf } from './kinds.ts';

/** Token types of our own: an editor's theme colours them by name, or not at all. */
const TYPES = KINDS.map((kind) => `claim${kind[0]!.toUpperCase()}${kind.slice(1)}`);
const MODIFIERS = ['hint', 'information', 'warning', 'error'] as const;

export const LEGEND: SemanticTokensLegend = { tokenTypes: TYPES, tokenModifiers: [...MODIFIERS] };

/**
 * The claims as LSP's relative integers, within `span` or all. Tokens may neither overlap nor span lines:
 * a shorter claim inside a longer one cuts it, and each line has its own piece.
 */
export function tokenData(checked: Checked, span?: Span): number[] {
  const data: number[] = [];
  let line = 0;
  let character = 0;
  for (const piece of pieces(checked, span)) {
    const { document } = checked;
    const last = document.positionAt(piece.end).line;
    for (let start = piece.start; start < piece.end; ) {
      const at = document.positionAt(start);
      const lineEnd = at.line < last ? document.offsetAt({ line: at.line + 1, character: 0 }) : piece.end;
      // positionAt steps back over line breaks, so the length leaves them out.
      const length =
        document.positionAt(Math.min(lineEnd, piece.end)).line === at.line
          ? piece.end - start
          : trimBreak(document.getText(), start, lineEnd) - start;
      if (length > 0) {
        data.push(at.line - line, at.line === line ? at.character - character : at.character, length, piece.type, piece.modifiers);
        line = at.line;
        character = at.character;
      }
      start = Math.max(lineEnd, start + 1);
    }
  }
  return data;
}

function trimBreak(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && (text[at - 1] === '\n' || text[at - 1] === '\r')) at--;
  return at;
}

interface Piece extends Span {
  readonly type: number;
  readonly modifiers: number;
}

/** Claims cut into pieces that do not overlap; where several cover a stretch the one that starts last wins. */
function* pieces(checked: Checked, span: Span | undefined): Generator<Piece> {
  const open: Claim[] = [];
  let at = 0;
  const piece = (claim: Claim, start: number, end: number): Piece => ({
    start,
    end,
    type: KINDS.indexOf(kindOf(claim.code)),
    modifiers: 1 << MODIFIERS.indexOf(severityOf(checked, claim) ?? 'hint'),
  });
  const until = function* (offset: number): Generator<Piece> {
    while (open.length > 0 && at < offset) {
      const top = open.at(-1)!;
      if (top.end <= at) {
        open.pop();
        continue;
      }
      const end = Math.min(top.end, offset);
      yield piece(top, at, end);
      at = end;
    }
  };
  for (const claim of checked.analysis.claims) {
    if (span && (claim.end <= span.start || claim.start >= span.end)) continue;
    if (claim.suppressed || severityOf(checked, claim) === null) continue;
    yield* until(claim.start);
    at = Math.max(at, claim.start);
    // Of two that start together the longer one lies below.
    const below = open.at(-1);
    if (below && below.start === claim.start && below.end < claim.end) open.splice(-1, 0, claim);
    else open.push(claim);
  }
  yield* until(Number.POSITIVE_INFINITY);
}

/** The one edit between two token lists: what differs between their common head and tail. */
export function tokenEdits(before: readonly number[], after: readonly number[]): SemanticTokensEdit[] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  if (head === before.length && head === after.length) return [];
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return [{ start: head, deleteCount: before.length - head - tail, data: after.slice(head, after.length - tail) }];
}
