import assert from 'node:assert/strict';
import { createAnalyzer, inProse } from '../../server/src/core/index.ts';

describe('what is prose of an article', () => {
  const places = (text: string, word: string, format: 'markdown' | 'plain' = 'markdown'): boolean[] => {
    const analysis = createAnalyzer().analyze({ text, format });
    const found: boolean[] = [];
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
      found.push(inProse(analysis, { start: at, end: at + word.length }));
    return found;
  };

  it('is its words and those of links, not code and addresses', () => {
    const text = '先找到PMF，再写`PMF`，见[讲PMF的书](https://a.example/PMF)和 https://a.example/PMF 。\n\n```\nPMF\n```\n\n最后是PMF\n';
    assert.deepEqual(places(text, 'PMF'), [true, false, true, false, false, false, true]);
  });

  it('is what stands in tables and footnotes', () => {
    assert.deepEqual(places('看ROE[^1]\n\n| 指标 | 值 |\n|---|---|\n| ROE | 3 |\n\n[^1]: ROE是净资产收益率\n', 'ROE'), [true, true, true]);
  });

  it('is no span that markup parts, and nothing behind the end', () => {
    assert.deepEqual(places('先找到P**M**F。', 'P**M**F'), [false]);
    assert.equal(inProse(createAnalyzer().analyze({ text: '先找到', format: 'plain' }), { start: 2, end: 9 }), false);
    assert.deepEqual(places('先找到PMF', 'PMF', 'plain'), [true]);
  });
});
