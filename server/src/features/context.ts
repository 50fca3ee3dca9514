import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from 'vscode-languageserver-types';
import type { Locale } from '../../../common/locale.ts';
import type { Severities } from '../config/severity.ts';
import type { Analysis, Claim, Lexicon, Severity, Span } from '../core/index.ts';

/** What every feature works from: an article that stands analysed in exactly this version of its document. */
export interface Checked {
  readonly document: TextDocument;
  readonly analysis: Analysis;
  readonly severities: Severities;
  readonly locale: Locale;
  /** What the project says of its world, such as who holds what. */
  readonly lexicon?: Lexicon;
}

export function rangeOf(document: TextDocument, span: Span): Range {
  return { start: document.positionAt(span.start), end: document.positionAt(span.end) };
}

/** The claim's severity; null where its rule is off. */
export function severityOf(checked: Checked, claim: Pick<Claim, 'code'>): Severity | null {
  const severity = checked.severities[claim.code] ?? 'hint';
  return severity === 'off' ? null : severity;
}

/** The claims that touch a span, in document order. */
export function claimsIn(checked: Checked, span: Span): Claim[] {
  return checked.analysis.claims.filter(
    (claim) => claim.start <= span.end && claim.end >= span.start && severityOf(checked, claim) !== null,
  );
}

export function spanOf(document: TextDocument, range: Range): Span {
  return { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
}
