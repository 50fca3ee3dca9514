import { atOrAfter, FreePlaces } from '../../lists.ts';
import type { Span } from '../../types.ts';
import type { Blanket, DocumentKind, LocalSources } from './types.ts';

/** A source that reaches a paragraph from elsewhere, or over a part of it. */
export interface Reach {
  readonly evidence: 'blanket' | 'list' | 'opening' | 'previous' | DocumentKind;
  /** Where it stands. */
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  /** Only what stands before this offset (a blanket in the paragraph itself). */
  readonly until: number;
  readonly from: number;
  /** Up to so many paragraphs away it leaves nothing to weigh; below zero: nowhere. */
  readonly firm: number;
}

interface Read {
  readonly sources: LocalSources;
}

/** Only an article's first paragraphs name the document that it reads, or a source in its opening. */
export const HEAD = 4;
const OPENING = 3;
/** From so many paragraphs on, distances count as equal. */
export const FAR = 3;

/** Where an article's sources reach: statements that name their reach, the document that it reads, and what paragraphs lend to the next. */
export class SourceReach {
  private readonly locals: readonly Read[];
  /** The one document that the article reads. */
  readonly article: Reach | null;
  readonly opening: Reach | null;
  /** Paragraphs that have statements which name their reach, and those that are headings; ascending. */
  readonly blankets: readonly number[];
  readonly headings: readonly number[];

  constructor(locals: readonly Read[], title: string | null, blankets: readonly number[], headings: readonly number[]) {
    this.locals = locals;
    this.article = articleReads(locals, title);
    this.opening = openingOf(locals);
    this.blankets = blankets;
    this.headings = headings;
  }

  static of(locals: readonly Read[], title: string | null): SourceReach {
    return new SourceReach(locals, title, places(locals, 0, locals.length, hasBlankets), places(locals, 0, locals.length, isHeading));
  }

  /** Of the article's next state, in which the first `head` and the last `tail` paragraphs are these. */
  next(locals: readonly Read[], title: string | null, head: number, tail: number): SourceReach {
    const list = (old: readonly number[], of: (local: LocalSources) => boolean) => {
      const made = places(locals, head, locals.length - tail, of);
      const by = locals.length - this.locals.length;
      const first = atOrAfter(old, head);
      const last = atOrAfter(old, this.locals.length - tail);
      if (made.length === 0 && first === last && (by === 0 || last === old.length)) return old;
      return [...old.slice(0, first), ...made, ...old.slice(last).map((i) => i + by)];
    };
    return new SourceReach(locals, title, list(this.blankets, hasBlankets), list(this.headings, isHeading));
  }

  /** What reaches one paragraph. */
  at(index: number): Reach | null {
    for (let k = this.blankets.length - 1; k >= 0; k--) {
      const paragraph = this.blankets[k]!;
      const { blankets } = this.locals[paragraph]!.sources;
      for (let b = blankets.length - 1; b >= 0; b--) {
        const { from, to } = this.stretch(paragraph, blankets[b]!);
        if (from <= index && index < to) return blanketReach(paragraph, blankets[b]!, index);
      }
    }
    return this.near(index, this.list(index));
  }

  /** What reaches each paragraph, in one pass. */
  all(): (Reach | null)[] {
    const { locals } = this;
    const out: (Reach | null)[] = [];
    let list: Reach | null = null;
    for (let i = 0; i < locals.length; i++) {
      list = this.introduced(i) ?? (locals[i]!.sources.item ? list : null);
      out.push(this.near(i, list));
    }
    this.cover(out);
    return out;
  }

  /**
   * The paragraphs among the kept ones that may be reached otherwise than in `before`, of which the first `head` and the last `tail`
   * were kept; null: any of them.
   */
  *unsettled(before: SourceReach, head: number, tail: number, differs: (index: number) => boolean): Generator<number> {
    const n = this.locals.length;
    const last = n - tail;
    const wide =
      head < 2 * HEAD ||
      !sameReach(this.article, before.article) ||
      this.article?.paragraph !== before.article?.paragraph ||
      (this.blankets.length + before.blankets.length > 0 && (this.within(head, last) || before.within(head, before.locals.length - tail)));
    const from = wide ? 0 : Math.max(0, head - FAR);
    for (let i = from; i < head; i++) yield i;
    // A list goes on as long as its items do.
    for (let i = last; i < n; i++) {
      if (!wide && i >= last + FAR && !(this.locals[i]!.sources.item && differs(i - 1))) return;
      yield i;
    }
  }

