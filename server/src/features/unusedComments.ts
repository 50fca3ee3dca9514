import type { CodeAction, CodeActionContext, Diagnostic, Range } from 'vscode-languageserver-types';
import { isShipped } from '../config/custom/registry.ts';
import type { Directive } from '../core/index.ts';
import { idleEnables } from '../core/text/directives.ts';
import { type Checked, rangeOf, spanOf } from './context.ts';
import { SOURCE } from './diagnostics.ts';
import { CONFIGURATION_PAGE } from './links.ts';
import { t } from './messages.ts';

export const UNUSED = 'unused-comment';
/** LSP's tag for what may go: editors grey it out. */
const UNNECESSARY = 1;

/** Inline comments that ignore nothing: what they were for has gone, or their code is misspelt. */
export function unusedComments(checked: Checked, maximum: number): Diagnostic[] {
  return idle(checked)
    .slice(0, maximum)
    .map((directive) => ({
      range: rangeOf(checked.document, directive),
      severity: 3,
      source: SOURCE,
      code: UNUSED,
      codeDescription: { href: CONFIGURATION_PAGE },
      tags: [UNNECESSARY],
      message: idleMessage(checked, directive),
    }));
}

/** Takes such a comment away, with its line where it has one of its own. */
export function unusedActions(checked: Checked, range: Range, context: CodeActionContext): CodeAction[] {
  const span = spanOf(checked.document, range);
  const { document, locale } = checked;
  return idle(checked)
    .filter((directive) => directive.start <= span.end && span.start <= directive.end)
    .map((directive) => {
      const diagnostics = context.diagnostics.filter(
        ({ source, code, range: at }) => source === SOURCE && code === UNUSED && document.offsetAt(at.start) === directive.start,
      );
      return {
        title: t(locale, 'action.removeComment'),
        kind: 'quickfix',
        isPreferred: true,
        ...(diagnostics.length > 0 ? { diagnostics } : {}),
        edit: { changes: { [document.uri]: [{ range: removed(checked, directive), newText: '' }] } },
      };
    });
}

/** Comments that ignore nothing. */
export function idle({ analysis, severities }: Pick<Checked, 'analysis' | 'severities'>): Directive[] {
  // While words are missing, claims are too.
  if (analysis.provisional) return [];
  const { directives } = analysis;
  const enables = idleEnables(directives, (code) => isShipped(code) || code in severities);
  return directives.filter((directive, i) => {
    if (directive.kind === 'enable') return enables.has(i);
    if (directive.used) return false;
    // What is switched off was not looked for: whether the comment is needed, nobody knows.
    return directive.codes.length === 0 || !directive.codes.every((code) => severities[code] === 'off');
  });
}

export function idleMessage({ severities, locale }: Pick<Checked, 'severities' | 'locale'>, { codes }: Directive): string {
  const unknown = codes.find((code) => !isShipped(code) && !(code in severities));
  return unknown === undefined ? t(locale, 'problem.unusedComment') : t(locale, 'config.unknownCode', { code: unknown });
}

function removed({ document }: Checked, { start, end }: Directive): Range {
  const text = document.getText();
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const newline = text.indexOf('\n', end);
  const to = newline < 0 ? text.length : newline + 1;
  const alone = (text.slice(from, start) + text.slice(end, to)).trim() === '';
  return rangeOf(document, alone ? { start: from, end: to } : { start: text[start - 1] === ' ' ? start - 1 : start, end });
}
