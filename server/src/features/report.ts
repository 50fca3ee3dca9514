import type { Locale } from '../../../common/locale.ts';
import { isShipped, ruleOfClaim } from '../config/custom/registry.ts';
import type { Severities } from '../config/severity.ts';
import type { Analysis, Claim, Quote, Severity, SourcedQuantity } from '../core/index.ts';
import { facts, sourceFinder } from './claimItems.ts';
import { createLineIndex } from './lines.ts';
import { messageOf } from './messages.ts';

/** One claim of contract.md's JSON. */
export type ReportedClaim = ReturnType<typeof facts> & {
  line: number;
  column: number;
  severity: Severity;
  message: string;
  /** Of a custom rule, which no document describes. */
  name?: string;
};

/** The `json`/`jsonl` object without its `file` or `id`. */
export interface Report {
  date: string | null;
  claims: ReportedClaim[];
  quantities: readonly SourcedQuantity[];
  quotes: readonly Quote[];
}

export function report(analysis: Analysis, severities: Severities, locale: Locale): Report {
  const place = createLineIndex(analysis.article.text);
  const sourceOf = sourceFinder(analysis);
  const claims: ReportedClaim[] = [];
  for (const claim of analysis.claims) {
    const severity = severities[claim.code] ?? 'hint';
    if (severity === 'off') continue;
    const { id, code, start, end, text, ...rest } = facts(claim, sourceOf);
    claims.push({ id, code, start, end, ...place(start), text, severity, message: messageOf(claim, locale), ...named(claim), ...rest });
  }
  return { date: analysis.date, claims, quantities: analysis.quantities, quotes: analysis.quotes };
}

function named(claim: Claim): { name?: string } {
  return isShipped(claim.code) ? {} : { name: ruleOfClaim(claim).text.name };
}
