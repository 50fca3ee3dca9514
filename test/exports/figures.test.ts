import assert from 'node:assert/strict';
import { digestOf } from '../../server/src/exports/digest.ts';
import { timeline } from '../../server/src/exports/html/charts/timeline.ts';
import { titleOf } from '../../server/src/exports/title.ts';
import { certaintyOf } from '../../server/src/features/certainty.ts';
import { decision, resultOf } from './support/results.ts';

describe('figures of the report', () => {
  it('tell how sure a prediction sounds', () => {
    const sound = (text: string) => certaintyOf({ text, start: 0, end: text.length }, []);
    assert.equal(sound('房价一定会涨'), 'absolute');
    assert.equal(sound('房价不一定会涨'), 'hedged');
    assert.equal(sound('房价可能会涨'), 'hedged');
    assert.equal(sound('我认为房价必将上涨'), 'absolute');
    assert.equal(sound('房价明年会涨'), 'plain');
    assert.equal(sound('价格迟早会跌'), 'absolute');
  });

  it('count what the article holds', () => {
    const text =
      '两家门店接待了接近100万人次。据国家统计局数据，全国有3000家门店。\n\n预计到2026年底，收入会超过五亿元。明年房价一定会涨。';
    const digest = digestOf(resultOf(text, { date: '2024-02-22' }), 'zh-cn');
    assert.deepEqual(Object.keys(digest.codes).includes('unsourced-number'), true);
    const numbers = Object.values(digest.numbers);
    assert.ok(numbers.some(({ unsourced }) => unsourced > 0));
    assert.ok(numbers.some(({ sourced }) => sourced > 0));
    const [speaker] = Object.entries(digest.certainty);
    assert.equal(speaker?.[0], '');
    assert.equal(
      digest.predictions.length,
      Object.values(speaker![1]).reduce((a, b) => a + b),
    );
    assert.ok(digest.predictions.some(({ until }) => until === '2026-12-31'));
    assert.deepEqual(digest.reviewed.done, 0);
  });

  it('count a number as sourced once somebody has found its source', () => {
    const text = '这家公司两年来接待了接近100万人次。';
    const sourced = (entries: Parameters<typeof resultOf>[1]) => digestOf(resultOf(text, entries), 'zh-cn').numbers.count;
    assert.deepEqual(sourced({}), { sourced: 0, unsourced: 1, other: 0 });
    const entries = [decision(text, '接近100万人次', { status: 'sourced', sources: [{ citation: '年报' }] })];
    assert.deepEqual(sourced({ entries }), { sourced: 1, unsourced: 0, other: 0 });
  });

  it('say when predictions fall due, and what became of them', () => {
    const base = { text: '会涨', speaker: null, date: '2024-01-01', from: null };
    const drawn = timeline(
      [
        { ...base, n: 1, href: '#c1', until: '2024-06-30', outcome: null },
        { ...base, n: 2, href: '#c2', until: '2024-03-31', outcome: 'true' },
        { ...base, n: 3, href: '#c3', until: '2027-12-31', outcome: null },
        { ...base, n: 4, href: '#c4', until: null, outcome: null },
      ],
      '2025-01-01',
      'zh-cn',
    );
    const order = [...drawn.matchAll(/<b>(\d)<\/b>/g)].map(([, n]) => n);
    assert.deepEqual(order, ['2', '1', '3'], 'by the day');
    assert.match(drawn, /2024年3月31日 · 应验/);
    assert.match(drawn, /2024年6月30日 · 已到期，待定/);
    assert.match(drawn, /2027年12月31日 · 未到期/);
    assert.match(drawn, /没有期限的预测 1 个：<\/?|没有期限的预测 1 个： <a href="#c4"/);
    const places = [...drawn.matchAll(/<circle class="s-\w+" cx="([\d.]+)%"/g)].map(([, x]) => Number(x));
    assert.equal(places.length, 3);
    assert.ok(places[0]! < places[1]! && places[1]! < places[2]! && places[0]! >= 0 && places[2]! <= 100);
  });

  it('find the title that an article gives itself', () => {
    const title = (text: string, format: 'markdown' | 'plain' = 'markdown', file = '稿/a.md') => titleOf({ text, format, file });
    assert.equal(title('---\ntitle: "甲"\n---\n# 乙'), '甲');
    assert.equal(title('# 乙 #\n正文'), '乙');
    assert.equal(title('正文'), 'a.md');
    assert.equal(title('标题\n正文。', 'plain'), '标题');
    assert.equal(title('第一句话就是正文，没有标题。', 'plain', 'b.txt'), 'b.txt');
  });
});
