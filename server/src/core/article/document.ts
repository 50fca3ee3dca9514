import { rawEnd, rawStart } from '../text/blocks.ts';
import { findDirectives, type RawDirective, reachOf } from '../text/directives.ts';
import type { Analysis, Article, Claim, Directive, Quote, Section, SourcedQuantity, Span } from '../types.ts';
import type { ParagraphResult } from './paragraphResult.ts';
import type { Split } from './split.ts';

/** The analysis of an article: paragraphs with offsets of their own, put together only when somebody asks. */
export class ArticleAnalysis implements Analysis {
  readonly article: Article;
  readonly date: string | null;
  readonly provisional: boolean;
  readonly split: Split;
  /** The prose paragraphs in document order. */
  readonly results: readonly ParagraphResult[];
  private claimList: readonly Claim[] | undefined;
  private quantityList: readonly SourcedQuantity[] | undefined;
  private quoteList: readonly Quote[] | undefined;
  private sectionList: readonly Section[] | undefined;
  private directiveList: readonly Directive[] | undefined;

  constructor(article: Article, date: string | null, split: Split, results: readonly ParagraphResult[]) {
    this.article = article;
    this.date = date;
    this.split = split;
    this.results = results;
    this.provisional = results.some((r) => r.local.provisional);
  }

  get claims(): readonly Claim[] {
    this.claimList ??= this.assemble();
    return this.claimList;
  }

  get directives(): readonly Directive[] {
    if (this.directiveList === undefined) this.claimList = this.assemble();
    return this.directiveList!;
  }

  get quantities(): readonly SourcedQuantity[] {
    const { text } = this.article;
    if (this.quantityList !== undefined) return this.quantityList;
    const list: SourcedQuantity[] = [];
    const { results } = this;
    for (let i = 0; i < results.length; i++) {
      const r = results[i]!;
      for (const q of r.quantities) {
        const { start, end } = absolute(r, q);
        const at = q.source && absolute(results[i + q.source.away] ?? r, q.source);
        const { min, max, approx, kind, unit, currency } = q;
        const source = at && { start: at.start, end: at.end, text: text.slice(at.start, at.end) };
        list.push({ start, end, text: text.slice(start, end), min, max, approx, kind, unit, currency, source });
      }
    }
    this.quantityList = list;
    return list;
  }

  get quotes(): readonly Quote[] {
    this.quoteList ??= this.results.flatMap((r) => r.quotes.map((q) => ({ ...absolute(r, q), speaker: q.speaker })));
    return this.quoteList;
  }

  get sections(): readonly Section[] {
    this.sectionList ??= sectionsOf(this.results, this.article.text.length);
    return this.sectionList;
  }

  private assemble(): Claim[] {
    const { text } = this.article;
    const raw = findDirectives(text);
    const suppress = suppressor(raw, text);
    const ordinals = new Map<string, number>();
    const claims: Claim[] = [];
    for (const r of this.results) {
      for (const c of r.claims) {
        const { start, end } = absolute(r, c);
        const nth = (ordinals.get(c.id) ?? 0) + 1;
        ordinals.set(c.id, nth);
        const claim: Writable<Claim> = { ...c, text: text.slice(start, end), suppressed: null };
        if (nth > 1) claim.id = `${c.id}-${nth}`;
        claim.start = start;
        claim.end = end;
        if (c.quantity) claim.quantity = written(r, c.quantity, text);
        claim.suppressed = suppress.by(c.code, start, end);
        claims.push(claim);
      }
    }
    this.directiveList = suppress.directives;
    return claims;
  }
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** A quantity of a paragraph with its place and words in the article. */
function written<Q extends Span>(r: ParagraphResult, quantity: Q, text: string): Q & { readonly text: string } {
  const span = absolute(r, quantity);
  return { ...quantity, ...span, text: text.slice(span.start, span.end) };
}

/** A span of a paragraph's prose as a span of the article. */
export function absolute(r: ParagraphResult, span: Span): Span {
  const { block } = r;
  const start = block.start + rawStart(block, span.start);
  return { start, end: span.end > span.start ? block.start + rawEnd(block, span.end) : start };
}

function suppressor(raw: readonly RawDirective[], text: string) {
  const directives: Directive[] = raw.map((d) => ({ ...d, used: false }));
  const reach = reachOf(raw, text);
  return {
    directives,
    by(code: string, start: number, end: number): Claim['suppressed'] {
      for (const r of reach) {
        const directive = directives[r.by]!;
        if (start < r.start || end > r.end) continue;
        if (directive.codes.length > 0 && !directive.codes.includes(code)) continue;
        directive.used = true;
        return { by: 'comment', reason: directive.reason };
      }
      return null;
    },
  };
}

function sectionsOf(results: readonly ParagraphResult[], length: number): Section[] {
  const heads = results.filter((r) => r.block.kind === 'heading');
  return heads.map((r, i) => {
    const { block } = r;
    const next = heads.slice(i + 1).find((h) => h.block.level <= block.level);
    return {
      title: block.prose.trim(),
      level: block.level,
      heading: { start: block.start, end: block.end },
      start: block.start,
      end: next?.block.start ?? length,
    };
  });
}
