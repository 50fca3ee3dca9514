import type { SourceReach } from '../extract/sources/index.ts';
import type { Cast } from '../extract/speech/index.ts';
import { type Block, rawEnd, rawStart } from '../text/blocks.ts';
import { wholeCharacters } from '../text/characters.ts';
import { findDirectives, type RawDirective } from '../text/directives.ts';
import { isCode } from '../text/markdown.ts';
import { detached } from '../text/normalize.ts';
import { suppression } from '../text/suppression.ts';
import type { Analysis, Article, Claim, Directive, Quote, Section, SourcedQuantity, Span } from '../types.ts';
import type { Tally } from './genre.ts';
import { numbered, Ordinals } from './identity.ts';
import type { Judge } from './judge.ts';
import type { Local } from './local.ts';
import type { LocalClaim, ParagraphResult } from './paragraphResult.ts';
import type { Split } from './split.ts';

const NO_DIRECTIVES: readonly Directive[] = [];

/** What the next analysis of the same article goes on from. */
export interface Standing {
  readonly split: Split;
  /** The prose paragraphs in document order, each by itself. */
  readonly locals: readonly Local[];
  readonly tally: Tally;
  readonly cast: Cast;
  readonly reach: SourceReach;
  readonly judge: Judge;
  /** How many paragraphs were judged without words because the segmenter was not loaded. */
  readonly provisional: number;
}

/** The analysis of an article: paragraphs with offsets of their own, put together only when somebody asks. */
export class ArticleAnalysis implements Analysis {
  readonly article: Article;
  readonly date: string | null;
  readonly provisional: boolean;
  readonly standing: Standing;
  /** The prose paragraphs, judged. */
  readonly results: readonly ParagraphResult[];
  private claimList: readonly Claim[] | undefined;
  private quantityList: readonly SourcedQuantity[] | undefined;
  private quoteList: readonly Quote[] | undefined;
  private sectionList: readonly Section[] | undefined;
  private directiveList: readonly Directive[] | undefined;
  private raw: readonly RawDirective[] | undefined;

  constructor(article: Article, date: string | null, standing: Standing, results: readonly ParagraphResult[]) {
    this.article = article;
    this.date = date;
    this.provisional = standing.provisional > 0;
    this.standing = standing;
    this.results = results;
  }

  /** Where a paragraph begins in the article. */
  startOf(index: number): number {
    const { starts, prose } = this.standing.split;
    return starts[prose[index]!]!;
  }

  /** The inline comments, before it is known what they suppress. */
  get rawDirectives(): readonly RawDirective[] {
    const { tree } = this.standing.split;
    this.raw ??= findDirectives(this.article.text, tree === null ? undefined : (at) => isCode(tree, at));
    return this.raw;
  }

  get claims(): readonly Claim[] {
    this.claimList ??= this.assemble();
    return this.claimList;
  }

  get directives(): readonly Directive[] {
    // Which comments are of use is known only when all claims are put together: not for those that an article does not have.
    if (this.rawDirectives.length === 0) return NO_DIRECTIVES;
    if (this.directiveList === undefined) this.claimList = this.assemble();
    return this.directiveList!;
  }

  get quantities(): readonly SourcedQuantity[] {
    this.quantityList ??= this.list();
    return this.quantityList;
  }

  get quotes(): readonly Quote[] {
    this.quoteList ??= this.results.flatMap((r, i) => r.quotes.map((q) => ({ ...this.absolute(i, q), speaker: q.speaker })));
    return this.quoteList;
  }

  get sections(): readonly Section[] {
    this.sectionList ??= sectionsOf(this.standing.split, this.article.text.length);
    return this.sectionList;
  }

  private absolute(index: number, span: Span): Span {
    return absolute(this.results[index]!.local.paragraph.block, this.startOf(index), span);
  }

  private list(): SourcedQuantity[] {
    const { text } = this.article;
    const { results } = this;
    const list: SourcedQuantity[] = [];
    const reach = this.standing.reach.all();
    for (let i = 0; i < results.length; i++) {
      for (const q of results[i]!.quantities) {
        const { start, end } = this.absolute(i, q);
        const at = q.source === 'reach' ? this.absolute(reach[i]!.paragraph, reach[i]!) : q.source && this.absolute(i, q.source);
        const { min, max, approx, kind, unit, currency } = q;
        const told = at && wholeCharacters(text, at);
        const source = told && { ...told, text: text.slice(told.start, told.end) };
        list.push({ start, end, text: text.slice(start, end), min, max, approx, kind, unit, currency, source });
      }
    }
    return list;
  }

  private assemble(): Claim[] {
    const { text } = this.article;
    const raw = this.rawDirectives;
    const suppress = suppressor(raw, text);
    const ordinals = new Ordinals();
    const claims: Claim[] = [];
    for (let i = 0; i < this.results.length; i++) {
      const r = this.results[i]!;
      if (r.claims.length === 0) continue;
      for (const known of placed(r, this.startOf(i), text)) {
        const nth = ordinals.next(known.id);
        const suppressed = raw.length === 0 ? null : suppress.by(known.code, known.start, known.end);
        if (nth === 1 && suppressed === null) claims.push(known);
        else claims.push({ ...known, id: numbered(known.id, nth), suppressed });
      }
    }
    this.directiveList = suppress.directives;
    return claims;
  }
}

