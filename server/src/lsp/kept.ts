import type { Analysis, Claim, Span } from '../core/index.ts';
import { follow } from '../review/anchor/follow.ts';
import type { Base } from './article.ts';
import type { Edit } from './hull.ts';

/** So many edits wait at most for somebody to ask: every span is held against each. */
const MOST_WAITING = 256;

/** What was found in an article that is not to be checked again yet, moved along with its edits; what an edit touches goes until the next check. */
export class Kept {
  readonly base: Base;
  #analysis: Analysis;
  #waiting: Edit[] = [];

  constructor(base: Base) {
    this.base = base;
    this.#analysis = base.analysis;
  }

  /** To be told of every edit since; `text` is the article's after it. */
  edited(edit: Edit, text: string): void {
    this.#waiting.push(edit);
    if (this.#waiting.length >= MOST_WAITING) this.analysis(text);
  }

  /** The very same object until the next edit. */
  analysis(text: string): Analysis {
    if (this.#waiting.length > 0) this.#analysis = movedBy(this.#waiting, this.#analysis, text);
    this.#waiting = [];
    return this.#analysis;
  }
}

/** All edits in one pass: an article may have a hundred thousand claims. */
function movedBy(edits: readonly Edit[], analysis: Analysis, text: string): Analysis {
  const { article, date, provisional, claims, quantities, quotes, sections, directives } = analysis;
  return {
    article: { ...article, text },
    date,
    provisional,
    claims: keep(claims, (claim) => movedClaim(claim, edits)),
    quantities: keep(quantities, (quantity) => movedQuantity(quantity, edits)),
    directives: keep(directives, (directive) => moved(directive, edits)),
    // What is typed in a quotation or below a heading belongs to it.
    quotes: keep(quotes, (quote) => stretched(quote, edits)),
    sections: keep(sections, (section) => {
      const heading = stretched(section.heading, edits);
      const all = heading && stretched(section, edits);
      return all && (all === section && heading === section.heading ? section : { ...all, heading });
    }),
  };
}

function keep<T>(all: readonly T[], move: (one: T) => T | null): readonly T[] {
  const kept: T[] = [];
  for (const one of all) {
    const now = move(one);
    if (now !== null) kept.push(now);
  }
  return kept;
}

/** Null where an edit touches it; what is typed at its borders does not. */
function moved<T extends Span>(one: T, edits: readonly Edit[]): T | null {
  let by = 0;
  for (const { start, end, length } of edits) {
    if (one.end + by <= start) continue;
    if (one.start + by < end) return null;
    by += length - (end - start);
  }
  return by === 0 ? one : { ...one, start: one.start + by, end: one.end + by };
}

function stretched<T extends Span>(one: T, edits: readonly Edit[]): T | null {
  let span: Span | null = one;
  for (const edit of edits) span = span && follow(span, edit);
  return span && (span.start === one.start && span.end === one.end ? one : { ...one, start: span.start, end: span.end });
}

function movedClaim(claim: Claim, edits: readonly Edit[]): Claim | null {
  const now = moved(claim, edits);
  const { quantity } = claim;
  if (!now || !quantity) return now;
  const its = movedQuantity(quantity, edits);
  if (its === quantity) return now;
  const { quantity: _, ...others } = now;
  return its ? { ...now, quantity: its } : others;
}

/** A number keeps its source as long as the edits leave that alone, too. */
function movedQuantity<T extends Span & { readonly source?: Span | null }>(quantity: T, edits: readonly Edit[]): T | null {
  const now = moved(quantity, edits);
  if (!now || !quantity.source) return now;
  const source = moved(quantity.source, edits);
  return source === quantity.source ? now : { ...now, source };
}
