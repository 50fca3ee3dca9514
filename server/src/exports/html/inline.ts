import type { SyntaxNode } from '@lezer/common';
import { escapeHtml } from '../../../../common/html.ts';
import { linkOut } from './links.ts';
import type { Marker } from './marks.ts';

/** Punctuation of the markup itself. */
const HIDDEN = new Set([
  'EmphasisMark',
  'StrikethroughMark',
  'LinkMark',
  'LinkTitle',
  'LinkLabel',
  'CodeMark',
  'HeaderMark',
  'QuoteMark',
  'TaskMarker',
  'Comment',
  'ProcessingInstruction',
]);
const ELEMENTS: Readonly<Record<string, string>> = { Emphasis: 'em', StrongEmphasis: 'strong', Strikethrough: 'del', InlineCode: 'code' };
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

/** The content of a paragraph, a heading or a cell as HTML. */
export function inline(parent: SyntaxNode, text: string, marker: Marker): string {
  let html = '';
  let at = parent.from;
  let rest = parent.to;
  // A heading's text begins behind its marks and the blank after them.
  const first = parent.firstChild;
  if (first?.name === 'HeaderMark' && first.from === at) at = skipBlank(text, first.to, rest);
  else if (first?.name === 'TaskMarker') at = skipBlank(text, first.to, rest);
  while (rest > at && /\s/.test(text[rest - 1]!)) rest--;
  for (let node = parent.firstChild; node; node = node.nextSibling) {
    if (node.to <= at) continue;
    if (node.from > at) html += marker.run(at, node.from);
    html += one(node, text, marker);
    at = Math.max(at, node.to);
  }
  return html + marker.run(at, rest);
}

function skipBlank(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && /\s/.test(text[at]!)) at++;
  return at;
}

function one(node: SyntaxNode, text: string, marker: Marker): string {
  const { name, from, to } = node;
  if (HIDDEN.has(name)) return '';
  const element = ELEMENTS[name];
  if (element) return `<${element}>${inline(node, text, marker)}</${element}>`;
  switch (name) {
    case 'Link': {
      const url = node.getChild('URL');
      // A footnote's mark, or a reference that leads nowhere: as it is written.
      if (!url) return marker.run(from, to);
      const inside = marker.held(() => label(node, url.from, text, marker));
      return linkOut(text.slice(url.from, url.to), inside);
    }
    case 'URL': {
      const inside = marker.held(() => marker.run(from, to));
      return linkOut(text.slice(from, to), inside);
    }
    case 'Autolink': {
      const url = node.getChild('URL');
      return url ? one(url, text, marker) : marker.run(from, to);
    }
    // Nothing is fetched: a picture is named, not shown.
    case 'Image': {
      const url = node.getChild('URL');
      return `<span class="image">${marker.held(() => (url ? label(node, url.from, text, marker) : marker.run(from, to)))}</span>`;
    }
    case 'Escape':
      return marker.run(from, to, text.slice(from + 1, to));
    case 'Entity':
      return marker.run(from, to, entity(text.slice(from, to)));
    case 'HardBreak':
      return '<br>';
    case 'HTMLTag':
      return /^<br\b/i.test(text.slice(from, to)) ? '<br>' : `<code class="raw">${escapeHtml(text.slice(from, to))}</code>`;
    default:
      return node.firstChild ? inline(node, text, marker) : marker.run(from, to);
  }
}

/** What stands between the brackets of a link. */
function label(node: SyntaxNode, until: number, text: string, marker: Marker): string {
  let html = '';
  let at = node.from;
  for (let child = node.firstChild; child && child.from < until; child = child.nextSibling) {
    if (child.name === 'LinkMark' && text[child.from] === ']') {
      html += marker.run(at, child.from);
      break;
    }
    if (child.from > at) html += marker.run(at, child.from);
    html += one(child, text, marker);
    at = child.to;
  }
  return html;
}

function entity(source: string): string {
  const named = ENTITIES[source.slice(1, -1)];
  if (named) return named;
  const code = /^&#(?:x([0-9a-f]+)|(\d+));$/i.exec(source);
  const point = code ? Number.parseInt(code[1] ?? code[2]!, code[1] ? 16 : 10) : Number.NaN;
  return point > 0 && point <= 0x10ffff && !(point >= 0xd800 && point < 0xe000) ? String.fromCodePoint(point) : source;
}
