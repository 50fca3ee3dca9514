import { readFileSync } from 'node:fs';
import { zh } from './harness.ts';

/** An article whose claims are certain: numbers without a source, a relative date, a quotation's speaker. */
export const ARTICLE = zh(`# 标题

## 现状

这家公司去年接待了接近100万人次,收入3亿元。

## 展望

周屹说,再过一年收入会达到50亿元。
`);

export const ENGLISH = '# Readme\n\nThis library had 1,000,000 downloads last year and will certainly win.\n';

/** So much text that the analysis is in doubt somewhere, asks for words, and with them for the segmenter. */
export function doubtful(): string {
  return ['interview.md', 'column.md', 'fund-letter.commentary.md']
    .map((name) => readFileSync(new URL(`../../samples/${name}`, import.meta.url), 'utf8'))
    .join('\n\n');
}
