import type { Span } from '../types.ts';
import { codeAt } from './characters.ts';

/** A sentence of a paragraph with its clauses; offsets in the paragraph's prose. */
export interface Sentence extends Span {
  /** Index of its first clause, and one past its last. */
  readonly first: number;
  readonly last: number;
  /** The closing mark: `。`, `!`, `?`, `…`, or an empty string where the line just ends. */
  readonly mark: string;
}

/** A stretch between `,。;:!?…` or line ends, without the marks and quotation marks around it. */
export interface Clause extends Span {
  /** Index of its sentence. */
  readonly sentence: number;
  /** The mark that ends it, or an empty string. */
  readonly mark: string;
}

export interface Sentences {
  readonly sentences: readonly Sentence[];
  readonly clauses: readonly Clause[];
}

enum Mark {
  None,
  Clause,
  Sentence,
  /** Brackets and quotation marks: trimmed from clause ends. */
  Wrap,
}

const MARKS = new Uint8Array(0x10000);
for (const c of ',;:,;:—\n') MARKS[c.charCodeAt(0)] = Mark.Clause;
for (const c of '。!?…') MARKS[c.charCodeAt(0)] = Mark.Sentence;
for (const c of '“”‘’"\'()《》〈〉【】[] ') MARKS[c.charCodeAt(0)] = Mark.Wrap;

/** No clause that people write is longer. */
const LONGEST = 600;

/** Splits a normalised paragraph into sentences and clauses. */
export function splitSentences(text: string): Sentences {
  const sentences: Sentence[] = [];
  const clauses: Clause[] = [];
  const n = text.length;
  let sentenceStart = 0;
  let clauseStart = 0;
  let first = 0;
  let bracket = -1;
  let opensClause = false;
  const endClause = (at: number, mark: string) => {
    let start = clauseStart;
    let end = at;
    while (start < end && isWrap(text.charCodeAt(start))) start++;
    while (end > start && isWrap(text.charCodeAt(end - 1))) end--;
    // A bracket that was opened inside belongs to the clause.
    if (end < at && closes(text, start, end)) end++;
    if (end > start) clauses.push({ start, end, sentence: sentences.length, mark });
  };
  const endSentence = (at: number, mark: string) => {
    if (clauses.length > first) sentences.push({ start: sentenceStart, end: at, first, last: clauses.length, mark });
    sentenceStart = at;
    first = clauses.length;
  };
  for (let i = 0; i < n; i++) {
    const code = text.charCodeAt(i);
    let mark = MARKS[code]!;
    if (mark === Mark.None || mark === Mark.Wrap) {
      if (code === 46 && isFullStop(text, i)) mark = Mark.Sentence;
      else if (code === 0x201c && i > clauseStart && opensStatement(text, i)) {
        endClause(i, '“');
        clauseStart = i + 1;
        continue;
      } else {
        if (code === 0x3010) {
          bracket = i;
          opensClause = i === clauseStart;
        } else if (code === 0x3011 && bracket >= 0) {
          // A headline in brackets, one with marks in it or too long for a term: what stands behind it is another clause.
          const headline = bracket < clauseStart || (opensClause && i - bracket > LONGEST_TERM);
          bracket = -1;
          if (headline && !isClauseEnd(codeAt(text, i + 1))) {
            endClause(i, '');
            clauseStart = i + 1;
          }
        }
        // Whoever writes no marks at all gets sentences all the same, so that none is longer than what is read of it is worth.
        if (i - clauseStart >= LONGEST) {
          endClause(i, '');
          endSentence(i, '');
          clauseStart = i;
        }
        continue;
      }
    } else if ((code === 44 || code === 58) && isDigit(codeAt(text, i - 1)) && isDigit(codeAt(text, i + 1))) continue;
    else if (code === 0x2014 && spans(text, i)) continue;
    if (code === 10) bracket = -1;
    endClause(i, code === 46 ? '。' : text[i]!);
    if (mark === Mark.Sentence) {
      while (i + 1 < n && (MARKS[codeAt(text, i + 1)] === Mark.Sentence || isCloser(codeAt(text, i + 1)))) i++;
      endSentence(i + 1, code === 46 ? '。' : text[i - closersBefore(text, i)]!);
    }
    clauseStart = i + 1;
  }
  endClause(n, '');
  endSentence(n, '');
  return { sentences, clauses };
}

function isWrap(c: number): boolean {
  return MARKS[c] === Mark.Wrap;
}

function isCloser(c: number): boolean {
  return c === 0x201d || c === 0x2019 || c === 41 || c === 34;
}

function isDigit(c: number): boolean {
  return c >= 48 && c <= 57;
}

/** A dash from one number to another: `2024—2026年`, `1月—9月`, `10%—20%`. */
function spans(text: string, at: number): boolean {
  return isDigit(codeAt(text, at + 1)) && (isDigit(codeAt(text, at - 1)) || '年月日%万亿元'.includes(text[at - 1] ?? '!'));
}

/** How many closing marks stand between the sentence mark and `at`. */
function closersBefore(text: string, at: number): number {
  let k = 0;
  while (at - k > 0 && isCloser(codeAt(text, at - k))) k++;
  return k;
}

/** A Western full stop that ends a Chinese sentence. */
function isFullStop(text: string, at: number): boolean {
  const before = codeAt(text, at - 1);
  const after = codeAt(text, at + 1);
  return before > 0x2e80 && (after === 0 || after === 32 || after === 10 || after > 0x2e80);
}

/** An opening quotation mark, without a colon before it, that begins quoted speech and not a term in quotation marks. */
function opensStatement(text: string, at: number): boolean {
  const limit = Math.min(text.length, at + 24);
  for (let i = at + 1; i < limit; i++) {
    const c = text.charCodeAt(i);
    if (c === 0x201d) return false;
    if (MARKS[c] === Mark.Clause || MARKS[c] === Mark.Sentence) return true;
  }
  return limit - at >= 20;
}

/** Longer than any term that stands in brackets by itself: a headline. */
const LONGEST_TERM = 12;

/** A mark that ends the clause behind the bracket by itself, or the text's end. */
function isClauseEnd(code: number): boolean {
  return code === 0 || MARKS[code] === Mark.Clause || MARKS[code] === Mark.Sentence;
}

/** Whether the mark at `end` closes a bracket or quotation mark that stands within `[start, end)`. */
function closes(text: string, start: number, end: number): boolean {
  const closer = codeAt(text, end);
  const opener =
    closer === 0x201d
      ? 0x201c
      : closer === 0x2019
        ? 0x2018
        : closer === 41
          ? 40
          : closer === 0x300b
            ? 0x300a
            : closer === 0x3011
              ? 0x3010
              : 0;
  if (opener === 0) return false;
  let depth = 0;
  for (let i = start; i < end; i++) {
    const c = text.charCodeAt(i);
    if (c === opener) depth++;
    else if (c === closer) depth--;
  }
  return depth > 0;
}
