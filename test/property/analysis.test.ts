import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Analysis, type Change, createAnalyzer, type Format, type Span } from '../../server/src/core/index.ts';

const analyzer = createAnalyzer();

/** What articles are made of, and what stands in their way. */
const piece = fc.constantFrom(
  '这家公司去年接待了接近100万人次。',
  '业内人士认为，市场还会更大。',
  '周屹说：“我们一定会赢。”',
  '他补充道，“再过一年收入会达到50亿元”。',
  '难道有人相信吗？',
  '据国家统计局数据，上半年增长4.1%。',
  '收入从1000多万涨到5000多万，涨了五六倍。',
  '昨天',
  '一千万',
  '许默：我补充一句。',
  '问：未来三年会怎样？',
  '答：看不清。',
  '與去年相比，價格從來沒有這麼低過。',
  '“',
  '”',
  '（',
  '。',
  '，',
  ' ',
  '\n',
  '\n\n',
  '\r\n',
  '\r\n\r\n',
  '# 标题\n\n',
  '## 小节\n',
  '---\ndate: 2024-02-22\nauthor: 周屹\n---\n',
  '---\n',
  '- 一项\n',
  '> 引文\n',
  '| 甲 | 乙 |\n|---|---|\n| 1亿 | 2亿 |\n',
  '```\n代码100万\n```\n',
  '[报告](https://example.com/a)',
  '[^1]',
  '\n[^1]: 来源：年报\n',
  '<!-- claimlens-disable-next-line unsourced-number: 口述 -->\n',
  '<!-- claimlens-disable -->',
  '<!--',
  '**',
  '`',
  '\ufeff',
  '🙂',
  '𠮷',
  'ＡＢＣ１２３％',
  'a',
  '１',
);
const article = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
const anything = fc.oneof(article, fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ unit: 'grapheme', maxLength: 200 }));
const format = fc.constantFrom<Format>('markdown', 'plain');

/** An edit by places between 0 and 1, so that it fits every text. */
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.constant(0), fc.constant(0), fc.nat(8), fc.nat(120)),
  insert: fc.oneof(piece, fc.constant(''), article),
});

/** All that an analysis says, as plain data. */
const facts = ({ date, claims, quantities, quotes, sections, directives, provisional }: Analysis) =>
  JSON.parse(JSON.stringify({ date, claims, quantities, quotes, sections, directives, provisional }));

describe('analysis of any text', function () {
  this.timeout(120_000);

  it('never throws, and every range lies inside the text, on character borders, in order', () => {
    fc.assert(
      fc.property(anything, format, (text, kind) => {
        const analysis = analyzer.analyze({ text, format: kind });
        const check = ({ start, end }: Span, what: string) => {
          assert.ok(start >= 0 && start <= end && end <= text.length, `${what}: ${start}–${end} of ${text.length}`);
          for (const at of [start, end]) assert.ok(!insidePair(text, at), `${what}: ${at} lies inside a character`);
        };
        for (const claim of analysis.claims) {
          check(claim, claim.code);
          assert.ok(claim.end > claim.start, `${claim.code} is empty`);
          assert.equal(claim.text, text.slice(claim.start, claim.end));
          if (claim.quantity) check(claim.quantity, `quantity of ${claim.code}`);
        }
        for (const quantity of analysis.quantities) {
          check(quantity, 'quantity');
          assert.equal(quantity.text, text.slice(quantity.start, quantity.end));
          if (quantity.source) check(quantity.source, 'source');
        }
        for (const quote of analysis.quotes) check(quote, 'quote');
        for (const directive of analysis.directives) check(directive, 'directive');
        for (const section of analysis.sections) {
          check(section, 'section');
          check(section.heading, 'heading');
        }
        for (const spans of [analysis.claims, analysis.quantities, analysis.quotes, analysis.sections]) {
          for (let i = 1; i < spans.length; i++) assert.ok(spans[i - 1]!.start <= spans[i]!.start, 'out of order');
        }
        assert.equal(new Set(analysis.claims.map(({ code, start, end }) => `${code} ${start} ${end}`)).size, analysis.claims.length);
      }),
      { numRuns: 1500 },
    );
  });

  it('after any edits is what it would be from scratch, told of the change or not', () => {
    fc.assert(
      fc.property(article, format, fc.array(edit, { minLength: 1, maxLength: 6 }), fc.boolean(), (first, kind, edits, told) => {
        let text = first;
        let analysis = analyzer.analyze({ text, format: kind });
        for (const { at, length, insert } of edits) {
          const start = Math.round(at * text.length);
          const oldEnd = Math.min(text.length, start + length);
          const change: Change = { start, oldEnd, newEnd: start + insert.length };
          text = text.slice(0, start) + insert + text.slice(oldEnd);
          analysis = analyzer.analyze({ text, format: kind }, analysis, told ? change : undefined);
          assert.deepEqual(facts(analysis), facts(analyzer.analyze({ text, format: kind })), JSON.stringify(text));
        }
      }),
      { numRuns: 400 },
    );
  });

  it('keeps the ids of claims while text is put in far away', () => {
    const sample = '这家公司去年接待了接近100万人次。\n\n业内人士认为，市场还会更大。\n';
    const ids = (text: string) =>
      analyzer.analyze({ text, format: 'plain' }).claims.map(({ code, text: said, id }) => `${code} ${said} ${id}`);
    const before = ids(sample);
    assert.ok(before.length > 0);
    fc.assert(
      fc.property(fc.constantFrom('第一段。', '今天天气很好。', '🙂', 'a b c'), fc.nat(5), (line, blanks) => {
        const after = new Set(ids(`${line}\n${'\n'.repeat(blanks + 1)}${sample}`));
        assert.deepEqual(
          before.filter((id) => !after.has(id)),
          [],
        );
      }),
    );
  });
});

function insidePair(text: string, at: number): boolean {
  return at > 0 && at < text.length && isHigh(text.charCodeAt(at - 1)) && isLow(text.charCodeAt(at));
}
const isHigh = (unit: number) => unit >> 10 === 0x36;
const isLow = (unit: number) => unit >> 10 === 0x37;
