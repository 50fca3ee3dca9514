import type { Locale } from '../../../common/locale.ts';
import { outcomeName, statusName } from '../../../common/review.ts';
import { t } from '../features/messages.ts';
import type { ReportedClaim } from '../features/report.ts';
import type { Format } from './format.ts';
import { nameOf } from './name.ts';

const COLUMNS = [
  ...['file', 'line', 'column', 'severity', 'code', 'name', 'text', 'speaker', 'message', 'suppressed', 'id'],
  ...['due', 'status', 'reviewer', 'note', 'sources', 'outcome'],
] as const;

/** For spreadsheets: RFC 4180, one claim a row, with the mark without which Excel takes Chinese for something else. */
export const csv: Format = {
  begin: () => `\ufeff${COLUMNS.join(',')}\r\n`,
  file({ file, report }, { locale }) {
    return report.claims
      .map((claim) => {
        const { line, column, severity, code, text, speaker, message, suppressed, id } = claim;
        const ignored = suppressed ? suppressed.reason || t(locale, 'hover.suppressedPlain') : '';
        const name = nameOf(claim, locale);
        const cells = [file, `${line}`, `${column}`, severity, code, name, text, speaker ?? '', message, ignored, id];
        return `${[...cells, ...decided(claim, locale)].map(cell).join(',')}\r\n`;
      })
      .join('');
  },
};

/** By when a prediction must have come true, and what a reviewer said. */
function decided({ horizon, review }: ReportedClaim, locale: Locale): string[] {
  const { status, reviewer, note, sources = [], outcome } = review ?? {};
  return [
    horizon?.until ?? '',
    status ? statusName(status, locale) : '',
    reviewer ?? '',
    note ?? '',
    sources.map(({ citation, url }) => [citation, url].filter(Boolean).join(' ')).join('; '),
    outcome ? outcomeName(outcome.result, locale) : '',
  ];
}

/** Nothing from an article or a file's name may run: what a spreadsheet would take for a formula gets an apostrophe in front. */
function cell(text: string): string {
  const line = text.replace(/[\s\x00-\x1f]+/g, ' ');
  const tame = /^[\s'"]*[=+\-@|%\uff1d\uff0b\uff0d\uff20]/.test(line) ? `'${line}` : line;
  return /[",]|^\s|\s$|^'/.test(tame) ? `"${tame.replaceAll('"', '""')}"` : tame;
}
