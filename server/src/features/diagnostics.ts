import type { Diagnostic, DiagnosticSeverity, Range } from 'vscode-languageserver-types';
import type { Locale } from '../../../common/locale.ts';
import { type Claim, type Code, claimGroups, plainAnalysis, type Severity } from '../core/index.ts';
import { type Checked, rangeOf, severityOf } from './context.ts';
import { rulePage } from './links.ts';
import { messageOf } from './messages.ts';
import { problemsByParagraph } from './paragraphProblems.ts';

export const SOURCE = 'claimlens';

const LEVEL: Record<Severity, DiagnosticSeverity> = { error: 1, warning: 2, information: 3, hint: 4 };

export interface ProblemOptions {
  readonly hints: boolean;
  readonly maximum: number;
}

/** The claims that an editor lists as problems, in document order: not ignored, not mere hints unless asked for. */
export function problems(checked: Checked, options: ProblemOptions): Diagnostic[] {
  const plain = plainAnalysis(checked.analysis);
  if (plain !== null) return problemsByParagraph(checked, claimGroups(plain), options);
  const found: Diagnostic[] = [];
  for (const claim of checked.analysis.claims) {
    if (found.length >= options.maximum) break;
    if (claim.suppressed) continue;
    const severity = shownAs(checked, claim.code, options);
    if (severity === null) continue;
    found.push(problemOf(claim, severity, rangeOf(checked.document, claim), cachedMessage(claim, checked.locale)));
  }
  return found;
}

/** The severity of a claim's problem; null where it is none. */
export function shownAs(checked: Checked, code: Code, { hints }: ProblemOptions): Severity | null {
  const severity = severityOf(checked, { code });
  return severity === 'hint' && !hints ? null : severity;
}

export function problemOf({ id, code }: Pick<Claim, 'id' | 'code'>, severity: Severity, range: Range, message: string): Diagnostic {
  return { range, severity: LEVEL[severity], source: SOURCE, code, codeDescription: { href: rulePage(code) }, message, data: { id } };
}

/** Messages by claim: unchanged claims keep theirs from keystroke to keystroke. */
const messages = new WeakMap<Claim, { locale: Locale; message: string }>();

export function cachedMessage(claim: Claim, locale: Locale): string {
  const known = messages.get(claim);
  if (known?.locale === locale) return known.message;
  const message = messageOf(claim, locale);
  messages.set(claim, { locale, message });
  return message;
}
