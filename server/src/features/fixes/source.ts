import { excerpt, t } from '../messages.ts';
import { escapeSnippet, type Fix, type FixEdit, type FixInput, placeholder } from './types.ts';

/** Links offered beside the empty note: more would hide the other actions. */
const OFFERED = 3;

interface Link {
  readonly title: string;
  readonly url: string;
}

/** Adds a source to a number: a footnote in Markdown, a note in brackets elsewhere; empty, or one of the article's own links. */
export function sourceFixes(input: FixInput): Fix[] {
  const { text, locale } = input;
  const empty: Fix = { key: 'source', title: t(locale, 'fix.source'), edits: note(input, '待补', `来源：${placeholder('待补')}`) };
  return [
    empty,
    ...ofArticle(text).links.map(({ title, url }, i) => {
      const cited =
        input.analysis.article.format === 'markdown' ? (title ? `[${title}](${url})` : `<${url}>`) : `${title}${title && ' '}${url}`;
      return {
        key: `source${i}`,
        title: t(locale, 'fix.sourceLink', { title: excerpt(title || url, 40) }),
        edits: note(input, cited, `来源：${escapeSnippet(cited)}`),
      };
    }),
  ];
}

function note({ text, analysis, claim }: FixInput, cited: string, snippet: string): FixEdit[] {
  const plain = `来源：${cited}`;
  if (analysis.article.format !== 'markdown')
    return [{ start: claim.end, end: claim.end, text: `（${plain}）`, snippet: `（${snippet}）` }];
  const label = ofArticle(text).label;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  // Footnotes stand together: one more goes under the last, the first is a block of its own.
  const tail = /\s*$/.exec(text)![0];
  const end = text.length - tail.length;
  const lastLine = text.slice(text.lastIndexOf('\n', end - 1) + 1, end);
  const gap = /^\[\^[^\]]+\]:/.test(lastLine) ? eol : eol + eol;
  return [
    { start: claim.end, end: claim.end, text: `[^${label}]` },
    { start: end, end: text.length, text: `${gap}[^${label}]: ${plain}${eol}`, snippet: `${gap}[^${label}]: ${snippet}${eol}` },
  ];
}

/** Of the text asked about last: editors ask with every move of the cursor, and an article may be long. */
let last: { readonly text: string; readonly label: number; readonly links: Link[] } | undefined;

function ofArticle(text: string) {
  if (last?.text !== text) last = { text, label: nextLabel(text), links: links(text) };
  return last;
}

function nextLabel(text: string): number {
  let last = 0;
  for (const [, label] of text.matchAll(/\[\^(\d{1,4})\]/g)) last = Math.max(last, Number(label));
  return last + 1;
}

/** The article's links in the order in which they stand, each once. */
function links(text: string): Link[] {
  const found = new Map<string, Link>();
  for (const m of text.matchAll(/(?<!!)\[([^\]\n]{1,80})\]\((https?:\/\/[^\s)]{1,400})\)|https?:\/\/[^\s<>()[\]（），。；、“”]{3,400}/g)) {
    const url = m[2] ?? m[0];
    if (!found.has(url)) found.set(url, { title: m[1] ?? '', url });
    if (found.size === OFFERED) break;
  }
  return [...found.values()];
}
