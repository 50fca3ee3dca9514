import { CLOSE_PAGE, escapeHtml, openPage } from '../../../../common/html.ts';
import type { Locale } from '../../../../common/locale.ts';
import { t } from '../../features/messages.ts';
import { readDay } from '../../features/readout.ts';
import { digestOf } from '../digest.ts';
import type { FileResult, Format, FormatContext } from '../format.ts';
import { titleOf } from '../title.ts';
import { articleSection } from './article.ts';
import { folderOverview } from './folder.ts';
import { STYLE, STYLE_HASH } from './style.generated.ts';

/**
 * A page that stands by itself: no script, no request, light and dark, for a screen, a phone and paper. With several articles
 * their parts are written as they come; what is known only at the end is put above them by the style.
 */
export const html: Format = {
  begin: (context) =>
    context.single ? '' : `${head(t(context.locale, 'report.title'), context.locale)}${brand(context)}<main class="many">\n`,
  file(result, context) {
    if (!context.single) return articleSection(result, context);
    const title = `${titleOf(result)} · ${t(context.locale, 'report.title')}`;
    return `${head(title, context.locale)}${articleBody(result, context)}${CLOSE_PAGE}`;
  },
  digest: (result, { single, locale }) => (single ? undefined : digestOf(result, locale)),
  end: (summary, context) => (context.single ? '' : `${folderOverview(summary, context)}</main>\n${footer(context)}${CLOSE_PAGE}`),
};

/** One article's report without the frame around it, as the editor's panel shows it. */
export function articleBody(result: FileResult, context: FormatContext): string {
  return `${brand(context)}<main>\n${articleSection(result, context)}</main>\n${footer(context)}`;
}

export function languageOf(locale: Locale): string {
  return locale === 'en' ? 'en' : 'zh-CN';
}

function head(title: string, locale: Locale): string {
  return openPage({ language: languageOf(locale), title, style: STYLE, policy: `style-src ${STYLE_HASH}` });
}

function brand({ locale, today }: FormatContext): string {
  return `<p class="brand"><b>${escapeHtml(t(locale, 'report.brand'))}</b> ${escapeHtml(t(locale, 'report.title'))} <span>${escapeHtml(readDay(today, locale))}</span></p>\n`;
}

function footer({ locale, version }: FormatContext): string {
  return `<footer><p>${escapeHtml(t(locale, 'report.footer', { version }))}</p></footer>\n`;
}
