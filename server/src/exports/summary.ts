import type { Locale } from '../../../common/locale.ts';
import { t } from '../features/messages.ts';
import type { Summary } from './format.ts';

/** How many files and claims there were, as a sentence. */
export function summaryOf({ files, counts }: Summary, locale: Locale): string {
  const claims = counts.error + counts.warning + counts.information + counts.hint;
  const key = files === 0 ? 'cli.nothing' : claims === 0 ? 'cli.none' : 'cli.summary';
  return t(locale, key, { files, claims, ...counts });
}
