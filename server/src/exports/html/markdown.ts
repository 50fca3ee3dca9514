import type { SyntaxNode } from '@lezer/common';
import { parseMarkdown } from '../../core/text/markdown.ts';
import { inline } from './inline.ts';
import type { Marker } from './marks.ts';

/** A stretch of the article that has its claims beside it. */
export interface Row {
  /** Where it begins in the text. */
  readonly from: number;
  readonly html: string;
}

const HEADING = /^(?:ATX|Setext)Heading([1-6])$/;
/** What a reader of the article does not see. */
const HIDDEN = new Set([
  'CommentBlock',
  'ProcessingInstructionBlock',
  'LinkReference',
  'ListMark',
  'QuoteMark',
  'TaskMarker',
  'TableDelimiter',
]);

/** A Markdown article in rows: a paragraph, a heading, a list's item, a table each. `level` is that of the title above it. */
export function markdownRows(text: string, marker: Marker, level: number): Row[] {
  const tree = parseMarkdown(text);
  const rows: Row[] = [];
  const add = (node: SyntaxNode, html: string) => rows.push({ from: node.from, html: html + marker.rest(node.to) });
  const visit = (parent: SyntaxNode, open: string, close: string) => {
    for (let node = parent.firstChild; node; node = node.nextSibling) {
      if (HIDDEN.has(node.name) && !isFootnote(node, text)) continue;
      if (node.name === 'Blockquote') visit(node, `${open}<blockquote>`, `</blockquote>${close}`);
      else if (node.name === 'BulletList' || node.name === 'OrderedList') {
        let number = Number(/^\d{1,9}/.exec(text.slice(node.from, node.from + 9))?.[0] ?? 1);
        for (let item = node.firstChild; item; item = item.nextSibling) {
          if (item.name !== 'ListItem') continue;
          const list = node.name === 'OrderedList' ? [`<ol start="${number++}">`, '</ol>'] : ['<ul>', '</ul>'];
          add(item, `${open}${list[0]}${block(item, text, marker, level)}${list[1]}${close}`);
        }
      } else add(node, `${open}${block(node, text, marker, level)}${close}`);
    }
  };
  visit(tree.topNode, '', '');
  return rows;
}

/** `[^1]: 协会年报`: to the parser a link's address, to people a note. */
function isFootnote(node: SyntaxNode, text: string): boolean {
  return node.name === 'LinkReference' && text.startsWith('[^', node.from);
}

function block(node: SyntaxNode, text: string, marker: Marker, level: number): string {
  const { name } = node;
  const heading = HEADING.exec(name);
  if (heading) {
    const tag = `h${Math.min(6, level + Number(heading[1]))}`;
    return `<${tag}>${inline(node, text, marker)}</${tag}>`;
  }
  switch (name) {
    case 'LinkReference':
      return `<p>${marker.run(node.from, node.to)}</p>`;
    case 'Paragraph':
      return `<p>${inline(node, text, marker)}</p>`;
    case 'Task':
      return `<p>${/^\[[xX]\]/.test(text.slice(node.from, node.from + 3)) ? '☑' : '☐'} ${inline(node, text, marker)}</p>`;
    case 'ListItem':
      return `<li>${blocks(node, text, marker, level)}</li>`;
    case 'BulletList':
      return `<ul>${blocks(node, text, marker, level)}</ul>`;
    case 'OrderedList':
      return `<ol>${blocks(node, text, marker, level)}</ol>`;
    case 'Blockquote':
      return `<blockquote>${blocks(node, text, marker, level)}</blockquote>`;
    case 'HorizontalRule':
      return '<hr>';
    case 'FencedCode':
    case 'CodeBlock':
      return `<pre><code>${node
        .getChildren('CodeText')
        .map(({ from, to }) => marker.run(from, to))
        .join('\n')}</code></pre>`;
    case 'Table':
      return `<table>${row(node.getChild('TableHeader'), 'th', text, marker)}${node
        .getChildren('TableRow')
        .map((one) => row(one, 'td', text, marker))
        .join('')}</table>`;
    // HTML and whatever else there may be is shown as it is written.
    default:
      return `<pre class="raw">${marker.run(node.from, node.to)}</pre>`;
  }
}

function blocks(node: SyntaxNode, text: string, marker: Marker, level: number): string {
  let html = '';
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (!HIDDEN.has(child.name)) html += block(child, text, marker, level);
  }
  return html;
}

function row(node: SyntaxNode | null, tag: 'th' | 'td', text: string, marker: Marker): string {
  if (!node) return '';
  const cells = node.getChildren('TableCell').map((cell) => `<${tag}>${inline(cell, text, marker)}</${tag}>`);
  return `<tr>${cells.join('')}</tr>`;
}
