import type { Locale } from '../../../../common/locale.ts';
import type { Severities } from '../../config/severity.ts';
import type { Analysis } from '../../core/index.ts';
import { createLineIndex } from '../../features/lines.ts';
import { t } from '../../features/messages.ts';
import { idle, idleMessage } from '../../features/unusedComments.ts';

/** So many are named for an article; one who wrote more has seen what is wrong. */
const MOST = 20;

/** Comments that ignore nothing, as sentences with their places: the editor reports them, too. */
export function idleComments(path: string, analysis: Analysis, severities: Severities, locale: Locale): string[] {
  if (analysis.directives.length === 0) return [];
  const place = createLineIndex(analysis.article.text);
  return idle({ analysis, severities })
    .slice(0, MOST)
    .map((directive) =>
      t(locale, 'cli.idleComment', { path, ...place(directive.start), message: idleMessage({ severities, locale }, directive) }),
    );
}
