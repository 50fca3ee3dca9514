import { escapeHtml } from '../../../../common/html.ts';
import { KINDS, type Kind, kindName } from '../../../../common/names.ts';
import { isKnown, ruleOf } from '../../config/custom/registry.ts';
import { ruleText, t } from '../../features/messages.ts';
import { readDay } from '../../features/readout.ts';
import { reviewOf as reviewFactsOf } from '../../review/apply.ts';
import { selectorsOf } from '../../review/model.ts';
import { type Digest, digestOf } from '../digest.ts';
import type { FileResult, FormatContext } from '../format.ts';
import { apart } from '../reviewed.ts';
import { certaintyChart, codesChart, numbersChart } from './charts/charts.ts';
import { timeline } from './charts/timeline.ts';
import { markdownRows } from './markdown.ts';
import { Marker, type Numbered } from './marks.ts';
import { notes, reviewOf } from './notes.ts';
import { tiles } from './overview.ts';
import { plainRows } from './plain.ts';

/** What the ids of an article's claims begin with where there are several articles: a hash of its name. */
export function prefixOf(file: string, single: boolean): string {
  if (single) return '';
  let hash = 0x811c9dc5;
  for (let i = 0; i < file.length; i++) hash = Math.imul(hash ^ file.charCodeAt(i), 0x01000193);
  return `${(hash >>> 0).toString(36)}-`;
}

/** An article's part of the report: its figures, its charts where it stands alone, and the text with its claims beside it. */
export function articleSection(result: FileResult, context: FormatContext): string {
  const { locale, single, today } = context;
  const digest = digestOf(result, locale);
  const prefix = prefixOf(result.file, single);
  const charts = single
    ? `<section class="charts" aria-label="${escapeHtml(t(locale, 'report.figures'))}">
${codesChart(digest, locale)}${numbersChart(digest, locale)}${certaintyChart(digest, locale)}${timeline(
  digest.predictions.map((one) => ({ ...one, href: `#c${prefix}${one.n}`, date: digest.date })),
  today,
  locale,
)}</section>\n`
    : '';
  const tag = single ? 'h1' : 'h2';
  return `<article${single ? '' : ` id="a${prefix}"`}>
<header>
<${tag}>${escapeHtml(digest.title)}</${tag}>
<p class="meta">${metaOf(digest, context)}</p>
</header>
${tiles(digest, locale)}${charts}${textOf(result, digest, prefix, context)}${apartSection(result, context)}</article>
`;
}

function metaOf({ file, title, date, characters }: Digest, { locale }: FormatContext): string {
  const parts = [
    ...(file === title ? [] : [`<span class="file">${escapeHtml(file)}</span>`]),
    `<span>${escapeHtml(date ? readDay(date, locale) : t(locale, 'report.undatedArticle'))}</span>`,
    `<span>${escapeHtml(t(locale, 'report.characters', { count: characters }))}</span>`,
  ];
  return parts.join(' · ');
}

function textOf({ text, format, report }: FileResult, { title }: Digest, prefix: string, { locale, single }: FormatContext): string {
  const numbered = report.claims.map((claim, i): Numbered => ({ n: i + 1, claim }));
  const marker = new Marker(text, numbered, prefix);
  const rows = format === 'markdown' ? markdownRows(text, marker, single ? 1 : 2) : plainRows(text, marker);
  // A row's claims are those that begin before the next row does, so that none is lost between rows.
  let next = 0;
  const html = rows.map((row, i) => {
    const to = rows[i + 1]?.from ?? Number.POSITIVE_INFINITY;
    const first = next;
    while (next < numbered.length && numbered[next]!.claim.start < to) next++;
    const beside = numbered.slice(first, next);
    // The title stands above already.
    if (i === 0 && beside.length === 0 && row.html.replace(/<[^>]*>/g, '') === escapeHtml(title)) return '';
    return `<div class="row"><div class="text">${row.html}</div>
${notes(beside, { locale, date: report.date, prefix })}</div>\n`;
  });
  const name = escapeHtml(t(locale, 'report.article'));
  return `<section class="body" aria-label="${name}">
<div class="row head"><p class="side">${name}</p>${report.claims.length > 0 ? kinds(locale) : ''}</div>
${html.join('')}</section>
`;
}

/** What the colours in the text mean. */
function kinds(locale: FormatContext['locale']): string {
  const items = (Object.keys(KINDS) as Kind[]).map(
    (kind) => `<li><mark class="k-${kind} problem">${escapeHtml(kindName(kind, locale))}</mark></li>`,
  );
  return `<ul class="kinds">${items.join('')}<li><mark class="hint">${escapeHtml(t(locale, 'report.tinted'))}</mark></li></ul>`;
}

/** Reviews whose words the text does not have any more, or that are no claim now: never lost, never put to other words. */
function apartSection(result: FileResult, { locale }: FormatContext): string {
  const { text } = result;
  const rest = apart(result);
  if (rest.length === 0) return '';
  const items = rest.map(({ entry, at }) => {
    const name = isKnown(entry.code) ? ruleText(ruleOf(entry.code), locale).name : entry.code;
    const words = at ? text.slice(at.start, at.end) : selectorsOf(entry.target)[0].exact;
    const why = t(locale, at ? 'report.gone' : 'report.orphan');
    return `<li class="note"><p><b>${escapeHtml(name)}</b> <span class="who">${escapeHtml(why)}</span></p><blockquote>${escapeHtml(words)}</blockquote>${reviewOf(reviewFactsOf(entry, at, text), locale)}</li>\n`;
  });
  return `<section class="apart"><h2>${escapeHtml(t(locale, 'report.apart', { count: rest.length }))}</h2>
<ol class="notes">\n${items.join('')}</ol></section>
`;
}
