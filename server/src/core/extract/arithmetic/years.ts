import type { Quantity } from '../../types.ts';
import type { Sums } from './types.ts';

/** So far before its value the time may stand that the value is of. */
const REACH = 60;

/** Whether a value before `link` (去年, 上年同期 …) may be of a year before the one that `link` tells: 前年A,去年B. */
export function isEarlier(s: Sums, value: Quantity, link: string): boolean {
  const last = s.times.findLast((t) => t.end <= value.start);
  if (last === undefined || value.start - last.end > REACH || /[。!?\n]/.test(s.text.slice(last.end, value.start))) return false;
  const { value: time } = last;
  // 去年 counts from the writing, the others from the year that was told of last; 去年A,上年B and 去年三季度A,去年同期B go back.
  const fromWriting = link.includes('去年');
  const latest = fromWriting && !link.includes('同期') ? 0 : -1;
  if (time.type === 'offset') return time.unit === 'year' && time.until < latest && (fromWriting || /上年(?!同期)/.test(link));
  if (!fromWriting || latest < 0) return false;
  // 2022年A,去年B: a year may be any, a day is mostly that of the news.
  if (time.type === 'fixed') return time.from !== time.until;
  return time.type === 'vague' ? /年前$/.test(last.text) : time.type === 'rolling' && time.until !== null && time.until < 0;
}

/** Whether two years are told one right after the other. */
export function follows(a: string, b: string): boolean {
  if (/^[0-9]/.test(a) && /^[0-9]/.test(b)) return Number.parseInt(b, 10) === Number.parseInt(a, 10) + 1;
  const order = ['大前年', '前年', '去年', '今年'];
  const [before, then] = [a, b].map((year) => order.indexOf(year === '上年' ? '去年' : year)) as [number, number];
  return before >= 0 && then === before + 1;
}
