import { statusName } from '../../../common/review.ts';
import { rulePage } from '../features/links.ts';
import { escapeMarkdown } from '../features/markdown.ts';
import { t } from '../features/messages.ts';
import type { Format } from './format.ts';
import { nameOf } from './name.ts';
import { summaryOf } from './summary.ts';

/** For pull requests and notes: a table for each file; mere hints are counted only. */
export const markdown: Format = {
  // Kept beside the articles it is none of them: the claims that it quotes are not found once more.
  begin: ({ locale }) => `# ${t(locale, 'report.title')}\n\n<!-- claimlens-disable-file -->\n\n`,
  file({ file, report }, { locale }) {
    const shown = report.claims.filter(({ suppressed, severity }) => !suppressed && severity !== 'hint');
    if (shown.length === 0) return '';
    // A column that would be empty in every row says nothing.
    const reviewed = shown.some(({ review }) => review);
    const head = ['place', 'severity', 'pattern', 'text', 'speaker', 'message', ...(reviewed ? (['status'] as const) : [])] as const;
    const rows = shown.map((claim) => [
      `${claim.line}:${claim.column}`,
      t(locale, `severity.${claim.severity}`),
      `[${escapeMarkdown(nameOf(claim, locale))}](${rulePage(claim.code)})`,
      escapeMarkdown(claim.text),
      escapeMarkdown(claim.speaker ?? t(locale, 'symbol.author')),
      escapeMarkdown(claim.message),
      ...(reviewed ? [escapeMarkdown(claim.review ? statusName(claim.review.status, locale) : '')] : []),
    ]);
    const table = [head.map((column) => t(locale, `report.${column}`)), head.map(() => '---'), ...rows];
    return `## ${escapeMarkdown(file)}\n\n${table.map((cells) => `| ${cells.join(' | ')} |\n`).join('')}\n`;
  },
  end: (summary, { locale }) => `${summaryOf(summary, locale)}\n`,
};
