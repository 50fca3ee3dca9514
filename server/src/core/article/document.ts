import { rawEnd, rawStart } from '../text/blocks.ts';
import { findDirectives, type RawDirective, reachOf } from '../text/directives.ts';
import { detached } from '../text/normalize.ts';
import type { Analysis, Article, Claim, Directive, Quote, Section, SourcedQuantity, Span } from '../types.ts';
import type { LocalClaim, ParagraphResult } from './paragraphResult.ts';
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
      if (r.claims.length === 0) continue;
      for (const known of placed(r, text)) {
        const nth = (ordinals.get(known.id) ?? 0) + 1;
        ordinals.set(known.id, nth);
        const suppressed = raw.length === 0 ? null : suppress.by(known.code, known.start, known.end);
        if (nth === 1 && suppressed === null) claims.push(known);
        else claims.push({ ...known, id: nth === 1 ? known.id : `${known.id}-${nth}`, suppressed });
      }
    }
    this.directiveList = suppress.directives;
    return claims;
  }
}

/** Claims of paragraphs as they last stood: by the paragraph's own, with where the paragraph began. */
const standing = new WeakMap<readonly LocalClaim[], { readonly start: number; readonly claims: readonly Claim[] }>();

/** A paragraph's claims in the article, but for ordinals and directives. An edit elsewhere leaves them or moves them along. */
function placed(r: ParagraphResult, text: string): readonly Claim[] {
  const { start } = r.block;
  const known = standing.get(r.claims);
  if (known !== undefined && known.start === start) return known.claims;
  const claims =
    known === undefined ? r.claims.map((c) => claimIn(r, c, text)) : known.claims.map((c) => movedClaim(c, start - known.start));
  standing.set(r.claims, { start, claims });
  return claims;
}

function claimIn(r: ParagraphResult, c: LocalClaim, text: string): Claim {
  const { start, end } = absolute(r, c);
  // Kept over edits: a copy, for a slice would keep this state of the article alive.
  const claim: Claim = { ...c, start, end, text: detached(text.slice(start, end)), suppressed: null };
  if (!c.quantity) return claim;
  const span = absolute(r, c.quantity);
  return { ...claim, quantity: { ...c.quantity, ...span, text: detached(text.slice(span.start, span.end)) } };
}

function movedClaim(claim: Claim, by: number): Claim {
  const moved = { ...claim, start: claim.start + by, end: claim.end + by };
  const { quantity } = claim;
  if (!quantity) return moved;
  return { ...moved, quantity: { ...quantity, start: quantity.start + by, end: quantity.end + by } };
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
