import type { ClaimItem } from '../../../common/protocol.ts';
import { ruleOfClaim } from '../config/custom/registry.ts';
import type { Analysis, Claim, Section, SourcedQuantity, Span } from '../core/index.ts';
import { isGone, type ReviewedClaim } from '../review/apply.ts';
import { type Checked, rangeOf, severityOf } from './context.ts';
import { cachedMessage } from './diagnostics.ts';
import { ruleText, t } from './messages.ts';

/** The claims as the client shows them, ignored ones among them. */
export function claimItems(checked: Checked): ClaimItem[] {
  const { analysis, locale } = checked;
  const sectionAt = sectionFinder(analysis.sections);
  const sourceOf = sourceFinder(analysis);
  const items: ClaimItem[] = [];
  for (const claim of analysis.claims) {
    const severity = severityOf(checked, claim);
    if (severity === null) continue;
    const range = rangeOf(checked.document, claim);
    items.push({
      ...facts(claim, sourceOf),
      name: ruleText(ruleOfClaim(claim), locale).name,
      line: range.start.line + 1,
      column: range.start.character + 1,
      range,
      severity,
      message: isGone(claim) ? t(locale, 'hover.reviewGone') : cachedMessage(claim, locale),
      section: sectionAt(claim.start)?.title ?? null,
    });
  }
  return items;
}

/** What the contract's JSON and the client's list share: the claim without the analysis' own evidence. */
export function facts(claim: Claim & Pick<ReviewedClaim, 'review'>, sourceOf: SourceFinder) {
  const { id, code, start, end, text, speaker, suppressed, review } = claim;
  return {
    id,
    code,
    start,
    end,
    text,
    speaker,
    ...(claim.horizon === undefined ? {} : { horizon: claim.horizon }),
    ...(claim.resolved === undefined ? {} : { resolved: claim.resolved }),
    ...(claim.quantity === undefined ? {} : { quantity: { ...claim.quantity, source: sourceOf(claim.quantity) } }),
    suppressed,
    ...(review === undefined ? {} : { review }),
  };
}

type SourceFinder = (quantity: Span) => SourcedQuantity['source'];

/** Answers what covers a claim's quantity; numbers that are asked about together end where the last of them does. */
export function sourceFinder(analysis: Pick<Analysis, 'quantities'>): SourceFinder {
  let sources: Map<number, SourcedQuantity['source']> | undefined;
  return ({ end }) => {
    sources ??= new Map(analysis.quantities.map((quantity) => [quantity.end, quantity.source]));
    return sources.get(end) ?? null;
  };
}

/** Answers the innermost section of ascending offsets in one walk: sections come in document order, children after their parent. */
function sectionFinder(sections: readonly Section[]): (offset: number) => Section | null {
  const open: Section[] = [];
  let next = 0;
  return (offset) => {
    while (next < sections.length && sections[next]!.start <= offset) open.push(sections[next++]!);
    while (open.length > 0 && open.at(-1)!.end <= offset) open.pop();
    return open.at(-1) ?? null;
  };
}
