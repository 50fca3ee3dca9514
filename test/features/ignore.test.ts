import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { ignoreLine } from '../../server/src/features/ignore.ts';
import { linksOf } from '../../server/src/features/offeredSources.ts';

function ignored(text: string, at: string): string {
  const document = TextDocument.create('file:///a.md', 'markdown', 1, text);
  return TextDocument.applyEdits(document, [ignoreLine(document, text.indexOf(at), 'advice', 'markdown', '')]);
}

describe('ignoring a claim in Markdown', () => {
  it('puts the comment above a paragraph', () => {
    assert.equal(ignored('前文。\n\n建议买入。\n', '建议'), '前文。\n\n<!-- claimlens-disable-next-line advice -->\n建议买入。\n');
  });

  it('does not part it where a line of it has a comment already', () => {
    const text = '第一行。 <!-- claimlens-disable-line advice -->\n建议买入。\n';
    assert.ok(ignored(text, '建议').endsWith('建议买入。 <!-- claimlens-disable-line advice -->\n'));
  });

  it('takes the code into one that stands there already, with blanks or without', () => {
    const text = '<!--claimlens-disable-next-line prediction-->\n建议买入。\n';
    assert.equal(ignored(text, '建议'), '<!-- claimlens-disable-next-line prediction, advice -->\n建议买入。\n');
  });

  it('does not part a paragraph of several lines', () => {
    assert.equal(ignored('第一行，\n建议买入。\n', '建议'), '第一行，\n建议买入。 <!-- claimlens-disable-line advice -->\n');
  });
});

describe('ignoring a claim on a line that Markdown breaks hard', () => {
  const comment = '<!-- claimlens-disable-line advice -->';
  const cases: [before: string, after: string][] = [
    ['第一行，\n建议买入。  \n第三行。\n', `第一行，\n建议买入。 ${comment}  \n第三行。\n`],
    ['- 建议买入。   \n  第二行。\n', `- 建议买入。 ${comment}   \n  第二行。\n`],
    ['第一行，\r\n建议买入。\\\r\n第三行。\r\n', `第一行，\r\n建议买入。 ${comment}\\\r\n第三行。\r\n`],
    // A backslash that is escaped breaks nothing.
    ['第一行，\n建议买入\\\\\n第三行。\n', `第一行，\n建议买入\\\\ ${comment}\n第三行。\n`],
  ];
  for (const [before, after] of cases) it(JSON.stringify(before), () => assert.equal(ignored(before, '建议'), after));
});

describe('links in text that was made to be slow', () => {
  it('are looked for in time', () => {
    const started = performance.now();
    for (const piece of ['![', '![](', '[![']) assert.ok(linksOf(piece.repeat(100_000)).length <= 3);
    assert.ok(performance.now() - started < 5000);
  });
});

describe('links that are offered as sources', () => {
  it('are no pictures', () => {
    const text =
      '![图](https://cdn.example/1.png)\n![图](https://cdn.example/2.png)\n[协会年报](https://example.org/a) https://example.org/b';
    assert.deepEqual(linksOf(text), [{ url: 'https://example.org/a', citation: '协会年报' }, { url: 'https://example.org/b' }]);
  });
});
