import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextEdit } from 'vscode-languageserver-types';
import type { Code, Format } from '../core/index.ts';
import { COMMENT } from '../core/text/directives.ts';

/** Lines before which no comment may stand without breaking Markdown's block: lists, quotes, headings, tables, indented ones. */
const BLOCK_LINE = /^(\s+|[-*+>|#]|\d+[.)])/;
const NEXT_LINE = commentLine('disable-next-line');
const FILE_LINE = commentLine('disable-file');

/** A line that is such a comment: its codes, and its reason. */
function commentLine(kind: string): RegExp {
  return new RegExp(String.raw`^${COMMENT}${kind} ([^:\uff1a]*?)(\s*[:\uff1a].*)?\s*-->\s*$`);
}

function comment(kind: string, codes: string, reason: string): string {
  // What would end the comment early, or start a second line, has no place in it.
  const clean = reason.replace(/\s+/g, ' ').replace(/-->/g, '—>').trim();
  return `<!-- claimlens-${kind} ${codes}${clean ? `: ${clean}` : ''} -->`;
}

/** The edit that makes `code` be ignored on the line of `offset`, with the reason given (may be empty). */
export function ignoreLine(document: TextDocument, offset: number, code: Code, format: Format, reason: string): TextEdit {
  const { line } = document.positionAt(offset);
  const text = lineText(document, line);
  if (format === 'markdown' && (BLOCK_LINE.test(text) || continues(document, line))) {
    return atEnd(line, beforeBreak(text), comment('disable-line', code, reason));
  }
  const start = { line, character: 0 };
  // A comment that stands there already takes the code in, as long as it does not speak of another reason.
  const above = line > 0 ? NEXT_LINE.exec(lineText(document, line - 1)) : null;
  if (above?.[1] && !above[2] && !reason) {
    const range = { start: { line: line - 1, character: 0 }, end: { line: line - 1, character: lineText(document, line - 1).length } };
    return { range, newText: comment('disable-next-line', `${above[1].trim()}, ${code}`, '') };
  }
  if (above) return atEnd(line, format === 'markdown' ? beforeBreak(text) : text.length, comment('disable-line', code, reason));
  return { range: { start, end: start }, newText: `${comment('disable-next-line', code, reason)}${lineBreak(document)}` };
}

function atEnd(line: number, character: number, written: string): TextEdit {
  const end = { line, character };
  return { range: { start: end, end }, newText: ` ${written}` };
}

/** Where a line ends but for what breaks it hard in Markdown: two blanks or a backslash, which must stay its last. */
function beforeBreak(text: string): number {
  let end = text.length;
  while (end > 0 && (text[end - 1] === ' ' || text[end - 1] === '\t')) end--;
  if (end < text.length) return end;
  let slashes = 0;
  while (slashes < end && text[end - 1 - slashes] === '\\') slashes++;
  return slashes % 2 === 1 ? end - 1 : end;
}

/** Whether a line goes on with the paragraph above it, which a comment between them would end. */
function continues(document: TextDocument, line: number): boolean {
  const above = line > 0 ? lineText(document, line - 1) : '';
  const comment = above.trimEnd().endsWith('-->') && above.trimStart().indexOf('<!--') <= 0;
  return above.trim() !== '' && !comment && !/^\s*(?:#|---|\+\+\+|```|~~~)/.test(above);
}

/** The edit that switches a pattern off for the whole article: a comment at its head, after front matter. */
export function disableInFile(document: TextDocument, code: Code, format: Format): TextEdit {
  const line = format === 'markdown' ? afterFrontMatter(document) : 0;
  const text = lineText(document, line);
  const there = FILE_LINE.exec(text);
  if (there?.[1] && !there[2]) {
    const range = { start: { line, character: 0 }, end: { line, character: text.length } };
    return { range, newText: comment('disable-file', `${there[1].trim()}, ${code}`, '') };
  }
  const start = { line, character: 0 };
  const eol = lineBreak(document);
  // In Markdown a blank line keeps the comment a block of its own.
  return {
    range: { start, end: start },
    newText: `${comment('disable-file', code, '')}${eol}${format === 'markdown' && text.trim() !== '' ? eol : ''}`,
  };
}

function lineText(document: TextDocument, line: number): string {
  return document.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } }).replace(/[\r\n]+$/, '');
}

function lineBreak(document: TextDocument): string {
  return document.getText({ start: { line: 0, character: 0 }, end: { line: 1, character: 0 } }).endsWith('\r\n') ? '\r\n' : '\n';
}

function afterFrontMatter(document: TextDocument): number {
  if (
    lineText(document, 0)
      .replace(/^\ufeff/, '')
      .trimEnd() !== '---'
  )
    return 0;
  for (let line = 1; line < document.lineCount; line++) {
    const text = lineText(document, line).trimEnd();
    if (text === '---' || text === '...') return line + 1;
  }
  return 0;
}
