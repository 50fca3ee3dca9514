import { ruleOf } from '../../../config/custom/registry.ts';
import { ruleText, t } from '../../../features/messages.ts';
import type { Format } from './format.ts';

const COLUMNS = ['file', 'line', 'column', 'severity', 'code', 'name', 'text', 'speaker', 'message', 'suppressed', 'id'] as const;

/** For spreadsheets: RFC 4180, one claim a row, with the mark without which Excel takes Chinese for something else. */
export const csv: Format = {
  begin: () => `\ufeff${COLUMNS.join(',')}\r\n`,
  file({ file, report }, { locale }) {
    return report.claims
      .map((claim) => {
        const { line, column, severity, code, text, speaker, message, suppressed, id } = claim;
        const ignored = suppressed ? suppressed.reason || t(locale, 'hover.suppressedPlain') : '';
        const name = ruleText(ruleOf(code), locale).name;
        const cells = [file, `${line}`, `${column}`, severity, code, name, text, speaker ?? '', message, ignored, id];
        return `${cells.map(cell).join(',')}\r\n`;
      })
      .join('');
  },
};

/** Nothing from an article or a file's name may run: what a spreadsheet would take for a formula gets an apostrophe in front. */
function cell(text: string): string {
  const line = text.replace(/[\s\x00-\x1f]+/g, ' ');
  const tame = /^[\s'"]*[=+\-@|%\uff1d\uff0b\uff0d\uff20]/.test(line) ? `'${line}` : line;
  return /[",]|^\s|\s$|^'/.test(tame) ? `"${tame.replaceAll('"', '""')}"` : tame;
}
