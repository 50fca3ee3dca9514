import { isTraditional, toTraditional } from './script.ts';

/** Writes words, given in simplified characters with full-width punctuation, as the text around them is written. */
export type Write = (words: string) => string;

/** How far around a place its manner is looked for, and how much of an article tells it where that does not. */
const AROUND = 200;
const BEGINNING = 4000;

/** How the sentence around a place is written: its script, the width of its punctuation, its quotation marks. */
export function mannerOf(text: string, { start, end }: { readonly start: number; readonly end: number }): Write {
  const before = text.slice(Math.max(0, start - AROUND), start);
  const after = text.slice(start, Math.min(text.length, end + AROUND));
  const near = before.slice(before.lastIndexOf('\n') + 1) + after.split('\n', 1)[0];
  const article = text.slice(0, BEGINNING);
  const traditional = isTraditional(near) ?? isTraditional(article) ?? false;
  const narrow = isNarrow(near) ?? isNarrow(article) ?? false;
  const quotes = quotesOf(near) ?? quotesOf(article) ?? '“”';
  return (words) => {
    const lettered = traditional ? toTraditional(words) : words;
    const quoted = lettered.replace(/[“”]/g, (mark) => (mark === '“' ? quotes[0]! : quotes[1]!));
    return narrow ? quoted.replace(/[（）：，]/g, (mark) => NARROW[mark]!) : quoted;
  };
}

const NARROW: Readonly<Record<string, string>> = { '（': '(', '）': ')', '：': ': ', '，': ', ' };

/** Whether a Chinese text has its punctuation in half width; null where it has none. */
function isNarrow(text: string): boolean | null {
  const half = text.match(/[\u4e00-\u9fff][,;:!?](?=[\s\u4e00-\u9fff]|$)|[\u4e00-\u9fff]\((?=[^()\n]*\))/g)?.length ?? 0;
  const full = text.match(/[，；：！？（]/g)?.length ?? 0;
  return half === full ? null : half > full;
}

function quotesOf(text: string): string | null {
  const found = /[“「]|[\u4e00-\u9fff，。：:,](")/.exec(text)?.[0];
  if (!found) return null;
  return found === '「' ? '「」' : found === '“' ? '“”' : '""';
}
