import { escapeHtml } from '../../../../../common/html.ts';
import type { Locale } from '../../../../../common/locale.ts';
import { kindOf } from '../../../../../common/names.ts';
import { CERTAINTIES } from '../../../../../common/scorecard.ts';
import type { Code, QuantityKind } from '../../../core/index.ts';
import { rulePage } from '../../../features/links.ts';
import { t } from '../../../features/messages.ts';
import type { Digest, Sourcing } from '../../digest.ts';
import { type Bar, bars, legend } from './bars.ts';

/** Speakers and kinds of numbers beyond these are few in number and count together. */
const MOST_ROWS = 8;

/** `shape`: `tall` stands beside two others, `wide` under two. */
export function chart(title: string, content: string, shape: 'tall' | 'wide' | '' = ''): string {
  return `<figure class="${`chart ${shape}`.trim()}"><figcaption>${escapeHtml(title)}</figcaption>\n${content}</figure>\n`;
}

/** Claims by pattern, the most frequent first: those that stand, and those that were settled. */
export function codesChart({ codes }: Digest, locale: Locale): string {
  const settled = Object.values(codes).some((one) => one.settled > 0);
  const rows = Object.entries(codes)
    .sort(([, a], [, b]) => b.open + b.settled - (a.open + a.settled))
    .map(([code, { name, open, settled: done }]): Bar => {
      return {
        label: name,
        href: rulePage(code as Code),
        parts: [
          { value: open, kind: `k-${kindOf(code)}`, name: t(locale, 'report.open') },
          { value: done, kind: 'settled', name: t(locale, 'report.settled') },
        ],
      };
    });
  const title = t(locale, 'report.byCode');
  if (rows.length === 0) return chart(title, `<p class="none">${escapeHtml(t(locale, 'report.noClaims'))}</p>\n`, 'tall');
  return chart(title, bars(rows, title) + (settled ? legend([{ kind: 'settled', name: t(locale, 'report.settled') }]) : ''), 'tall');
}

/** Numbers by what they count, and whether anybody says where they come from. */
export function numbersChart({ numbers }: Digest, locale: Locale): string {
  const title = t(locale, 'report.numbers');
  const kinds = Object.entries(numbers) as [QuantityKind, Sourcing][];
  if (kinds.length === 0) return chart(title, `<p class="none">${escapeHtml(t(locale, 'report.noNumbers'))}</p>\n`);
  const names = { sourced: t(locale, 'report.sourced'), unsourced: t(locale, 'report.unsourced'), other: t(locale, 'report.needsNone') };
  const bar = (label: string, { sourced, unsourced, other }: Sourcing): Bar => ({
    label,
    parts: [
      { value: sourced, kind: 'good', name: names.sourced },
      { value: unsourced, kind: 'bad', name: names.unsourced },
      { value: other, kind: 'neutral', name: names.other },
    ],
    value: `${sourced} / ${sourced + unsourced}`,
  });
  const asked = kinds.sort(([, a], [, b]) => sum(b) - sum(a));
  const rows = asked.slice(0, MOST_ROWS).map(([kind, one]) => bar(t(locale, `quantity.${kind}`), one));
  const note = `<p class="aside">${escapeHtml(t(locale, 'report.numbersNote'))}</p>\n`;
  return chart(
    title,
    bars(rows, title) +
      legend([
        { kind: 'good', name: names.sourced },
        { kind: 'bad', name: names.unsourced },
        { kind: 'neutral', name: names.other },
      ]) +
      note,
  );
}

/** How sure of themselves the predictions of each speaker sound. */
export function certaintyChart({ certainty }: Digest, locale: Locale): string {
  const title = t(locale, 'report.certainty');
  const speakers = Object.entries(certainty).sort(([, a], [, b]) => total(b) - total(a));
  if (speakers.length === 0) return chart(title, `<p class="none">${escapeHtml(t(locale, 'report.noPredictions'))}</p>\n`);
  const parts = (row: Readonly<Record<string, number>>) =>
    CERTAINTIES.map((kind) => ({ value: row[kind] ?? 0, kind: `certainty-${kind}`, name: t(locale, `report.${kind}`) }));
  const rows = speakers
    .slice(0, MOST_ROWS)
    .map(([speaker, row]): Bar => ({ label: speaker || t(locale, 'symbol.author'), parts: parts(row) }));
  const rest = speakers.slice(MOST_ROWS).map(([, row]) => row);
  if (rest.length > 0) {
    const added = Object.fromEntries(CERTAINTIES.map((kind) => [kind, rest.reduce((n, row) => n + row[kind], 0)]));
    rows.push({ label: t(locale, 'report.others', { count: rest.length }), parts: parts(added) });
  }
  return chart(title, bars(rows, title) + legend(parts({})));
}

function sum({ sourced, unsourced, other }: Sourcing): number {
  return sourced + unsourced + other;
}

function total(row: Readonly<Record<string, number>>): number {
  return Object.values(row).reduce((n, value) => n + value, 0);
}
