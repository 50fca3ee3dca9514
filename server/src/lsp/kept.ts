import type { Analysis, Claim, Span } from '../core/index.ts';
import { follow } from '../review/anchor/follow.ts';
import type { Base } from './article.ts';
import type { Edit } from './hull.ts';

/** So many edits wait at most for somebody to ask: each is one pass over all that was found. */
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

function movedBy(edits: readonly Edit[], analysis: Analysis, text: string): Analysis {
  const { article, date, provisional } = analysis;
  let { claims, quantities, quotes, sections, directives } = analysis;
  for (const edit of edits) {
    claims = keep(claims, (claim) => movedClaim(claim, edit));
    quantities = keep(quantities, (quantity) => movedQuantity(quantity, edit));
    directives = keep(directives, (directive) => moved(directive, edit));
    // What is typed in a quotation or below a heading belongs to it.
    quotes = keep(quotes, (quote) => stretched(quote, edit));
    sections = keep(sections, (section) => {
      const heading = stretched(section.heading, edit);
      const all = heading && stretched(section, edit);
      return all && (all === section && heading === section.heading ? section : { ...all, heading });
    });
  }
  return { article: { ...article, text }, date, provisional, claims, quantities, quotes, sections, directives };
}

function keep<T>(all: readonly T[], move: (one: T) => T | null): readonly T[] {
  const kept: T[] = [];
  for (const one of all) {
    const now = move(one);
    if (now !== null) kept.push(now);
  }
  return kept;
}

/** Null where the edit touches it; what is typed at its borders does not. */
function moved<T extends Span>(one: T, { start, end, length }: Edit): T | null {
  if (one.end <= start) return one;
  if (one.start < end) return null;
  const by = length - (end - start);
  return by === 0 ? one : { ...one, start: one.start + by, end: one.end + by };
}

function stretched<T extends Span>(one: T, edit: Edit): T | null {
  const span = follow(one, edit);
  return span && (span.start === one.start && span.end === one.end ? one : { ...one, start: span.start, end: span.end });
}

function movedClaim(claim: Claim, edit: Edit): Claim | null {
  const now = moved(claim, edit);
  const { quantity } = claim;
  if (!now || !quantity) return now;
  const { quantity: _, ...others } = now;
  const its = movedQuantity(quantity, edit);
  return its === quantity ? now : { ...others, ...(its && { quantity: its }) };
}

/** A number keeps its source as long as the edit leaves that alone, too. */
function movedQuantity<T extends Span & { readonly source?: Span | null }>(quantity: T, edit: Edit): T | null {
  const now = moved(quantity, edit);
  if (!now || !quantity.source) return now;
  const source = moved(quantity.source, edit);
  return source === quantity.source ? now : { ...now, source };
}
