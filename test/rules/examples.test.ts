import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { RULES } from '../../server/src/core/index.ts';
import { claimsIn, readMarks, writeMarks } from './examples.ts';
import { heldCodes, snapshotHeld } from './ready.ts';
import { renderSnapshot, SNAPSHOT } from './snapshot.ts';

describe('rule examples', () => {
  it('are written as the contract asks: marks in the bad ones, none in the good ones, no text twice', () => {
    for (const { code, examples } of RULES) {
      assert.ok(examples.bad.length >= 3 && examples.good.length >= 3, `${code} has too few examples`);
      for (const bad of examples.bad) assert.ok(readMarks(bad).spans.length > 0, `${code}: nothing is marked in ${bad}`);
      for (const good of examples.good) assert.equal(readMarks(good).spans.length, 0, `${code}: a mark in ${good}`);
      const texts = [...examples.bad, ...examples.good].map((example) => readMarks(example).text);
      assert.deepEqual(
        texts.filter((text, i) => texts.indexOf(text) !== i),
        [],
        code,
      );
    }
  });

  it('marks are read and written', () => {
    const example = '他说⟦一定会⟧涨，⟦不会⟧跌。';
    const { text, spans } = readMarks(example);
    assert.equal(text, '他说一定会涨，不会跌。');
    assert.equal(writeMarks(text, spans), example);
    for (const broken of ['⟦一', '一⟧', '⟦⟦一⟧⟧', '⟦⟧一']) assert.throws(() => readMarks(broken));
  });

  for (const { code, examples } of RULES) {
    it(`of ${code} hold`, function () {
      if (!heldCodes.includes(code)) this.skip();
      const wanted = [...examples.bad, ...examples.good];
      const found = wanted.map((example) => {
        const { text } = readMarks(example);
        return writeMarks(
          text,
          claimsIn(text).filter((claim) => claim.code === code),
        );
      });
      assert.deepEqual(found, wanted);
    });
  }

  it('give, all rules over all of them, what the snapshot says', function () {
    if (!snapshotHeld) this.skip();
    assert.ok(existsSync(SNAPSHOT), `${SNAPSHOT.pathname} is missing: npm run snapshot writes it`);
    assert.equal(readFileSync(SNAPSHOT, 'utf8'), renderSnapshot(), 'npm run snapshot writes it anew; look at what changed');
  });
});
