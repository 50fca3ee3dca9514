import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createAnalyzer } from '../../server/src/core/analyze.ts';
import { findDirectives, idleEnables, isDirectiveLine, reachOf } from '../../server/src/core/text/directives.ts';
import { suppression } from '../../server/src/core/text/suppression.ts';

const piece = fc.constantFrom(
  ...['disable', 'disable-line', 'disable-next-line', 'disable-file', 'enable'].flatMap((kind) =>
    ['', ' a', ' b', ' a, b', ' c: 理由'].map((rest) => `<!-- claimlens-${kind}${rest} -->`),
  ),
  '\n',
  '\n\n',
  ' \n',
  '收入3亿元。',
);

describe('inline comments', () => {
  it('ignore a claim by the first that reaches over it and names its code, found as if all were gone through', () => {
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 24 }),
        fc.constantFrom('a', 'b', 'c'),
        fc.nat(300),
        fc.nat(6),
        (pieces, code, at, length) => {
          const text = pieces.join('');
          const directives = findDirectives(text);
          const claim = { start: Math.min(at, text.length), end: Math.min(at + length, text.length) };
          const first = reachOf(
            directives,
            text,
          )(code).find(({ start, end, by }) => {
            // On a line counts where a claim begins.
            const last = directives[by]!.kind.endsWith('line') ? claim.start : claim.end;
            return start <= claim.start && last <= end;
          });
          assert.equal(suppression(directives, text)(code, claim), first?.by ?? -1);
        },
      ),
      { numRuns: 5000 },
    );
  });

  it('are known with blanks after the opening or without, on one line', () => {
    for (const [text, kinds] of [
      ['<!--claimlens-disable-line advice-->', ['disable-line']],
      ['<!--  \tclaimlens-disable-file -->', ['disable-file']],
      ['一<!--claimlens-disable-->二<!-- claimlens-enable -->', ['disable', 'enable']],
      ['<!--claimlens-disabled -->', []],
      ['<!-- 说 claimlens-disable -->', []],
      ['<! --claimlens-disable -->', []],
      ['<!--claimlens-disable', []],
    ] as const) {
      const found = findDirectives(text);
      assert.deepEqual(
        found.map(({ kind }) => kind),
        kinds,
        text,
      );
      for (const { start, end } of found) assert.match(text.slice(start, end), /^<!--.*-->$/);
    }
    assert.ok(isDirectiveLine('<!--claimlens-disable-line advice-->') && !isDirectiveLine('<!--claimlens-disable-line--> 文'));
  });

  it('read full-width colons and commas', () => {
    const found = findDirectives('<!-- claimlens-disable-next-line superlative，advice：原话 -->\n<!-- claimlens-disable-file：全文 -->');
    assert.deepEqual(
      found.map(({ kind, codes, reason }) => [kind, codes, reason]),
      [
        ['disable-next-line', ['superlative', 'advice'], '原话'],
        ['disable-file', [], '全文'],
      ],
    );
  });

  const KINDS: readonly (readonly [string, string, string])[] = [
    // What is written, the codes that are off behind it, the idle `enable`s by their place among the comments.
    ['disable', 'a b c', ''],
    ['disable/enable', '', ''],
    ['disable/enable a', 'b c', ''],
    ['disable a b/enable a', 'b', ''],
    ['disable a b/enable a/enable b', '', ''],
    ['disable a/enable a b', '', ''],
    ['disable/enable a/disable a', 'a b c', ''],
    ['disable/enable a/enable a', 'b c', '2'],
    ['disable a/enable', '', ''],
    ['disable a/enable b', 'a', '1'],
    ['disable a/disable/enable a', 'b c', ''],
    ['disable a/disable/enable', '', ''],
    ['disable a/disable/enable/enable', '', '3'],
    ['disable/enable nonsense', 'a b c', '1'],
    ['enable a', '', '0'],
  ];
  for (const [written, off, idle] of KINDS)
    it(`${written}: ${off ? `off: ${off}` : 'all on'}`, () => {
      const text = `${written
        .split('/')
        .map((body) => `<!-- claimlens-${body} -->`)
        .join('\n')}\n正文`;
      const directives = findDirectives(text);
      const find = suppression(directives, text);
      const claim = { start: text.length - 1, end: text.length };
      assert.equal(['a', 'b', 'c'].filter((code) => find(code, claim) >= 0).join(' '), off);
      assert.equal([...idleEnables(directives, (code) => code.length === 1)].join(' '), idle);
    });

  const COMMENT = '<!-- claimlens-disable-file -->';
  const PLACES: readonly (readonly [string, string, number])[] = [
    ['a block of its own', `${COMMENT}\n\n`, 1],
    ['a line’s end', `营收3亿元。${COMMENT}\n\n`, 1],
    ['a quotation', `> ${COMMENT}\n\n`, 1],
    ['fenced code', `\`\`\`markdown\n${COMMENT}\n\`\`\`\n\n`, 0],
    ['fenced code that ends with the article', `\`\`\`\n${COMMENT}\n`, 0],
    ['fenced code in a list', `- 写法:\n\n  ~~~\n  ${COMMENT}\n  ~~~\n\n`, 0],
    ['indented code', `写法:\n\n    ${COMMENT}\n\n`, 0],
    ['an indented line of a paragraph', `写法:\n    ${COMMENT}\n\n`, 1],
    ['inline code', `写\`${COMMENT}\`即可。\n\n`, 0],
    ['a heading’s inline code', `# \`\` ${COMMENT} \`\`\n\n`, 0],
    ['a table’s inline code', `| 写法 |\n|---|\n| \`${COMMENT}\` |\n\n`, 0],
    ['a backtick that nothing closes', `写\`${COMMENT}即可。\n\n`, 1],
    ['behind a comment in code that is left open', `\`<!-- claimlens-disable\`\n\n${COMMENT}\n\n`, 1],
  ];
  for (const [name, text, count] of PLACES)
    it(`${count ? 'hold' : 'are only shown'} in ${name}`, () => {
      const { directives } = createAnalyzer().analyze({ text: `${text}这家店一天能卖三千多杯。`, format: 'markdown' });
      assert.equal(directives.length, count);
    });

  it('stand in plain text as they are written, which has no code', () => {
    const { directives } = createAnalyzer().analyze({ text: `\`${COMMENT}\`\n这家店一天能卖三千多杯。`, format: 'plain' });
    assert.equal(directives.length, 1);
  });
});
