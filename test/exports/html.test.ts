import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import type { Locale } from '../../common/locale.ts';
import { addCounts, countsOf, type FileResult, NO_CLAIMS } from '../../server/src/exports/format.ts';
import { html } from '../../server/src/exports/html/index.ts';
import { contextOf, decision, HOSTILE, resultOf } from './support/results.ts';

const samples = join(import.meta.dirname, '../../samples');
const TEXT = `---
title: "试文 ${HOSTILE.replaceAll('"', '')}"
date: 2024-02-22
---

## 现状 <b>粗</b>

这家公司**两年来接待了接近100**万人次。业内人士认为，市场还会更大。

- 昨天周屹说：“我们一定会赢。”
- 光是这一条产线就砸进去12亿元。
- ![图](https://tracker.example/x.png) 如图。

> ${HOSTILE}

| 甲 | 乙 |
|---|---|
| 1 | <i>2</i> |

\`\`\`html
<script src="https://evil.example/x.js"></script>
\`\`\`

<div onclick="alert(1)">块</div>

预计到2026年底，收入可能超过五亿元&lt;b&gt;。价格一定会涨。

## 读者来信

读者可以去[这里](https://example.com/a?b=1&c=<2>)和[那里](javascript:alert(1))看看。
`;
const ENTRIES = [
  decision(TEXT, '12亿元', {
    status: 'sourced',
    note: HOSTILE,
    sources: [{ url: 'javascript:alert(1)', citation: HOSTILE }, { url: 'https://example.com/"><script>' }],
  }),
  decision(TEXT, '谁也没有说过的话', { status: 'wrong', reviewer: HOSTILE }),
  decision(TEXT, '读者可以去', { status: 'verified', code: 'analogy' }),
];

type Element = DefaultTreeAdapterTypes.Element;
type Parent = DefaultTreeAdapterTypes.ParentNode;

function page(results: readonly FileResult[], locale: Locale = 'zh-cn'): string {
  const context = contextOf({ locale, single: results.length === 1 });
  const parts = results.map((one) => html.file(one, context));
  const digests = results.map((one) => html.digest?.(one, context)).filter((one) => one !== undefined);
  const counts = results.reduce((sum, { report }) => addCounts(sum, countsOf(report)), NO_CLAIMS);
  return `${html.begin?.(context)}${parts.join('')}${html.end?.({ files: results.length, counts, digests }, context)}`;
}

/** All elements; what the standard calls an error fails. */
function elements(source: string): Element[] {
  const errors: string[] = [];
  const document = parse(source, {
    sourceCodeLocationInfo: true,
    onParseError: ({ code, startLine }) => errors.push(`${code} in line ${startLine}`),
  });
  assert.deepEqual(errors, []);
  const all: Element[] = [];
  const visit = (node: Parent) => {
    for (const child of node.childNodes) {
      if (!('tagName' in child)) continue;
      all.push(child);
      visit(child);
    }
  };
  visit(document);
  return all;
}

const attribute = ({ attrs }: Element, name: string) => attrs.find((one) => one.name === name)?.value;
const named = (all: readonly Element[], tag: string) => all.filter(({ tagName }) => tagName === tag);
const classed = (all: readonly Element[], name: string) => all.filter((one) => attribute(one, 'class')?.split(' ').includes(name));
const textOf = (node: Parent): string =>
  node.childNodes.map((child) => ('value' in child ? child.value : 'childNodes' in child ? textOf(child) : '')).join('');

