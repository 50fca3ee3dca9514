import { ruleOf } from '../../../config/custom/registry.ts';
import { rulePage } from '../../../features/links.ts';
import { escapeMarkdown } from '../../../features/markdown.ts';
import { ruleText, t } from '../../../features/messages.ts';
import type { Format } from './format.ts';
import { summaryOf } from './summary.ts';

/** For pull requests and notes: a table for each file; mere hints are counted only. */
export const markdown: Format = {
  begin: (_single, { locale }) => `# ${t(locale, 'report.title')}\n\n`,
  file({ file, report }, { locale }) {
    const shown = report.claims.filter(({ suppressed, severity }) => !suppressed && severity !== 'hint');
    if (shown.length === 0) return '';
    const head = ['place', 'severity', 'pattern', 'text', 'speaker', 'message'] as const;
    const rows = shown.map((claim) => [
      `${claim.line}:${claim.column}`,
      t(locale, `severity.${claim.severity}`),
      `[${escapeMarkdown(ruleText(ruleOf(claim.code), locale).name)}](${rulePage(claim.code)})`,
      escapeMarkdown(claim.text),
      escapeMarkdown(claim.speaker ?? t(locale, 'symbol.author')),
      escapeMarkdown(claim.message),
    ]);
    const table = [head.map((column) => t(locale, `report.${column}`)), head.map(() => '---'), ...rows];
    return `## ${escapeMarkdown(file)}\n\n${table.map((cells) => `| ${cells.join(' | ')} |\n`).join('')}\n`;
  },
  end: (_single, summary, { locale }) => `${summaryOf(summary, locale)}\n`,
};