/** A paragraph's claims before they are put in their places: the list stays as long as the paragraph and what it rests on does. */
export interface ClaimGroup {
  readonly claims: readonly LocalClaim[];
  /** Where the paragraph begins in the article. */
  readonly start: number;
  readonly block: Block;
}

/**
 * The claims by paragraph, for whoever needs only some of them or keeps what they made of them; their ids lack the ordinals that tell
 * equal ones apart.
 */
export function* claimGroups(analysis: ArticleAnalysis): Generator<ClaimGroup> {
  const { results } = analysis;
  for (let i = 0; i < results.length; i++) {
    const { claims, local } = results[i]!;
    if (claims.length > 0) yield { claims, start: analysis.startOf(i), block: local.paragraph.block };
  }
}

/** The analysis as the core made it, where nothing was laid over its claims and no comment suppresses any; else null. */
export function plainAnalysis(analysis: Analysis): ArticleAnalysis | null {
  const own = analysis instanceof ArticleAnalysis && !Object.hasOwn(analysis, 'claims');
  return own && analysis.rawDirectives.length === 0 ? analysis : null;
}

/** Claims of paragraphs as they last stood: by the paragraph's own, with where the paragraph began. */
const standing = new WeakMap<readonly LocalClaim[], { readonly start: number; readonly claims: readonly Claim[] }>();

/** A paragraph's claims in the article, but for ordinals and directives. An edit elsewhere leaves them or moves them along. */
function placed(r: ParagraphResult, start: number, text: string): readonly Claim[] {
  const known = standing.get(r.claims);
  if (known !== undefined && known.start === start) return known.claims;
  const claims =
    known === undefined
      ? r.claims.map((c) => claimIn(r.local.paragraph.block, start, c, text))
      : known.claims.map((c) => movedClaim(c, start - known.start));
  standing.set(r.claims, { start, claims });
  return claims;
}

function claimIn(block: Block, from: number, c: LocalClaim, text: string): Claim {
  const { start, end } = absolute(block, from, c);
  const { id, code, speaker, evidence } = c;
  const claim: { -readonly [K in keyof Claim]: Claim[K] } = {
    id,
    code,
    start,
    end,
    // Kept over edits: a copy, for a slice would keep this state of the article alive.
    text: detached(text.slice(start, end)),
    speaker,
    evidence,
    suppressed: null,
  };
  if (c.horizon !== undefined) claim.horizon = c.horizon;
  if (c.resolved !== undefined) claim.resolved = c.resolved;
  if (c.detail !== undefined) claim.detail = c.detail;
  if (c.quantity === undefined) return claim;
  const span = absolute(block, from, c.quantity);
  claim.quantity = { ...c.quantity, start: span.start, end: span.end, text: detached(text.slice(span.start, span.end)) };
  return claim;
}

function movedClaim(claim: Claim, by: number): Claim {
  const moved = { ...claim, start: claim.start + by, end: claim.end + by };
  const { quantity } = claim;
  if (!quantity) return moved;
  return { ...moved, quantity: { ...quantity, start: quantity.start + by, end: quantity.end + by } };
}

/** A span of a block's prose as a span of the article, in which the block begins at `from`. */
export function absolute(block: Block, from: number, span: Span): Span {
  const start = from + rawStart(block, span.start);
  return { start, end: span.end > span.start ? from + rawEnd(block, span.end) : start };
}

function suppressor(raw: readonly RawDirective[], text: string) {
  const directives: Directive[] = raw.map((d) => ({ ...d, used: false }));
  const find = suppression(raw, text);
  return {
    directives,
    by(code: string, start: number, end: number): Claim['suppressed'] {
      const directive = directives[find(code, { start, end })];
      if (directive === undefined) return null;
      directive.used = true;
      return { by: 'comment', reason: directive.reason };
    },
  };
}

function sectionsOf({ blocks, starts }: Split, length: number): Section[] {
  const heads: number[] = [];
  for (let i = 0; i < blocks.length; i++) if (blocks[i]!.kind === 'heading') heads.push(i);
  const ends: number[] = [];
  /** Headings behind, each of a higher rank than what stands between it and here. */
  const open: number[] = [];
  for (let i = heads.length - 1; i >= 0; i--) {
    const { level } = blocks[heads[i]!]!;
    while (open.length > 0 && blocks[open.at(-1)!]!.level > level) open.pop();
    ends[i] = open.length > 0 ? starts[open.at(-1)!]! : length;
    open.push(heads[i]!);
  }
  return heads.map((at, i) => {
    const { prose, level, length: own } = blocks[at]!;
    const start = starts[at]!;
    return { title: prose.trim(), level, heading: { start, end: start + own }, start, end: ends[i]! };
  });
}
