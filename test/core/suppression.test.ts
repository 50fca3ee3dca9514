import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findDirectives, isDirectiveLine, reachOf } from '../../server/src/core/text/directives.ts';
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
          const first = reachOf(directives, text).find(({ start, end, by }) => {
            const { codes, kind } = directives[by]!;
            // On a line counts where a claim begins.
            const last = kind.endsWith('line') ? claim.start : claim.end;
            return start <= claim.start && last <= end && (codes.length === 0 || codes.includes(code));
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
});
