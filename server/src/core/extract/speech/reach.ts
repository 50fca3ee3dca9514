import { indexAt, type Paragraph } from '../../paragraph.ts';
import type { RawQuote } from './quotes.ts';
import type { Parsed } from './subject.ts';
import type { SpeechAct } from './types.ts';

export interface FoundAct extends SpeechAct {
  readonly weight: number;
  readonly alias: string | null;
}

export interface FoundSubject {
  readonly parsed: Parsed;
  readonly start: number;
  readonly alias: string | null;
}

/** How the sentence, or the quotation, that holds the verb begins, if before its clause. */
export function leadOf(p: Paragraph, at: number, verb: number, quotes: readonly RawQuote[]): string | null {
  const sentence = p.sentences[indexAt(p.sentences, verb)];
  let from = sentence?.start ?? 0;
  for (const q of quotes) if (q.start < verb && verb < q.end && q.start >= from) from = q.start + 1;
  if (from >= at) return null;
  return p.text.slice(from, Math.min(from + 24, at - 1)).replace(/^[\s”"’]+/, '');
}

/** Where the clause that holds `at` begins: behind the last mark, not counting marks in brackets or in quoted terms. */
export function boundaryBefore(text: string, at: number, quotes: readonly RawQuote[], isStatement: (q: RawQuote) => boolean): number {
  // A clause without a mark for so long has no subject that could be told.
  for (let i = at - 1, left = 400; i >= 0; i--) {
    const c = text[i]!;
    if (--left < 0) return i;
    if (c === ')') {
      const open = text.lastIndexOf('(', i);
      if (open >= 0 && i - open < 60) i = open;
    } else if (c === '》') {
      const open = text.lastIndexOf('《', i);
      if (open >= 0 && i - open < 60) i = open;
    } else if (c === '’' && /[A-Za-z]/.test(text[i - 1] ?? '') && /[A-Za-z]/.test(text[i + 1] ?? '')) {
      // An apostrophe.
    } else if (c === '”' || c === '’' || c === '"') {
      const quote = quotes.find((q) => q.closed && q.end === i + 1);
      if (!quote || isStatement(quote)) return i + 1;
      i = quote.start;
    } else if (',。;:!?…\n“‘【】'.includes(c)) return i + 1;
  }
  return 0;
}

export function makeAct(
  p: Paragraph,
  found: FoundSubject,
  start: number,
  verbStart: number,
  verbEnd: number,
  quotes: readonly RawQuote[],
): FoundAct {
  const within = innermost(quotes, verbStart);
  return {
    start,
    end: verbEnd,
    lead: leadOf(
      p,
      boundaryBefore(p.text, verbStart, quotes, () => false),
      verbStart,
      quotes,
    ),
    subject: found.parsed.subject,
    verb: { start: verbStart, end: verbEnd },
    reach: reachFrom(p, verbEnd, within < 0 ? p.text.length : quotes[within]!.end),
    within,
    weight: found.parsed.weight,
    alias: found.alias,
  };
}

/** From behind the verb to the end of its sentence. */
function reachFrom(p: Paragraph, verbEnd: number, limit: number): { start: number; end: number } {
  const { text } = p;
  let start = verbEnd;
  while (start < limit && /[了道着过 ]/.test(text[start]!)) start++;
  if (/[。!?]/.test(text[start] ?? '。')) return { start, end: start };
  if (text[start] === ',' || text[start] === ':') start++;
  const sentence = p.sentences[indexAt(p.sentences, Math.min(start, text.length - 1))];
  return { start, end: Math.min(limit, Math.max(start, sentence ? sentence.end : text.length)) };
}

export function innermost(quotes: readonly RawQuote[], at: number): number {
  let found = -1;
  quotes.forEach((q, i) => {
    if (q.start < at && at < q.end) found = i;
  });
  return found;
}
