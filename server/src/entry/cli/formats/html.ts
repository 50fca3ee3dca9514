import { createHash } from 'node:crypto';
import { ruleOf } from '../../../config/custom/registry.ts';
import { rulePage } from '../../../features/links.ts';
import { ruleText, t } from '../../../features/messages.ts';
import type { ReportedClaim } from '../../../features/report.ts';
import type { FileResult, Format, FormatContext } from './format.ts';
import { STYLE } from './htmlStyle.ts';
import { summaryOf } from './summary.ts';

/** How much of the text around a claim is shown, in UTF-16 units. */
const AROUND = 40;

/** Nothing but our own style may be loaded or run, whatever an article contains. */
const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'`;

/** A page that stands by itself: no script, no request, readable on a phone, light and dark. */
export const html: Format = {
  begin(_single, { locale }) {
    const title = escapeHtml(t(locale, 'report.title'));
    return `<!doctype html>
<html lang="${locale === 'en' ? 'en' : 'zh-CN'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${title}</h1>
<main>
`;
  },
  file(result, context) {
    const { file, report } = result;
    const open = report.claims.filter(({ suppressed }) => !suppressed);
    const problems = open.filter(({ severity }) => severity !== 'hint');
    const list = (claims: readonly ReportedClaim[]) => `<ol>\n${claims.map((claim) => item(result, claim, context)).join('')}</ol>\n`;
    const folded = (key: 'report.hints' | 'report.ignored', claims: readonly ReportedClaim[]) =>
      claims.length === 0
        ? ''
        : `<details><summary>${escapeHtml(t(context.locale, key, { count: claims.length }))}</summary>\n${list(claims)}</details>\n`;
    return `<section>
<h2>${escapeHtml(file)}${report.date ? ` <time>${escapeHtml(report.date)}</time>` : ''}</h2>
${problems.length > 0 ? list(problems) : `<p>${escapeHtml(t(context.locale, 'report.clean'))}</p>\n`}${folded(
  'report.hints',
  open.filter(({ severity }) => severity === 'hint'),
)}${folded(
  'report.ignored',
  report.claims.filter(({ suppressed }) => suppressed),
)}</section>
`;
  },
  // Known only at the end, shown at the beginning: the style orders it there.
  end: (_single, summary, { locale }) => `</main>\n<p class="summary">${escapeHtml(summaryOf(summary, locale))}</p>\n</body>\n</html>\n`,
};

function item({ text }: FileResult, claim: ReportedClaim, { locale }: FormatContext): string {
  const { start, end, line, column, code, severity, suppressed } = claim;
  const name = escapeHtml(ruleText(ruleOf(code), locale).name);
  const before = clean(text.slice(border(text, start - AROUND), start));
  const after = clean(text.slice(end, border(text, end + AROUND)));
  const who = escapeHtml(claim.speaker ?? t(locale, 'symbol.author'));
  const reason = suppressed?.reason ? `<p>${escapeHtml(t(locale, 'hover.suppressed', { reason: suppressed.reason }))}</p>` : '';
  return `<li class="${severity}">
<p><b>${escapeHtml(t(locale, `severity.${severity}`))}</b> <a href="${rulePage(code)}">${name}</a> <small>${line}:${column} · ${who}</small></p>
<blockquote>${escapeHtml(before)}<mark>${escapeHtml(clean(claim.text))}</mark>${escapeHtml(after)}</blockquote>
<p>${escapeHtml(claim.message)}</p>${reason}
</li>
`;
}

/** The nearest place within the text that does not split a character. */
function border(text: string, at: number): number {
  const inside = Math.max(0, Math.min(text.length, at));
  return text.charCodeAt(inside) >> 10 === 0x37 ? inside + 1 : inside;
}

const clean = (text: string) => text.replace(/\s+/g, ' ');

function escapeHtml(text: string): string {
  return text.replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/g, '\ufffd').replace(/[&<>"'`]/g, (c) => `&#${c.charCodeAt(0)};`);
}