describe('HTML report', () => {
  const result = resultOf(TEXT, { entries: ENTRIES });
  const source = page([result]);
  const all = elements(source);

  it('runs nothing and fetches nothing, whatever the article says', () => {
    const tags = new Set(all.map(({ tagName }) => tagName));
    for (const tag of [
      'script',
      'img',
      'link',
      'iframe',
      'object',
      'embed',
      'form',
      'input',
      'button',
      'video',
      'base',
      'i',
      'div onclick',
    ])
      assert.ok(!tags.has(tag), tag);
    for (const { attrs, tagName } of all) {
      for (const { name, value } of attrs) {
        assert.ok(!/^on|^style$|^src|^background$|^poster$|^xlink/.test(name), `${tagName} ${name}`);
        if (name === 'href') assert.match(value, /^(#|https:\/\/)/, value);
      }
    }
    assert.ok(!source.includes('\u0000') && !source.includes('\u001b'));
  });

  it('lets no style but its own apply', () => {
    const [policy] = named(all, 'meta').filter((meta) => attribute(meta, 'http-equiv') === 'Content-Security-Policy');
    const style = textOf(named(all, 'style')[0]!);
    const hash = createHash('sha256').update(style).digest('base64');
    assert.equal(attribute(policy!, 'content'), `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`);
    assert.equal(named(all, 'style').length, 1);
    assert.match(style, /prefers-color-scheme:\s*dark/);
    assert.match(style, /@media print/);
    assert.ok(!/url\(|@import/.test(style));
  });

  it('has every claim in the text and beside it, each leading to the other', () => {
    const notes = classed(all, 'note').filter((one) => attribute(one, 'data-claim'));
    assert.equal(notes.length, result.report.claims.length);
    assert.ok(notes.length >= 6);
    const ids = new Map(all.flatMap((one) => (attribute(one, 'id') ? [[attribute(one, 'id')!, one] as const] : [])));
    assert.equal(ids.size, all.filter((one) => attribute(one, 'id')).length, 'no id twice');
    for (const link of named(all, 'a')) {
      const href = attribute(link, 'href')!;
      if (href.startsWith('#')) assert.ok(ids.has(href.slice(1)), href);
    }
    for (const [i, { text, code }] of result.report.claims.entries()) {
      assert.ok(ids.has(`m${i + 1}`), `${code} ${text} has no number in the text`);
    }
    for (const [href, tag] of [
      ['m', 'sup'],
      ['c', 'li'],
    ] as const)
      assert.equal(ids.get(`${href}1`)?.tagName, tag);
  });

  it('marks exactly the words of the claims, also across emphasis', () => {
    const shown = new Map<string, string>();
    for (const mark of named(all, 'mark')) {
      const claim = attribute(mark, 'data-claim');
      if (claim) shown.set(claim, (shown.get(claim) ?? '') + textOf(mark));
    }
    const number = result.report.claims.find(({ text }) => text.startsWith('接近100'));
    assert.equal(number?.text, '接近100**万人次');
    assert.equal(shown.get(number!.id), '接近100万人次');
    for (const { id, text } of result.report.claims) {
      const words = shown.get(id);
      // A claim around others shows as what they leave of it.
      if (words !== undefined) assert.ok(text.replaceAll('*', '').includes(words) || words.length < text.length, `${text}: ${words}`);
    }
  });

  it('shows the article as it reads, with markup that is not its own as text', () => {
    const text = textOf(classed(all, 'body')[0]!);
    assert.ok(text.includes('<script src="https://evil.example/x.js"></script>'));
    assert.ok(text.includes('<div onclick="alert(1)">块</div>'));
    assert.ok(!text.includes('https://tracker.example'), 'a picture is named, not fetched');
    assert.ok(text.includes('五亿元') && text.includes('<b>'));
    assert.deepEqual(named(all, 'blockquote').length > 0 && named(all, 'table').length > 0, true);
    const links = named(all, 'a').map((link) => attribute(link, 'href'));
    assert.ok(links.includes('https://example.com/a?b=1&c=<2>'));
  });

  it('tells what was decided, and what has lost its words', () => {
    const review = textOf(classed(all, 'review')[0]!);
    assert.match(review, /已补出处/);
    assert.ok(review.includes('<script>alert(1)</script>'));
    assert.ok(
      !named(all, 'a').some(
        (link) => attribute(link, 'href')?.includes('"><script>') === true && !attribute(link, 'href')!.startsWith('https:'),
      ),
    );
    assert.match(textOf(classed(all, 'apart')[0]!), /找不到原文[\s\S]*谁也没有说过的话[\s\S]*已不是这类论断[\s\S]*读者可以去/);
    assert.ok(classed(all, 'note').some((note) => classed([note], 'settled').length > 0));
  });

  it('draws its charts with numbers that can be read without them', () => {
    const charts = classed(all, 'chart').map(textOf);
    assert.equal(charts.length, 4);
    assert.match(charts[0]!, /各类论断[\s\S]*无来源数字/);
    assert.match(charts[1]!, /数量/);
    assert.match(charts[2]!, /不留余地/);
    assert.match(charts[3]!, /2026年12月31日/);
    assert.ok(named(all, 'rect').length > 4);
    for (const rect of named(all, 'rect')) assert.match(attribute(rect, 'width')!, /^[\d.]+%?$/);
  });

  it('speaks English', () => {
    const english = textOf(named(elements(page([resultOf(TEXT, { entries: ENTRIES, locale: 'en' })], 'en')), 'body')[0]!);
    for (const word of ['Claims by pattern', 'When predictions fall due', 'Numbers with a source', 'Other reviews'])
      assert.ok(english.includes(word), word);
    assert.ok(!english.includes('{'.concat('count')), 'every placeholder is filled');
  });

  it('puts several articles on one page, an overview above them', () => {
    const results = [
      result,
      resultOf('公园里的花开了，我们去散步。', { file: 'clean.txt', format: 'plain' }),
      resultOf(TEXT, { file: 'b.md' }),
    ];
    const many = elements(page(results));
    assert.equal(named(many, 'article').length, 3);
    const [table] = classed(many, 'articles');
    assert.equal(named(many, 'h1').length, 1);
    assert.ok(textOf(table!).includes('clean.txt'));
    const ids = many.flatMap((one) => attribute(one, 'id') ?? []);
    assert.equal(new Set(ids).size, ids.length, 'no id twice');
    for (const link of named(many, 'a')) {
      const href = attribute(link, 'href')!;
      if (href.startsWith('#')) assert.ok(ids.includes(href.slice(1)), href);
    }
  });

  it('is well-formed for every sample, with every claim in it', () => {
    for (const file of readdirSync(samples)) {
      const text = readFileSync(join(samples, file), 'utf8');
      const one = resultOf(text, { file, format: file.endsWith('.md') ? 'markdown' : 'plain' });
      const found = elements(page([one]));
      assert.equal(classed(found, 'note').length, one.report.claims.length, file);
      assert.equal(named(found, 'sup').length, one.report.claims.length, file);
    }
  });

  it('takes any text without breaking', () => {
    for (const text of [
      '',
      '\ufeff',
      HOSTILE,
      '# \n\n- \n\n```',
      '|a|\n|-|',
      '[x](<',
      '\ud800 一定会赢 \udc00',
      `${'> '.repeat(50)}一定会赢`,
      '---\n---\n',
    ])
      for (const format of ['markdown', 'plain'] as const) elements(page([resultOf(text, { format })]).replace(/[\ud800-\udfff]/g, ''));
  });
});
