import assert from 'node:assert/strict';
import { type Analysis, createAnalyzer } from '../../server/src/core/index.ts';

const analyzer = createAnalyzer();

function read(text: string): Analysis {
  const analysis = analyzer.analyze({ text, format: 'plain' });
  assert.ok(analysis.claims.length + analysis.quantities.length + analysis.quotes.length >= 0);
  return analysis;
}

/** The best of some runs: what else runs on the machine only ever adds to it. */
function milliseconds(text: string): number {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 2; i++) {
    const started = performance.now();
    read(text);
    best = Math.min(best, performance.now() - started);
  }
  return best;
}

/** Lines that a careless scanner takes square time over: how each is made, by its length in characters. */
const ADVERSARIES: Record<string, (length: number) => string> = {
  'prose without punctuation': (n) => '公司去年收入增长很多专家认为未来可能继续上涨三成所以大家都说好'.repeat(n / 31),
  'commas and no full stop': (n) => '公司去年收入增长很多，专家认为未来会涨，'.repeat(n / 20),
  'nested quotation marks': (n) => '“他说：'.repeat(n / 8) + '”。'.repeat(n / 8),
  'quotations in a row': (n) => '他说：“明年一定会涨，大家放心。”'.repeat(n / 16),
  'opening marks only': (n) => '“'.repeat(n),
  digits: (n) => '7'.repeat(n),
  'Chinese numerals': (n) => '三千五百万'.repeat(n / 5),
  titles: (n) => '《报告'.repeat(n / 3),
  brackets: (n) => '（'.repeat(n),
  'speech verbs': (n) => '表示'.repeat(n / 2),
  'Latin letters': (n) => 'Aa '.repeat(n / 3),
  colons: (n) => '王总：'.repeat(n / 3),
};

describe('time taken by one paragraph', function () {
  this.timeout(120_000);
  const small = 12_000;
  const times = 4;
  read(ADVERSARIES['prose without punctuation']!(small));
  for (const [name, make] of Object.entries(ADVERSARIES)) {
    it(`grows with its length: ${name}`, () => {
      milliseconds(make(small / 4));
      const one = milliseconds(make(small));
      const more = milliseconds(make(small * times));
      // Square growth would be sixteen times.
      assert.ok(more < Math.max(one, 5) * times * 2, `${one.toFixed(0)} ms, then ${more.toFixed(0)} ms for ${times} times as much`);
    });
  }
});

describe('adversarial articles', function () {
  this.timeout(120_000);
  for (const [name, text] of [
    ['1 MB without punctuation', ADVERSARIES['prose without punctuation']!(350_000)],
    ['ten thousand nested quotations', ADVERSARIES['nested quotation marks']!(80_000)],
    ['a million digits', '7'.repeat(1_000_000)],
  ] as const) {
    it(`are read: ${name}`, () => {
      const started = performance.now();
      read(text);
      // Seconds on a busy machine; square time would be hours.
      assert.ok(performance.now() - started < 60_000);
    });
  }
});
