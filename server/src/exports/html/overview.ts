import { escapeHtml } from '../../../../common/html.ts';
import type { Locale } from '../../../../common/locale.ts';
import { t } from '../../features/messages.ts';
import type { Digest, Sourcing } from '../digest.ts';

/** The figures that a reader looks for first. */
export function tiles(digest: Digest, locale: Locale): string {
  const { counts, numbers, predictions, reviewed } = digest;
  const problems = counts.error + counts.warning + counts.information;
  const { sourced, unsourced } = sourcing(numbers);
  const dated = predictions.filter(({ until }) => until !== null).length;
  const share = (part: number, whole: number) => (whole === 0 ? '–' : `${part} / ${whole}`);
  return `<dl class="tiles">
${tile('claims', `${problems + counts.hint}`, t(locale, 'report.tileClaims'), t(locale, 'report.tileClaimsNote', { problems, hints: counts.hint }))}
${tile('numbers', share(sourced, sourced + unsourced), t(locale, 'report.tileNumbers'), rate(sourced, sourced + unsourced, locale))}
${tile('predictions', share(dated, predictions.length), t(locale, 'report.tilePredictions'), rate(dated, predictions.length, locale))}
${tile('reviewed', share(reviewed.done, reviewed.total), t(locale, 'report.tileReviewed'), rate(reviewed.done, reviewed.total, locale))}
</dl>
`;
}

function tile(kind: string, value: string, name: string, note: string): string {
  return `<div class="tile t-${kind}"><dt>${escapeHtml(name)}</dt><dd><b>${escapeHtml(value)}</b> <span>${escapeHtml(note)}</span></dd></div>`;
}

function rate(part: number, whole: number, locale: Locale): string {
  return whole === 0 ? t(locale, 'report.nothing') : `${Math.round((part / whole) * 100)}%`;
}

/** Numbers of every kind together. */
export function sourcing(numbers: Digest['numbers']): Sourcing {
  return Object.values(numbers).reduce(
    (a, b) => ({ sourced: a.sourced + b.sourced, unsourced: a.unsourced + b.unsourced, other: a.other + b.other }),
    { sourced: 0, unsourced: 0, other: 0 },
  );
}
