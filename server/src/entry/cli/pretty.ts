import type { Severity } from '../../core/index.ts';
import type { Format, FormatContext } from '../../exports/format.ts';
import { summaryOf } from '../../exports/summary.ts';
import { t } from '../../features/messages.ts';

const COLOR: Record<Severity | 'file' | 'dim', string> = { error: '31', warning: '33', information: '36', hint: '2', file: '1', dim: '2' };

function paint(text: string, color: keyof typeof COLOR, context: FormatContext): string {
  return context.color ? `\x1b[${COLOR[color]}m${text}\x1b[0m` : text;
}

/** For people: problems by file with line and column; mere hints are counted only. */
export const pretty: Format = {
  file({ file, report }, context) {
    const shown = report.claims.filter((claim) => !claim.suppressed && claim.severity !== 'hint');
    if (shown.length === 0) return '';
    const places = shown.map(({ line, column }) => `${line}:${column}`);
    const width = Math.max(...places.map((place) => place.length));
    const lines = shown.map((claim, i) => {
      const place = paint(places[i]!.padStart(width), 'dim', context);
      const severity = paint(t(context.locale, `severity.${claim.severity}`), claim.severity, context);
      // What a file says must not drive the terminal.
      const message = claim.message.replace(/[\x00-\x1f\x7f-\x9f]/g, ' ');
      return `  ${place}  ${severity}  ${message}  ${paint(claim.code, 'dim', context)}\n`;
    });
    return `${paint(file, 'file', context)}\n${lines.join('')}\n`;
  },
  end: (summary, { locale }) => `${summaryOf(summary, locale)}\n`,
};
