import assert from 'node:assert/strict';
import { findQuantities } from '../../server/src/core/extract/quantity/index.ts';
import { normalize } from '../../server/src/core/text/normalize.ts';

export type Row = [
  sentence: string,
  text: string,
  min: number,
  max: number,
  approx: string,
  kind: string,
  unit: string | null,
  currency: string | null,
];

/** A test that a sentence has one quantity, exactly so. */
export function check([sentence, text, min, max, approx, kind, unit, currency]: Row): void {
  it(`${sentence} → ${text}`, () => {
    const normal = normalize(sentence);
    const found = findQuantities(normal);
    const q = found.find((x) => x.text === normalize(text));
    assert.ok(q, `found only ${found.map((x) => x.text).join(' | ')}`);
    assert.equal(normal.slice(q.start, q.end), q.text);
    assert.deepEqual(
      { min: q.min, max: q.max, approx: q.approx, kind: q.kind, unit: q.unit, currency: q.currency },
      { min, max, approx, kind, unit, currency },
    );
  });
}

/** A test that a text has none. */
export function none(text: string): void {
  it(`nothing in ${text}`, () => {
    assert.deepEqual(
      findQuantities(normalize(text)).map((q) => q.text),
      [],
    );
  });
}
