import { findArticleDate } from '../extract/time/index.ts';
import type { Block } from '../text/blocks.ts';

/** How many blocks from the top and the foot may carry a date line. */
const HEAD = 8;
/** A date line is short: a date inside a long paragraph dates something else. */
const DATE_LINE = 48;

/** A line that says what happens on its date, or counts up: `2023-08-17前不强赎`, `2021年9月1日，我们参与了`, `某转债：2026-02-11，98.58`. */
const TELLS = new RegExp(
  [
    String.raw`\d{4}(?:年\d{1,2}月\d{1,2}日|[-/.]\d{1,2}[-/.]\d{1,2})` +
      String.raw`(?:(?!来源|作者|记者|编辑|发布|更新|发表|整理|文|星期|周|讯|电|报道|上午|下午|晚|早|凌晨|第|刊|版|于)[\u4e00-\u9fff]` +
      String.raw`|[,，]\s*(?!来源|作者|记者|编辑|发布|更新|文)(?:[\u4e00-\u9fff]{2}|[\d.]+[,，%]))`,
    String.raw`[从自至到在]\s*(?:19|20)\d\d[-年/.]`,
  ].join('|'),
);

/** The article's date: from its front matter, else from a short line near its head, else from one at its foot. */
export function articleDate(blocks: readonly Block[]): string | null {
  const matter = blocks[0]?.kind === 'matter' ? findArticleDate(blocks[0].prose) : null;
  if (matter !== null) return matter;
  for (const block of [...blocks.slice(0, HEAD), ...blocks.slice(-2)]) {
    if (block.kind === 'table' || block.prose.length > DATE_LINE || TELLS.test(block.prose)) continue;
    const date = findArticleDate(block.prose);
    if (date !== null) return date;
  }
  return null;
}
