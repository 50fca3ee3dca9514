import assert from 'node:assert/strict';
import { findQuantities } from '../../../server/src/core/extract/quantity/index.ts';
import { findTimes, resolveTime } from '../../../server/src/core/extract/time/index.ts';
import { normalize } from '../../../server/src/core/index.ts';
import type { Attack } from '../lib/attack.ts';
import { checkSpan } from '../lib/checks.ts';
import { Pace, timed } from '../lib/pace.ts';
import type { Random } from '../lib/random.ts';
import { anyText, articles, shrunk } from '../lib/texts.ts';

/** What numbers and times are written with. */
const SIGNS = [
  ...'零〇一二两三十廿百千万亿兆半几数0123456789０９.,，%％‰‱-–~～至到多余来约近超过无上下前后内间元年月日号周礼拜时分秒季度旬世纪个倍成折点之第分分之几又从由增减翻跌涨(): 、。/年￥$€'.match(
    /./gu,
  )!,
  '百分之',
  '美元',
  '去年',
  '个百分点',
  '翻番',
  '季度',
  'US$',
  'A1',
  '未来',
  '以上',
  '2024-02-30',
  '1e9',
  '+86',
  '十五五',
  '「',
  '\ud800',
  '\u200b',
  '\n',
]; // prettier-ignore

/** The readers of quantities and of times on any string. */
export const attack: Attack = {
  topic: 'text',
  run(trial) {
    const prose = normalize(articles().join(''));
    const pace = new Pace(read, (size) => prose.slice(5000, 5000 + size), [400, 1600], 60);
    const row = trial.row(
      'quantities and times of any string: no throw, no hang, in bounds, in order, numbers that are numbers, days in order',
    );
    for (const _ of trial.times(2000, 250_000)) {
      const text = normalize(trial.random.oneIn(4) ? anyText(trial.random) : signs(trial.random));
      row.holdNow(
        () => {
          const took = timed(() => read(text));
          pace.check(text.length, took, () => read(text));
        },
        () => JSON.stringify(shrunk(text, fails)),
      );
    }
    row.note(pace.tell());
  },
};

function signs(random: Random): string {
  let text = '';
  for (let n = random.between(1, 40); n > 0; n--) text += random.pick(SIGNS);
  return text;
}

const DAYS = ['2024-02-29', '1999-12-31', '0001-01-01', '9999-12-31'];

function read(text: string): void {
  const quantities = findQuantities(text);
  const times = findTimes(text);
  for (const found of [quantities, times]) {
    let floor = 0;
    for (const span of found) {
      checkSpan(text, span, 'span');
      assert.ok(span.start >= floor && span.end > span.start, 'out of order');
      assert.equal(text.slice(span.start, span.end), span.text);
      floor = span.end;
    }
  }
  for (const q of quantities) assert.ok(q.min <= q.max && Number.isFinite(q.min) && Number.isFinite(q.max), JSON.stringify(q));
  for (const { start, end, bare, value } of times) {
    assert.ok(bare.start >= start && bare.end <= end && bare.end > bare.start, 'bare');
    for (const day of DAYS) {
      const days = resolveTime(value, day);
      for (const one of [days?.from, days?.until]) assert.ok(one == null || /^\d{4}-\d\d-\d\d$/.test(one), `${one} is no day`);
      if (days?.from != null && days.until != null) assert.ok(days.from <= days.until, JSON.stringify([value, days]));
    }
  }
}

function fails(text: string): boolean {
  try {
    read(text);
    return false;
  } catch {
    return true;
  }
}
