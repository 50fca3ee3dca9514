import { identity } from '../../core/article/identity.ts';
import { splitArticle } from '../../core/article/split.ts';
import type { Analysis, Analyzer, Claim, Code, Span } from '../../core/index.ts';
import { type Block, isProse, rawEnd, rawStart } from '../../core/text/blocks.ts';
import { reachOf } from '../../core/text/directives.ts';
import { createMatcher } from './matcher.ts';
import { register } from './registry.ts';
import type { CustomRule } from './types.ts';

/** An analyzer that also finds what a project's own rules declare; its analyses stand where the core's do. */
export function withCustomRules(inner: Analyzer, rules: readonly CustomRule[]): Analyzer {
  for (const rule of rules) register(rule);
  const matchers = rules.map((rule) => ({ rule, match: createMatcher(rule) }));
  const ofCore = new WeakMap<Analysis, Analysis>();
  /** By prose: a paragraph that stays is not searched again. */
  let known = new Map<string, readonly Found[]>();

  const extend = (analysis: Analysis): Analysis => {
    const next = new Map<string, readonly Found[]>();
    const { text, format } = analysis.article;
    const own: Claim[] = [];
    const ordinals = new Map<string, number>();
    for (const block of splitArticle({ text, format }, splitOf(analysis)).blocks) {
      if (!isProse(block)) continue;
      const found = known.get(block.prose) ?? next.get(block.prose) ?? search(block.prose, matchers);
      next.set(block.prose, found);
      for (const one of found) own.push(claimOf(analysis, block, one, ordinals));
    }
    known = next;
    if (own.length === 0) return analysis;
    const suppressed = suppress(analysis, own);
    const claims = [...analysis.claims, ...suppressed].sort((a, b) => a.start - b.start || a.end - b.end);
    const { article, date, quantities, quotes, sections, directives, provisional } = analysis;
    const extended: Analysis = { article, date, quantities, quotes, sections, directives, provisional, claims };
    ofCore.set(extended, analysis);
    return extended;
  };
  const core = (previous: Analysis | undefined) => previous && (ofCore.get(previous) ?? previous);
  return {
    analyze: (article, previous, change) => extend(inner.analyze(article, core(previous), change)),
    *slices(article, previous, change) {
      return extend(yield* inner.slices(article, core(previous), change));
    },
  };
}

interface Found extends Span {
  readonly rule: CustomRule;
}

function search(prose: string, matchers: readonly { rule: CustomRule; match: (text: string) => Span[] }[]): Found[] {
  return matchers.flatMap(({ rule, match }) => match(prose).map((span) => ({ ...span, rule })));
}

/** The core's own split of an article, where the analysis has it. */
function splitOf(analysis: Analysis) {
  return (analysis as { readonly split?: ReturnType<typeof splitArticle> }).split;
}

function claimOf(analysis: Analysis, block: Block, { rule, start, end }: Found, ordinals: Map<string, number>): Claim {
  const from = block.start + rawStart(block, start);
  const until = block.start + rawEnd(block, end);
  const base = identity(rule.code, block.prose, start, end);
  const nth = (ordinals.get(base) ?? 0) + 1;
  ordinals.set(base, nth);
  const text = analysis.article.text.slice(from, until);
  return {
    id: nth > 1 ? `${base}-${nth}` : base,
    code: rule.code as Code,
    start: from,
    end: until,
    text,
    speaker: analysis.quotes.find((quote) => quote.start <= from && until <= quote.end)?.speaker ?? null,
    detail: { message: rule.message.replaceAll('{text}', text) },
    evidence: ['custom'],
    suppressed: null,
  };
}

/** The inline comments that name these claims' codes, or all. */
export function suppress({ directives, article }: Analysis, claims: readonly Claim[]): Claim[] {
  const reach = reachOf(directives, article.text);
  return claims.map((claim) => {
    const by = reach.find((r) => {
      const { codes } = directives[r.by]!;
      return r.start <= claim.start && claim.end <= r.end && (codes.length === 0 || codes.includes(claim.code));
    });
    if (!by) return claim;
    const directive = directives[by.by]!;
    directive.used = true;
    return { ...claim, suppressed: { by: 'comment' as const, reason: directive.reason } };
  });
}
