import type { Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import type { Locale } from '../../../common/locale.ts';
import type { Claim, Severity } from '../core/index.ts';
import { type Checked, rangeOf, severityOf } from './context.ts';
import { rulePage } from './links.ts';
import { messageOf } from './messages.ts';

export const SOURCE = 'claimlens';

const LEVEL: Record<Severity, DiagnosticSeverity> = { error: 1, warning: 2, information: 3, hint: 4 };

export interface ProblemOptions {
  readonly hints: boolean;
  readonly maximum: number;
}

/** The claims that an editor lists as problems, in document order: not ignored, not mere hints unless asked for. */
export function problems(checked: Checked, options: ProblemOptions): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const claim of checked.analysis.claims) {
    if (found.length >= options.maximum) break;
    if (claim.suppressed) continue;
    const severity = severityOf(checked, claim);
    if (severity === null || (severity === 'hint' && !options.hints)) continue;
    found.push({
      range: rangeOf(checked.document, claim),
      severity: LEVEL[severity],
      source: SOURCE,
      code: claim.code,
      codeDescription: { href: rulePage(claim.code) },
      message: cachedMessage(claim, checked.locale),
      data: { id: claim.id },
    });
  }
  return found;
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
