import { identity, numbered, Ordinals } from '../../core/article/identity.ts';
import { splitOf } from '../../core/article/split.ts';
import type { Analysis, Analyzer, Claim, Code, Span } from '../../core/index.ts';
import { type Block, rawEnd, rawStart } from '../../core/text/blocks.ts';
import { suppression } from '../../core/text/suppression.ts';
import { extendedAnalyzer, withMore } from '../extended.ts';
import { createMatcher } from './matcher.ts';
import { register } from './registry.ts';
import type { CustomRule, Matcher } from './types.ts';

/** An analyzer that also finds what a project's own rules declare; its analyses stand where the core's do. */
export function withCustomRules(inner: Analyzer, rules: readonly CustomRule[]): Analyzer {
  const matchers: readonly Declared[] = rules.map((rule) => ({ rule, key: register(rule), match: createMatcher(rule) }));
  /** By prose: a paragraph that stays is not searched again. */
  let known = new Map<string, readonly Found[]>();

  return extendedAnalyzer(inner, (analysis) => {
    const next = new Map<string, readonly Found[]>();
    const own: Claim[] = [];
    const ordinals = new Ordinals();
    const speaker = speakerFinder(analysis);
    const { blocks, starts, prose } = splitOf(analysis);
    for (const at of prose) {
      const block = blocks[at]!;
      const found = known.get(block.prose) ?? next.get(block.prose) ?? search(block.prose, matchers);
      next.set(block.prose, found);
      for (const one of found) own.push(claimOf(analysis, block, starts[at]!, one, ordinals, speaker));
    }
    known = next;
    if (own.length === 0) return analysis;
    return withMore(analysis, suppress(analysis, own));
  });
}

interface Declared {
  readonly rule: CustomRule;
  readonly key: string;
  readonly match: Matcher;
}

interface Found extends Span, Pick<Declared, 'rule' | 'key'> {}

function search(prose: string, declared: readonly Declared[]): Found[] {
  return declared.flatMap(({ rule, key, match }) => match(prose).map((span) => ({ ...span, rule, key })));
}

type SpeakerFinder = (from: number, until: number) => string | null;

/** Who says a span: the first quotation around it. Asked for in the order of the text, it goes through the quotations once. */
function speakerFinder({ quotes }: Analysis): SpeakerFinder {
  let first = 0;
  return (from, until) => {
    while (first < quotes.length && quotes[first]!.end <= from) first++;
    for (let i = first; i < quotes.length && quotes[i]!.start <= from; i++) if (until <= quotes[i]!.end) return quotes[i]!.speaker;
    return null;
  };
}

function claimOf(
  analysis: Analysis,
  block: Block,
  at: number,
  { rule, key, start, end }: Found,
  ordinals: Ordinals,
  speaker: SpeakerFinder,
): Claim {
  const from = at + rawStart(block, start);
  const until = at + rawEnd(block, end);
  const text = analysis.article.text.slice(from, until);
  const base = identity(rule.code, block.prose, start, end);
  return {
    id: numbered(base, ordinals.next(base)),
    code: rule.code as Code,
    start: from,
    end: until,
    text,
    speaker: speaker(from, until),
    detail: { message: rule.message.replaceAll('{text}', text), rule: key },
    evidence: ['custom'],
    suppressed: null,
  };
}

/** The inline comments that name these claims' codes, or all. */
export function suppress({ directives, article }: Analysis, claims: readonly Claim[]): Claim[] {
  const find = suppression(directives, article.text);
  return claims.map((claim) => {
    const directive = directives[find(claim.code, claim)];
    if (!directive) return claim;
    directive.used = true;
    return { ...claim, suppressed: { by: 'comment' as const, reason: directive.reason } };
  });
}
