import assert from 'node:assert/strict';
import { withCustomRules } from '../../server/src/config/custom/analyzer.ts';
import { createMatcher } from '../../server/src/config/custom/matcher.ts';
import type { CustomRule } from '../../server/src/config/custom/types.ts';
import { parseConfig } from '../../server/src/config/project.ts';
import { type Code, createAnalyzer } from '../../server/src/core/index.ts';

const RULE: CustomRule = {
  code: 'house-hype',
  name: '自家禁语',
  severity: 'warning',
  message: '“{text}”是本刊不用的说法。',
  why: '',
  advice: '',
  words: ['闭眼买', '闭眼'],
  patterns: ['(?:涨|跌)停[0-9]+连板'],
  except: ['不要闭眼买'],
};
const found = (rule: Partial<CustomRule>, text: string) =>
  createMatcher({ ...RULE, ...rule })(text).map(({ start, end }) => text.slice(start, end));

describe('custom rules', () => {
  it('find words and patterns, the longest where they overlap, and nothing within an exception', () => {
    assert.deepEqual(found({}, '大家都说闭眼买，涨停3连板了。'), ['闭眼买', '涨停3连板']);
    assert.deepEqual(found({}, '不要闭眼买，也别闭眼卖。'), ['闭眼']);
    assert.deepEqual(found({}, '漲停３連板'), ['漲停３連板'], 'full-width and traditional forms are the same');
  });

  it('take linear time for patterns that would keep a backtracking engine busy for ever', () => {
    const began = performance.now();
    assert.deepEqual(found({ words: [], patterns: ['(?:a+)+b'] }, 'a'.repeat(20_000)), []);
    assert.ok(performance.now() - began < 5000);
  });

  it('give claims with stable ids, in prose only, that an inline comment ignores', () => {
    const analyzer = withCustomRules(createAnalyzer(), [RULE]);
    const text = '他说闭眼买就行。\n\n```\n闭眼买\n```\n\n<!-- claimlens-disable-next-line house-hype: 原话 -->\n这里也是闭眼买。\n';
    const claims = (of: string) =>
      analyzer.analyze({ text: of, format: 'markdown' }).claims.filter(({ code }) => (code as string) === 'house-hype');
    const [first, second, ...others] = claims(text);
    assert.deepEqual(others, []);
    assert.equal(first?.text, '闭眼买');
    assert.deepEqual(second?.suppressed, { by: 'comment', reason: '原话' });
    assert.equal(claims(`开头多一段。\n\n${text}`)[0]?.id, first?.id);
  });

  it('stay right through edits', () => {
    const analyzer = withCustomRules(createAnalyzer(), [RULE]);
    let text = '他说闭眼买就行。\n\n第二段没有什么。\n';
    let analysis = analyzer.analyze({ text, format: 'markdown' });
    for (const [from, to] of [
      ['没有什么', '也是闭眼买'],
      ['他说', '他昨天说'],
      ['闭眼买就行', '小心买就行'],
    ] as const) {
      text = text.replace(from, to);
      analysis = analyzer.analyze({ text, format: 'markdown' }, analysis);
      const fresh = withCustomRules(createAnalyzer(), [RULE]).analyze({ text, format: 'markdown' });
      assert.deepEqual(analysis.claims, fresh.claims, text);
    }
    assert.deepEqual(
      analysis.claims.filter(({ code }) => code === ('house-hype' as Code)).map((c) => c.text),
      ['闭眼买'],
    );
  });

  it('are read from the project file, their examples checked', () => {
    const { config, problems } = parseConfig(
      JSON.stringify({
        customRules: [{ code: 'house-hype', words: ['闭眼买'], examples: { bad: ['大家⟦闭眼买⟧。'], good: ['大家看清再买。'] } }],
        rules: { 'house-hype': 'error' },
      }),
    );
    assert.deepEqual(problems, []);
    assert.equal(config.customRules[0]?.message, '“{text}”：house-hype');
    assert.equal(config.rules['house-hype'], 'error');
  });

  it('say what is wrong, at the place', () => {
    const cases: [rule: object, key: string, at: string][] = [
      [{ code: 'a', words: ['甲'], examples: { good: ['甲乙'] } }, 'config.goodExample', '"甲乙"'],
      [{ code: 'a', words: ['甲'], examples: { bad: ['⟦乙⟧甲'] } }, 'config.badExample', '"⟦乙⟧甲"'],
      [{ code: 'a', patterns: ['(?=甲)'] }, 'config.pattern', '"(?=甲)"'],
      [{ code: 'a', patterns: ['甲*'] }, 'config.pattern', '"甲*"'],
      [{ code: 'A b', words: ['甲'] }, 'config.customCode', '"A b"'],
      [{ code: 'advice', words: ['甲'] }, 'config.codeTaken', '"advice"'],
      [{ code: 'a' }, 'config.type', '{"code":"a"}'],
      [{ code: 'a', words: ['甲'], wrods: [] }, 'config.unknownKey', '"wrods"'],
      [{ code: 'a', words: ['甲'], severity: 'off' }, 'config.value', '"off"'],
    ];
    for (const [rule, key, at] of cases) {
      const text = JSON.stringify({ customRules: [rule] });
      const { config, problems } = parseConfig(text);
      // Half a rule would say what nobody meant.
      assert.deepEqual(config.customRules, []);
      assert.deepEqual(
        problems.map((p) => [p.key, text.slice(p.start, p.end)]),
        [[key, at]],
        text,
      );
    }
  });
});
