import type { Range } from 'vscode-languageserver-types';
import type { Locale } from '../../../common/locale.ts';
import type { ReviewItem, ReviewResult } from '../../../common/protocol.ts';
import { isKnown, ruleOf } from '../config/custom/registry.ts';
import type { Span } from '../core/index.ts';
import { claimAt, type PlacedEntry, type ReviewedClaim, reviewOf } from '../review/apply.ts';
import { type ReviewEntry, selectorsOf } from '../review/model.ts';
import { type Checked, severityOf } from './context.ts';
import { ruleText } from './messages.ts';

/** The pattern's name; its code where it is a rule that this project does not have. */
function nameOf({ code }: ReviewEntry, locale: Locale): string {
  return isKnown(code) ? ruleText(ruleOf(code), locale).name : code;
}

/** An article's review as clients show it: its entries in the order of the file, orphans among them, and how far it is. */
export function reviewResult(
  checked: Checked,
  placed: readonly PlacedEntry[],
  problem: string | null,
  rangeAt: (span: Span) => Range,
): ReviewResult {
  const { analysis, locale } = checked;
  const entries = placed.map(({ entry, at }): ReviewItem => {
    const claim = at && claimAt(analysis.claims, entry, at);
    return {
      ...reviewOf(entry, at, analysis.article.text),
      code: entry.code,
      name: nameOf(entry, locale),
      text: at ? analysis.article.text.slice(at.start, at.end) : selectorsOf(entry.target)[0].exact,
      range: at && rangeAt(at),
      claim: claim?.id ?? null,
    };
  });
  let done = 0;
  let total = 0;
  for (const claim of analysis.claims as readonly ReviewedClaim[]) {
    if (claim.suppressed?.by === 'comment') continue;
    const { review } = claim;
    // What is merely tinted asks for no decision, but counts where somebody has taken one.
    const severity = severityOf(checked, claim);
    if (!review && (severity === null || severity === 'hint')) continue;
    total++;
    if (review && review.status !== 'open' && review.changedFrom === null && review.others.length === 0) done++;
  }
  return { entries, problem, done, total };
}
