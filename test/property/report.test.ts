import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { html } from '../../server/src/exports/html/index.ts';
import { contextOf, decision, HOSTILE, resultOf } from '../exports/support/results.ts';

/** Every element that a report may have, with the attributes that it may have there. */
const ALLOWED: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ['html', 'lang'],
    ['head body style title h1 h2 h3 h4 h5 h6 ul blockquote hr br strong em del code pre p tr tbody thead caption b', ''],
    ['meta', 'charset http-equiv content name'],
    ['main section header footer article figure figcaption dl dt dd div small table', 'class id aria-label'],
    ['a', 'class href rel title id'],
    ['li mark', 'class id data-claim'],
    ['ol', 'class start'],
    ['sup span td th', 'class id scope'],
    ['svg', 'class width height aria-hidden'],
    ['rect line circle text', 'class x y x1 x2 y2 cx cy r rx width height text-anchor'],
  ].flatMap(([tags, attributes]) => tags!.split(' ').map((tag) => [tag, `${attributes} class`])),
);

const markup = fc.constantFrom(
  ...[
    '**',
    '*',
    '`',
    '```\n',
    '~~',
    '[',
    '](',
    ')',
    '![',
    '<',
    '>',
    '<!--',
    '-->',
    '# ',
    '> ',
    '- ',
    '1. ',
    '|',
    '|-|-|\n',
    '---\n',
    '\n\n',
  ],
  ...[
    '&lt;',
    '&#x0;',
    '&#60;script&#62;',
    '\\',
    '\u0000',
    '\u2028',
    '\ud83d\ude00',
    '[^1]',
    '[^1]: ',
    'javascript:alert(1)',
    'https://x.example/"onclick="',
    HOSTILE,
  ],
);
const words = fc.constantFrom(
  '接近100万人次',
  '一定会涨',
  '业内人士认为，',
  '昨天',
  '到2026年底，',
  '收入会超过五亿元',
  '周屹说：“',
  '”',
  '。',
  '，',
);
const article = fc.array(fc.oneof(markup, words, words), { maxLength: 40 }).map((parts) => parts.join(''));

type Parent = DefaultTreeAdapterTypes.ParentNode;

describe('the report of any text', () => {
  it('is well-formed, and has no element or attribute but its own', () => {
    fc.assert(
      fc.property(article, fc.constantFrom('markdown' as const, 'plain' as const), (text, format) => {
        const at = text.indexOf('接近100万人次');
        const entries = at < 0 ? [] : [decision(text, '接近100万人次', { note: HOSTILE, reviewer: HOSTILE })];
        const result = resultOf(text, { format, entries });
        const errors: string[] = [];
        const page = html.file(result, contextOf());
        const document = parse(page, { onParseError: ({ code }) => errors.push(code) });
        assert.deepEqual(errors, []);
        let notes = 0;
        const seen = new Map<string, number>();
        const visit = (node: Parent): void => {
          for (const child of node.childNodes) {
            if (!('tagName' in child)) continue;
            seen.set(child.tagName, (seen.get(child.tagName) ?? 0) + 1);
            const allowed = ALLOWED[child.tagName] ?? (child.tagName === 'title' ? '' : undefined);
            assert.ok(allowed !== undefined, child.tagName);
            for (const { name, value } of child.attrs) {
              assert.ok(allowed.split(' ').includes(name), `${child.tagName} ${name}`);
              if (name === 'href') assert.match(value, /^(#|https?:\/\/|mailto:)/);
            }
            if (child.tagName === 'li' && child.attrs.some(({ name }) => name === 'data-claim')) notes++;
            visit(child);
          }
        };
        visit(document);
        assert.equal(notes, result.report.claims.length);
        // Where elements stand that may not, a parser moves, doubles or closes them. What it may add is a table's body.
        const written = new Map<string, number>();
        for (const [, tag] of page.matchAll(/<([a-z][a-z0-9]*)/g)) written.set(tag!, (written.get(tag!) ?? 0) + 1);
        for (const counts of [seen, written]) counts.delete('tbody');
        assert.deepEqual(Object.fromEntries([...seen].sort()), Object.fromEntries([...written].sort()));
      }),
      { numRuns: 150 },
    );
  });
});
