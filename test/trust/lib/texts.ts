import { readdirSync, readFileSync } from 'node:fs';
import type { Random } from './random.ts';

const root = new URL('../../../', import.meta.url);

/** Articles of the project: the samples, then those that the model was trained on. */
export function articles(): readonly string[] {
  known ??= ['samples/', 'tools/train/corpus/docs/'].flatMap((folder) =>
    readdirSync(new URL(folder, root))
      .sort()
      .map((file) => readFileSync(new URL(folder + file, root), 'utf8')),
  );
  return known;
}
let known: readonly string[] | undefined;

/** What articles are made of, and what stands in their way. */
export const PIECES: readonly string[] = [
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
  '周屹丰认为，收入会增长20%。',
  '周总表示会更好。',
  'Sam Altman表示会涨。Altman说：“涨30%”。',
  '# 对话周屹\n\n',
  '**你怎么看？**',
  '以上数据来自Wind。',
  '本文数据均来自公司年报',
  '（数据来源：Wind）',
  '据央行公布的数据：\n',
  'ROE与EBITDA都升了。',
  '2024年3月5日\n',
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
  '`<!-- claimlens-disable-file -->`',
  '<!-- claimlens-enable unsourced-number -->\n',
  '<!--',
  '**',
  '`',
  '\ufeff',
  '🙂',
  '𠮷',
  'ＡＢＣ１２３％',
  'a',
  '１',
];

/** What is no part of any article: halves of characters, marks that are not seen, ends of lines that nobody uses. */
export const ODDITIES: readonly string[] = [
  '\ud83d',
  '\ude42',
  '\udc00\ud800',
  '\0',
  '\x01',
  '\x1b[31m',
  '\x7f',
  '\x85',
  '\xa0',
  '\u00ad',
  '\u034f',
  '\u061c',
  '\u180e',
  '\u200b',
  '\u200c',
  '\u200d',
  '\u200e',
  '\u200f',
  '\u2028',
  '\u2029',
  '\u202a',
  '\u202e',
  '\u2066',
  '\u2069',
  '\u2060',
  '\ufe0f',
  '\ufeff',
  '\ufffd',
  '\ufffe',
  '\uffff',
  '\ufdfd',
  '\u0301'.repeat(20),
  '👨‍👩‍👧‍👦',
  '\u{e0001}',
  '\u{10ffff}',
  'İ',
  'ß',
  'ﬁ',
  '㍻',
  '㈱',
  '⑩',
  '½',
  '٣',
  '０',
  '〇',
  '廿',
  '卅',
  '\t',
  '\v',
  '\f',
  '\r',
];

/** Long repeats of one of these are what careless scanners take square time over. */
const REPEATED = [
  '“',
  '”',
  '（',
  '《',
  '【',
  '[',
  '](',
  '![',
  '*',
  '_',
  '`',
  '~',
  '>',
  '- ',
  '1. ',
  '|',
  '\\',
  '&amp;',
  '<',
  '<!--',
  '7',
  '万',
  '百分之',
  '年',
  '，',
  '。',
  '[^',
  '#',
  '-',
  ':',
  '\n',
  '\ud800',
]; // prettier-ignore

/** Some text, of a hundred characters or so: cut from articles, put together, odd, repeated, or all of it mixed. */
export function anyText(random: Random): string {
  const parts: string[] = [];
  for (let n = random.between(1, 8); n > 0; n--) parts.push(part(random));
  let text = parts.join('');
  for (let n = random.below(4); n > 0; n--) text = mutated(text, random);
  return text;
}

function part(random: Random): string {
  switch (random.below(8)) {
    case 0:
    case 1:
      return cutting(random, random.between(1, 160));
    case 2:
    case 3:
    case 4:
      return random.pick(PIECES);
    case 5:
      return random.pick(ODDITIES);
    case 6:
      return random.pick(REPEATED).repeat(random.between(1, 40));
    default:
      return units(random, random.between(1, 12));
  }
}

/** A stretch of some article. */
export function cutting(random: Random, length: number): string {
  const text = random.pick(articles());
  const start = random.below(Math.max(1, text.length - length));
  return text.slice(start, start + length);
}

/** Any UTF-16 units at all, more often such as text is made of. */
function units(random: Random, length: number): string {
  let text = '';
  for (let i = 0; i < length; i++) {
    const range = random.below(5);
    if (range === 0) text += String.fromCharCode(random.below(0x10000));
    else if (range === 1) text += String.fromCharCode(random.below(0x80));
    else if (range === 2) text += String.fromCodePoint(0x10000 + random.below(0x100000));
    else if (range === 3) text += String.fromCharCode(0x3000 + random.below(0x100));
    else text += String.fromCharCode(0x4e00 + random.below(0x5200));
  }
  return text;
}

/** A text with one thing done to it: a piece put in, taken out, doubled, moved, one unit changed. */
export function mutated(text: string, random: Random): string {
  const at = random.below(text.length + 1);
  const to = Math.min(text.length, at + random.between(1, 20));
  switch (random.below(6)) {
    case 0:
      return text.slice(0, at) + random.pick(ODDITIES) + text.slice(at);
    case 1:
      return text.slice(0, at) + random.pick(PIECES) + text.slice(at);
    case 2:
      return text.slice(0, at) + text.slice(to);
    case 3:
      return text.slice(0, to) + text.slice(at);
    case 4:
      return text.slice(at) + text.slice(0, at);
    default:
      return text.slice(0, at) + String.fromCharCode(random.below(0x10000)) + text.slice(at + 1);
  }
}

/** The shortest text found that still fails. */
export function shrunk(text: string, fails: (text: string) => boolean): string {
  for (let size = Math.ceil(text.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < text.length; ) {
      const less = text.slice(0, at) + text.slice(at + size);
      if (fails(less)) text = less;
      else at += size;
    }
  }
  return text;
}
