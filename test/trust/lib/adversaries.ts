/** Texts that a careless reader takes square time over, or falls into: each of about as many UTF-16 units as asked for. */
export const ADVERSARIES: Readonly<Record<string, (length: number) => string>> = {
  'prose on one line': repeat('公司去年收入增长很多，专家认为未来可能继续上涨三成。大家都说好。'),
  'prose without punctuation': repeat('公司去年收入增长很多专家认为未来可能继续上涨三成所以大家都说好'),
  'nested quotations on one line': (n) => `${'>'.repeat(n - 3)} 收入`,
  'nested quotations, spaced': repeat('> '),
  'nested lists on one line': repeat('- '),
  'numbered lists on one line': repeat('1. '),
  'lists nested by indentation': indented,
  'opening brackets': repeat('['),
  'links that never close': repeat('[a]('),
  'images that never close': repeat('!['),
  'closing brackets': repeat(']('),
  'nested brackets': (n) => '['.repeat(n / 2) + ']'.repeat(n / 2),
  'references in a row': repeat('[a][b]'),
  stars: repeat('*'),
  'emphasis that never closes': repeat('*a **b _c '),
  'emphasis within words': repeat('a**b'),
  backticks: repeat('`'),
  'ever more backticks': (n) => Array.from({ length: Math.sqrt(2 * n) }, (_, i) => '`'.repeat(i + 1)).join(' '),
  escapes: repeat('\\*'),
  entities: repeat('&amp;'),
  'tags that never close': repeat('<a '),
  tags: repeat('<b>'),
  'comments that never close': repeat('<!--'),
  comments: repeat('<!-- x -->'),
  'a sourced number and a footnote': repeat('收入3亿元[^1]。'),
  'footnotes that never close': repeat('[^'),
  'footnote definitions': repeat('[^1]: 来源：年报\n\n'),
  'link definitions': repeat('[a]: http://a.b\n'),
  'a long table': repeat('| 1亿 |\n', '| a |\n|---|\n'),
  'a wide table': (n) => ['| a ', '|---', '| 1 '].map((cell) => `${repeat(cell)(n / 3)}|`).join('\n'),
  headings: repeat('## 收入3亿元\n'),
  'headings by underlining': repeat('收入\n===\n'),
  rules: repeat('---\n'),
  fences: repeat('```\n'),
  'disabling comments': repeat('<!-- claimlens-disable advice -->\n'),
  'comments for the next line': repeat('<!-- claimlens-disable-next-line -->\n\n'),
  'comments that disable and enable': repeat('<!-- claimlens-disable advice -->\n收入3亿元。\n<!-- claimlens-enable advice -->\n'),
  'comments on one line': repeat('收入3亿元。<!-- claimlens-disable-line advice -->'),
  'one comment, many codes': (n) => `<!-- claimlens-disable ${repeat('advice,')(n - 40)} -->收入3亿元`,
  'empty lines': repeat('\n'),
  'carriage returns': repeat('\r'),
  NUL: repeat('\0'),
  'halves of characters': repeat('\ud83d'),
  'zero-width characters': repeat('收\u200b入'),
  'combining marks': repeat('\u0301'),
  'bidi marks': repeat('\u202e'),
  digits: repeat('7'),
  'ten thousands of ten thousands': repeat('万'),
  'opening quotation marks': repeat('他说：“'),
  titles: repeat('《'),
  'Latin letters': repeat('a'),
  addresses: repeat('http://a.b/'),
  'bare addresses': repeat('www.a.b '),
  spaces: repeat(' '),
  'front matter without end': repeat('a: b\n', '---\n'),
  'a speaker a line': repeat('王总：我补充一句，明年一定会涨。\n'),
  'ever other speakers': (n) => Array.from({ length: n / 16 }, (_, i) => `${name(i)}：我们明年一定会赢。\n`).join('\n'),
  'the same claim again and again': repeat('收入3亿元。\n\n'),
};

function repeat(unit: string, head = ''): (length: number) => string {
  return (length) => head + unit.repeat(Math.max(1, Math.ceil((length - head.length) / unit.length)));
}

function indented(length: number): string {
  const depth = Math.floor(Math.sqrt(length));
  return Array.from({ length: depth }, (_, i) => `${'  '.repeat(i)}- 收入3亿元`).join('\n');
}

function name(i: number): string {
  return String.fromCharCode(0x4e00 + (i % 5000), 0x5000 + (Math.floor(i / 5000) % 5000));
}
