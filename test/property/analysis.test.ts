import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Analysis, type Change, createAnalyzer, type Format } from '../../server/src/core/index.ts';
import { checkAnalysis } from '../trust/lib/checks.ts';
import { PIECES } from '../trust/lib/texts.ts';

const analyzer = createAnalyzer();

/** What articles are made of, and what stands in their way. */
const piece = fc.constantFrom(...PIECES);
const article = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));
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
        checkAnalysis(text, analysis);
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
