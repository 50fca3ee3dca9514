import type { OfferedSource } from '../../../../common/protocol.ts';
import type { Format } from '../../core/index.ts';
import { excerpt, t } from '../messages.ts';
import { joined, linksOf } from '../offeredSources.ts';
import { escapeSnippet, type Fix, type FixContext, type FixEdit, placeholder } from './types.ts';

/** Recent sources offered beside the empty note and the article's own links: more would hide the other actions. */
const MOST_RECENT = 3;

/** Adds a source to a number: a footnote in Markdown, a note in brackets elsewhere; empty, an article's own link, or one used lately. */
export function sourceFixes(input: FixContext): Fix[] {
  const { text, locale, sources = [], write } = input;
  const open = write('待补');
  const empty: Fix = { key: 'source', title: t(locale, 'fix.source'), edits: note(input, open, placeholder(open)) };
  const links = linksOf(text);
  const offered = joined(links, sources).slice(0, links.length + MOST_RECENT);
  return [
    empty,
    ...offered.map((source, i) => {
      const cited = cite(source, input.analysis.article.format);
      return {
        key: `source${i}`,
        title: t(locale, 'fix.sourceLink', { title: excerpt(source.citation || source.url || '', 40) }),
        edits: note(input, cited, escapeSnippet(cited)),
      };
    }),
  ];
}

/** On one line, and nothing in it that would end the link early. */
function cite({ url, citation }: OfferedSource, format: Format): string {
  const words = citation?.replace(/\s+/g, ' ').trim() ?? '';
  if (!url) return words;
  if (format !== 'markdown') return words ? `${words} ${url}` : url;
  return words ? `[${words.replace(/[[\]]/g, '\\$&')}](${url})` : `<${url}>`;
}

function note({ text, analysis, claim, write }: FixContext, cited: string, citedSnippet: string): FixEdit[] {
  const from = write('来源：');
  const plain = from + cited;
  const snippet = from + citedSnippet;
  if (analysis.article.format !== 'markdown')
    return [{ start: claim.end, end: claim.end, text: write('（') + plain + write('）'), snippet: write('（') + snippet + write('）') }];
  const label = labelFor(text);
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

/** Of the text asked about last: editors ask with every move of the cursor. */
let last: { readonly text: string; readonly label: number } | undefined;

function labelFor(text: string): number {
  if (last?.text !== text) last = { text, label: nextLabel(text) };
  return last.label;
}

function nextLabel(text: string): number {
  let last = 0;
  for (const [, label] of text.matchAll(/\[\^(\d{1,4})\]/g)) last = Math.max(last, Number(label));
  return last + 1;
}
