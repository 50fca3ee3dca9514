import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RULES } from '../../server/src/core/index.ts';
import { messageOf, ruleText } from '../../server/src/features/messages.ts';

const root = join(import.meta.dirname, '../../server');
const json = (file: string): Record<string, string> => JSON.parse(readFileSync(join(root, 'l10n', file), 'utf8'));
/** `{day2}` is `{day}` with a leading zero: which one a language takes is its own affair. */
const placeholders = (text: string) => [...text.matchAll(/\{(\w+?)2?\}/g)].map(([, name]) => `{${name}}`).sort();

describe('texts of the server', () => {
  const chinese = json('zh-cn.json');
  const english = json('en.json');

  it('are there in both languages, with the same placeholders', () => {
    assert.deepEqual(Object.keys(english), Object.keys(chinese));
    for (const [key, text] of Object.entries(chinese)) {
      assert.ok(text !== '' || english[key] === '', key);
      assert.deepEqual(placeholders(english[key]!), placeholders(text), key);
    }
  });

  it('are all used', () => {
    const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(join(root, 'src', file), 'utf8'))
      .join('\n');
    // `severity.${level}` uses every key that begins so.
    const built = [...sources.matchAll(/`([a-z]+\.)\$\{/gi)].map(([, prefix = '']) => prefix);
    const unused = Object.keys(chinese).filter((key) => !sources.includes(`'${key}'`) && !built.some((prefix) => key.startsWith(prefix)));
    assert.deepEqual(unused, []);
  });

  it('of the rules are translated, with what their messages name', () => {
    for (const rule of RULES) {
      const translated = ruleText(rule, 'en');
      assert.notEqual(translated, rule.text, `${rule.code} has no English`);
      for (const [key, text] of Object.entries(translated))
        assert.ok(text && !/[\u4e00-\u9fff]/.test(text.replace(/[“”].*?[“”]/g, '')), `${rule.code}.${key}: ${text}`);
      const named = (text: string) => placeholders(text).filter((name) => name !== '{text}');
      assert.deepEqual(named(translated.message), named(rule.text.message), rule.code);
    }
  });

  it('show the arithmetic in both languages, and none where a reviewer marked the numbers', () => {
    const claim = { code: 'number-mismatch', text: '翻了一番' } as const;
    const detail = { calculation: '1亿 → 3亿 = 3倍' };
    assert.equal(messageOf({ ...claim, detail }, 'zh-cn'), '“翻了一番”与文中的数对不上：1亿 → 3亿 = 3倍。');
    assert.equal(messageOf({ ...claim, detail }, 'en'), 'The numbers around “翻了一番” do not add up: 1亿 → 3亿 = 3倍.');
    assert.equal(messageOf(claim, 'zh-cn'), '“翻了一番”与文中的数对不上。');
    assert.equal(messageOf(claim, 'en'), 'The numbers around “翻了一番” do not add up.');
  });
});
