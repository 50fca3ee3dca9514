import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findQuantities, toArabicNumber, writeNumber } from '../../server/src/core/extract/quantity/index.ts';
import { findTimes, resolveTime } from '../../server/src/core/extract/time/index.ts';
import { normalize } from '../../server/src/core/text/normalize.ts';

const piece = fc.constantFrom(
  ...'零一二两三十百千万亿半几数0123456789.,%-~到至多余来约近超过元年月日个家倍成点分之第周上下前后内(): 、。\n'.split(''),
  '百分之',
  '美元',
  '去年',
  '个百分点',
  '翻',
  '季度',
  'US$',
  'A1',
  '未来',
  '以上',
); // prettier-ignore
const near = fc.array(piece, { maxLength: 24 }).map((parts) => parts.join(''));
const any = fc.oneof(near, fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ unit: 'grapheme', maxLength: 60 }));

describe('quantities and times on any string', () => {
  it('never throw, stay in bounds, in order, apart', () => {
    fc.assert(
      fc.property(any, (raw) => {
        const text = normalize(raw);
        for (const found of [findQuantities(text), findTimes(text)]) {
          let floor = 0;
          for (const { start, end, text: said } of found) {
            assert.ok(start >= floor && end > start && end <= text.length);
            assert.equal(text.slice(start, end), said);
            floor = end;
          }
        }
        for (const q of findQuantities(text))
          assert.ok(q.min <= q.max && Number.isFinite(q.min) && Number.isFinite(q.max), JSON.stringify(q));
        for (const t of findTimes(text)) {
          assert.ok(t.bare.start >= t.start && t.bare.end <= t.end && t.bare.end > t.bare.start);
          const days = resolveTime(t.value, '2024-02-29');
          if (days?.from != null && days.until != null) assert.ok(days.from <= days.until, JSON.stringify([t, days]));
        }
      }),
      { numRuns: 5000 },
    );
  });

  it('find in two paragraphs what they find in each', () => {
    fc.assert(
      fc.property(near, near, (a, b) => {
        const [left, right] = [normalize(a.replaceAll('\n', '')), normalize(b.replaceAll('\n', ''))];
        const gap = '。\n\n';
        for (const find of [findQuantities, findTimes]) {
          const apart = [...find(left), ...find(right).map((x) => ({ ...x, start: x.start + left.length + gap.length }))];
          const together = find(left + gap + right);
          assert.deepEqual(
            together.map((x) => [x.start, x.text]),
            apart.map((x) => [x.start, x.text]),
          );
        }
      }),
      { numRuns: 3000 },
    );
  });
});

describe('written numbers', () => {
  it('come back exactly in every style', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }), fc.constantFrom('chinese', 'mixed', 'grouped'), (value, style) => {
        const written = writeNumber(value, style);
        assert.ok(written !== null);
        assert.equal(toArabicNumber(written), value, written);
      }),
      { numRuns: 3000 },
    );
  });
  it('come back with decimals', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10_000_000 }),
        fc.integer({ min: 1, max: 4 }),
        fc.constantFrom('chinese', 'mixed', 'grouped'),
        (n, places, style) => {
          const value = Number((n / 10 ** places).toFixed(places));
          const written = writeNumber(value, style);
          if (written !== null) assert.equal(toArabicNumber(written), value, written);
        },
      ),
    );
  });
});
