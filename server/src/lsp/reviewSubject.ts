import type { ReviewArguments } from '../../../common/protocol.ts';
import { isCode } from '../config/severity.ts';
import { type Checked, spanOf } from '../features/context.ts';
import type { ReviewedClaim } from '../review/apply.ts';
import { type Subject, subjectOfClaim, subjectOfEntry } from '../review/carryOut.ts';
import type { OpenArticle } from './article.ts';

/** Null where there is no such claim or entry any more. */
export function subjectOf({ review }: OpenArticle, { analysis, document }: Checked, args: ReviewArguments): Subject | null {
  const placed = review.placed();
  if (args.range) {
    const at = spanOf(document, args.range);
    return args.code && isCode(args.code) && at.end > at.start ? { entry: null, at, code: args.code, others: [], marked: true } : null;
  }
  if (args.entry !== undefined) return subjectOfEntry(args.entry, analysis, placed);
  const claim: ReviewedClaim | undefined = analysis.claims.find(({ id }) => id === args.claim);
  return claim ? subjectOfClaim(claim, placed) : null;
}
