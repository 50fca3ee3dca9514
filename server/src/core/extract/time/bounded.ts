import type { TimeExpression, TimeKind, TimeValue } from '../../types.ts';
import { among, roleAt } from '../quantity/characters.ts';
import { format, parseDate } from './days.ts';
import { upTo } from './values.ts';

/** Puts a time expression on `out`; returns where it ends. */
export function put(
  text: string,
  out: TimeExpression[],
  start: number,
  end: number,
  kind: TimeKind,
  bareStart: number,
  bareEnd: number,
  value: TimeValue,
): number {
  const now = kind === 'relative' || kind === 'partial' ? toNow(text, end) : -1;
  const open = now >= 0 && (value.type === 'offset' || value.type === 'partial' || value.type === 'weekday');
  const meant: TimeValue = open ? { type: 'since', of: value } : value;
  out.push({ start, end, text: text.slice(start, end), kind, bare: { start: bareStart, end: bareEnd }, value: meant });
  return open ? end + now : end;
}

/** How much of what follows says that a period goes on to this day and is no time word of its own (至今); -1 where nothing does. */
function toNow(text: string, end: number): number {
  switch (text[end]) {
    case '以':
      return text[end + 1] === '来' ? 2 : -1;
    case '至':
    case '迄':
      return text[end + 1] === '今' && !among('年天日晚春夏秋冬', text, end + 2) ? 2 : -1;
    case '到':
      return NOW.some((word) => text.startsWith(word, end + 1)) ? 0 : -1;
    default:
      return -1;
  }
}

const NOW = ['现在', '目前', '如今', '今天', '今日'];

/** Puts an expression with 到 before it or 前, 之前 after it as one that is bounded ahead; before a whole period is before it begins. */
export function bounded(
  text: string,
  start: number,
  end: number,
  kind: TimeKind,
  bareStart: number,
  bareEnd: number,
  value: TimeValue,
  whole: boolean,
  out: TimeExpression[],
): number {
  const floor = out.length === 0 ? 0 : out[out.length - 1]!.end;
  const before = text.startsWith('之前', end) || text.startsWith('以前', end) ? 2 : text[end] === '前' && !isFrontWord(text, end) ? 1 : 0;
  if (before > 0) return put(text, out, start, end + before, 'ahead', bareStart, bareEnd, upTo(value, !whole));
  const after =
    text[end] === '后' ? (isAfterWord(text, end) ? 0 : 1) : text.startsWith('之后', end) || text.startsWith('以后', end) ? 2 : 0;
  if (after > 0) {
    return put(text, out, start, end + after, value.type === 'fixed' ? 'absolute' : 'ahead', bareStart, bareEnd, since(value));
  }
  if (
    start > floor &&
    start - 1 !== (out.length === 0 ? -1 : floor) &&
    (text[start - 1] === '到' || text[start - 1] === '至') &&
    !among('达受得遇回赶感收从想止截甚乃以', text, start - 2) &&
    text[end] !== '的' &&
    text[end] !== '至'
  ) {
    // 到2030年 opens its clause; in 延续到2030年 the 到 belongs to the verb.
    const own = start - 1 === 0 || OPENERS.includes(text[start - 2]!);
    if (own || text[start - 1] === '到')
      return put(text, out, own ? start - 1 : start, end, 'ahead', bareStart, bareEnd, upTo(value, true));
  }
  return put(text, out, start, end, kind, bareStart, bareEnd, value);
}

const OPENERS = ',。;:、!?…“”"()[]《》 \n计预期测划而且则但但是';

/** 后 that begins a word of its own: 后续, 后来, 后市; 90后 is none either. */
function isAfterWord(text: string, i: number): boolean {
  return roleAt(text, i + 1) !== 0 || among('续来面方台市期世勤者悔果视备天年半卫', text, i + 1);
}

/** Open from the day after a value. */
function since(value: TimeValue): TimeValue {
  if (value.type !== 'fixed') return { type: 'vague', direction: 'future' };
  const last = value.until === null ? null : parseDate(value.until);
  return { type: 'fixed', from: last === null ? null : format(last + 1), until: null };
}

/** 前 that begins a word of its own: 前三季度, 前后, 前景, 前期. */
function isFrontWord(text: string, i: number): boolean {
  return roleAt(text, i + 1) !== 0 || among('后景期沿面述往来所者高低十大', text, i + 1);
}