  /** Whether a blanket statement or a heading, which ends its reach, stands among some paragraphs. */
  private within(from: number, to: number): boolean {
    return [this.blankets, this.headings].some((list) => atOrAfter(list, from) < atOrAfter(list, to));
  }

  /** What the paragraphs before lend to one: the source of a sentence that introduces a list, of the paragraph before, of the opening. */
  private near(index: number, list: Reach | null): Reach | null {
    if (list !== null || this.article !== null) return list ?? this.article;
    const before = this.locals[index - 1]?.sources;
    if (before?.holds && !this.locals[index]!.sources.heading) return reachOf('previous', index - 1, before.holds);
    return this.opening !== null && this.opening.paragraph < index ? this.opening : null;
  }

  private introduced(index: number): Reach | null {
    const before = this.locals[index - 1]?.sources;
    return before?.introduces && before.holds ? reachOf('list', index - 1, before.holds) : null;
  }

  private list(index: number): Reach | null {
    for (let i = index; i >= 0; i--) {
      const introduced = this.introduced(i);
      if (introduced !== null || !this.locals[i]!.sources.item) return introduced;
    }
    return null;
  }

  /** The paragraphs that a statement reaches. */
  private stretch(paragraph: number, { reach, alone }: Blanket): { from: number; to: number } {
    if (reach === 'article') return { from: 0, to: this.locals.length };
    if (!alone) return { from: paragraph, to: paragraph + 1 };
    const { headings } = this;
    if (reach === 'before') return { from: (headings[atOrAfter(headings, paragraph) - 1] ?? -1) + 1, to: paragraph + 1 };
    return { from: paragraph, to: headings[atOrAfter(headings, paragraph + 1)] ?? this.locals.length };
  }

  /** The later statement holds: from the last to the first, each takes what none has yet. */
  private cover(out: (Reach | null)[]): void {
    if (this.blankets.length === 0) return;
    const free = new FreePlaces(out.length);
    for (let k = this.blankets.length - 1; k >= 0; k--) {
      const paragraph = this.blankets[k]!;
      const { blankets } = this.locals[paragraph]!.sources;
      for (let b = blankets.length - 1; b >= 0; b--) {
        const { from, to } = this.stretch(paragraph, blankets[b]!);
        for (let i = free.from(from); i < to; i = free.from(i)) {
          out[i] = blanketReach(paragraph, blankets[b]!, i);
          free.take(i);
        }
      }
    }
  }
}

/** Whether two sources reach alike, wherever they stand. */
export function sameReach(a: Reach | null, b: Reach | null): boolean {
  if (a === null || b === null) return a === b;
  return a.evidence === b.evidence && a.from === b.from && a.until === b.until && a.firm === b.firm;
}

function reachOf(evidence: Reach['evidence'], paragraph: number, { start, end }: Span): Reach {
  return { evidence, paragraph, start, end, from: 0, until: Number.MAX_SAFE_INTEGER, firm: -1 };
}

function blanketReach(paragraph: number, { start, end, reach, firm }: Blanket, index: number): Reach {
  const whole = { ...reachOf('blanket', paragraph, { start, end }), firm };
  if (index !== paragraph || reach === 'article') return whole;
  return reach === 'before' ? { ...whole, until: start } : { ...whole, from: end };
}

function articleReads(locals: readonly Read[], title: string | null): Reach | null {
  for (let i = 0; i < Math.min(HEAD, locals.length); i++) {
    const reads = locals[i]!.sources.reads();
    if (reads) return reachOf(reads.kind, i, reads);
  }
  return title !== null && /(?:年报|季报|中报|财报)(?!季|行情|期|窗口|密集|[价考名])|业绩快报|业绩预告|招股书/.test(title)
    ? reachOf('document-article', 0, { start: 0, end: 0 })
    : null;
}

function openingOf(locals: readonly Read[]): Reach | null {
  for (let i = 0; i < Math.min(OPENING, locals.length); i++) {
    const { opens } = locals[i]!.sources;
    if (opens !== null) return reachOf('opening', i, opens);
  }
  return null;
}

const hasBlankets = ({ blankets }: LocalSources) => blankets.length > 0;
const isHeading = ({ heading }: LocalSources) => heading;

function places(locals: readonly Read[], from: number, to: number, of: (local: LocalSources) => boolean): number[] {
  const out: number[] = [];
  for (let i = from; i < to; i++) if (of(locals[i]!.sources)) out.push(i);
  return out;
}
