import type { Range } from 'vscode-languageserver-types';
import type { Locale } from '../../../common/locale.ts';
import type { ReviewItem, ReviewResult } from '../../../common/protocol.ts';
import { isKnown, ruleOf } from '../config/custom/registry.ts';
import type { Span } from '../core/index.ts';
import { claimAt, isGone, type PlacedEntry, type ReviewedClaim, reviewOf } from '../review/apply.ts';
import { type ReviewEntry, reviewedWords } from '../review/model.ts';
import { type Checked, severityOf } from './context.ts';
import { ruleText } from './messages.ts';
import { progressOf } from './progress.ts';

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
): Omit<ReviewResult, 'sources'> {
  const { analysis, locale } = checked;
  const entries = placed.map(({ entry, at }): ReviewItem => {
    const claim = at && claimAt(analysis.claims, entry, at);
    return {
      ...reviewOf(entry, at, analysis.article.text, at !== null && (!claim || isGone(claim))),
      code: entry.code,
      name: nameOf(entry, locale),
      text: at ? analysis.article.text.slice(at.start, at.end) : reviewedWords(entry.target),
      range: at && rangeAt(at),
      claim: claim?.id ?? null,
    };
  });
  const claims = (analysis.claims as readonly ReviewedClaim[]).map((claim) => ({ ...claim, severity: severityOf(checked, claim) }));
  return { entries, problem, ...progressOf(claims) };
}
