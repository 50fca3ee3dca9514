import { escapeHtml } from '../../../../common/html.ts';
import { CERTAINTIES, type Certainty } from '../../../../common/scorecard.ts';
import { t } from '../../features/messages.ts';
import type { Digest, Sourcing, Standing } from '../digest.ts';
import { addCounts, type FormatContext, NO_CLAIMS, type Summary } from '../format.ts';
import { summaryOf } from '../summary.ts';
import { prefixOf } from './article.ts';
import { certaintyChart, codesChart, numbersChart } from './charts/charts.ts';
import { type Placed, timeline } from './charts/timeline.ts';
import { sourcing, tiles } from './overview.ts';

/** What stands above several articles: the figures of all, their charts, and a table that leads to each. */
export function folderOverview(summary: Summary, context: FormatContext): string {
  const { locale, today } = context;
  const digests = summary.digests as readonly Digest[];
  const all = together(digests);
  const predictions = digests.flatMap((digest): Placed[] => {
    const prefix = prefixOf(digest.file, false);
    return digest.predictions.map((one) => ({ ...one, href: `#c${prefix}${one.n}`, date: digest.date, article: digest.title }));
  });
  return `<section class="overview">
<h1>${escapeHtml(t(locale, 'report.title'))}</h1>
<p class="meta">${escapeHtml(summaryOf(summary, locale))}</p>
${tiles(all, locale)}<section class="charts" aria-label="${escapeHtml(t(locale, 'report.figures'))}">
${codesChart(all, locale)}${numbersChart(all, locale)}${certaintyChart(all, locale)}${timeline(predictions, today, locale)}</section>
${table(digests, context)}</section>
`;
}

function together(digests: readonly Digest[]): Digest {
  const codes: Record<string, Standing> = {};
  const numbers: Partial<Record<string, Sourcing>> = {};
  const certainty: Record<string, Record<Certainty, number>> = {};
  for (const digest of digests) {
    for (const [code, { name, open, settled }] of Object.entries(digest.codes)) {
      const sum = codes[code] ?? { open: 0, settled: 0 };
      codes[code] = { name, open: sum.open + open, settled: sum.settled + settled };
    }
    for (const [kind, one] of Object.entries(digest.numbers)) numbers[kind] = sourcing({ money: one, other: numbers[kind] ?? NOTHING });
    for (const [speaker, row] of Object.entries(digest.certainty)) {
      const sum = certainty[speaker] ?? { absolute: 0, hedged: 0, plain: 0 };
      certainty[speaker] = sum;
      for (const kind of CERTAINTIES) sum[kind] += row[kind];
    }
  }
  return {
    file: '',
    title: '',
    date: null,
    characters: digests.reduce((n, one) => n + one.characters, 0),
    counts: digests.reduce((sum, one) => addCounts(sum, one.counts), NO_CLAIMS),
    codes,
    numbers,
    certainty,
    predictions: digests.flatMap((one) => one.predictions),
    reviewed: digests.reduce((sum, { reviewed }) => ({ done: sum.done + reviewed.done, total: sum.total + reviewed.total }), {
      done: 0,
      total: 0,
    }),
    orphans: digests.reduce((n, one) => n + one.orphans, 0),
  };
}

const NOTHING: Sourcing = { sourced: 0, unsourced: 0, other: 0 };

const COLUMNS = ['articles', 'date', 'problems', 'tinted', 'tileNumbers', 'tilePredictions', 'tileReviewed'] as const;

function table(digests: readonly Digest[], { locale }: FormatContext): string {
  if (digests.length === 0) return '';
  const rows = digests.map(({ file, title, date, counts, numbers, predictions, reviewed }) => {
    const { sourced, unsourced } = sourcing(numbers);
    const dated = predictions.filter(({ until }) => until !== null).length;
    const cells = [
      date ?? '–',
      `${counts.error + counts.warning + counts.information}`,
      `${counts.hint}`,
      share(sourced, sourced + unsourced),
      share(dated, predictions.length),
      share(reviewed.done, reviewed.total),
    ];
    const path = file === title ? '' : ` <small>${escapeHtml(file)}</small>`;
    const name = `<a href="#a${prefixOf(file, false)}">${escapeHtml(title)}</a>${path}`;
    return `<tr><th scope="row">${name}</th>${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>\n`;
  });
  const head = COLUMNS.map((column) => `<th scope="col">${escapeHtml(t(locale, `report.${column}`))}</th>`);
  return `<table class="articles"><thead><tr>${head.join('')}</tr></thead><tbody>\n${rows.join('')}</tbody></table>\n`;
}

function share(part: number, whole: number): string {
  return whole === 0 ? '–' : `${part} / ${whole}`;
}
