import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnostic } from 'vscode-languageserver-types';
import type { Locale } from '../../../common/locale.ts';
import { parseConfig } from '../config/project.ts';
import { rangeOf } from './context.ts';
import { SOURCE } from './diagnostics.ts';
import { CONFIGURATION_PAGE } from './links.ts';
import { t } from './messages.ts';

/** What is wrong with an open `claimlens.config.json`. */
export function configProblems(document: TextDocument, locale: Locale): Diagnostic[] {
  return parseConfig(document.getText()).problems.map((problem) => ({
    range: rangeOf(document, problem),
    severity: 1,
    source: SOURCE,
    code: problem.key,
    codeDescription: { href: CONFIGURATION_PAGE },
    message: t(locale, problem.key, problem.values),
  }));
}
