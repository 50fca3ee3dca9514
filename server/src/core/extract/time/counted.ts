import type { TimeKind, TimeValue } from '../../types.ts';
import { among } from '../quantity/characters.ts';
import { WordTable, words } from '../quantity/words.ts';
import { type Length, type Unit, wholeLengthAt } from './length.ts';

/** A counted time expression found in the text. */
export interface CountedTime {
  readonly end: number;
  /** Where the bare expression ends, if not there: 过去一年 of 过去一年以来. */
  readonly bareEnd?: number;
  readonly kind: TimeKind;
  readonly value: TimeValue;
}

type Lead = 'past' | 'this' | 'before' | 'future' | 'after';

const LEADS = new WordTable<Lead>([
  ...words<Lead>('过去 过去的 近 最近 最近的 过去这 近这', 'past'),
  ...words<Lead>('这', 'this'),
  ...words<Lead>('前', 'before'),
  ...words<Lead>('未来 未来的 今后 今后的 接下来 接下来的 接下去 往后 以后 此后的 下一个 后续', 'future'),
  ...words<Lead>('再过 再等', 'after'),
]);

/** First characters of what `leadCountedAt` reads. */
export function leadCharacters(): Iterable<number> {
  return LEADS.firstCharacters();
}

const TAILS = new WordTable<'past' | 'within' | 'later' | 'since'>([
  ...words<'past'>('前 之前 以前', 'past'),
  ...words<'within'>('内 之内 以内', 'within'),
  ...words<'later'>('后 之后 以后', 'later'),
  ...words<'since'>('来 以来', 'since'),
]);

/** 过去三年, 近十年, 未来几个月, 再过一年, 这两年, 前几天: the counted time that begins with a word at `i`. */
export function leadCountedAt(text: string, i: number): CountedTime | null {
  const lead = LEADS.at(text, i);
  if (lead === null) return null;
  const before = text[i - 1] ?? '';
  if (lead.word === '近' && before !== '' && '最附临靠亲远邻就走相切贴接将逼迫隔时达'.includes(before)) return null;
  if (lead.value === 'before' && before !== '' && '之以此提目当年月日天周向眼空跟史度'.includes(before)) return null;
  if (lead.word === '最近' && before === '离') return null;
  const length = wholeLengthAt(text, i + lead.word.length);
  if (length === null) return null;
  const { min, max, unit } = length;
  let end = length.end;
  const since = TAILS.at(text, end);
  if (since !== null && since.value === 'since' && !among('看说', text, end + since.word.length)) end += since.word.length;
  else if (since !== null && since.value === 'within') end += since.word.length;
  switch (lead.value) {
    case 'past':
      return {
        end,
        kind: 'relative',
        value: rolling(length, -max, 0, 'past'),
        ...(since?.word === '以来' && text.startsWith('过去', i) && end > length.end && { bareEnd: length.end }),
      };
    case 'this':
      // 这一年, 这一天 point into a story; 这两年, 这几天 do not.
      if (max < 2 && end === length.end) return null;
      return { end, kind: 'relative', value: rolling(length, -max, 0, 'past') };
    case 'before':
      // 前三季度 and 前10 are no such thing; 前两年, 前几天 are.
      if ((max > 3 && !length.vague) || unit === 'quarter' || min < 2) return null;
      return { end, kind: 'relative', value: { type: 'vague', direction: 'past' } };
    case 'future':
      return { end, kind: 'ahead', value: rolling(length, 0, max, 'future') };
    case 'after':
      return {
        end,
        kind: 'ahead',
        value: length.vague || length.small ? { type: 'vague', direction: 'future' } : { type: 'rolling', unit, from: null, until: max },
      };
  }
}

function rolling(length: Length, from: number, until: number, direction: 'past' | 'future'): TimeValue {
  if (length.vague || length.small) return { type: 'vague', direction };
  return { type: 'rolling', unit: length.unit, from, until };
}

/** The time up to which a length goes that stands at `i`, whatever stands before it: 不出三年, 最多半年. */
export function lengthAhead(text: string, i: number): { readonly end: number; readonly value: TimeValue } | null {
  const length = wholeLengthAt(text, i);
  return length && { end: length.end, value: rolling(length, 0, length.max, 'future') };
}

/** 三年前, 十年后, 五年之内, 半年来: the counted time whose number stands at `i`. */
export function countedAt(text: string, i: number): CountedTime | null {
  const length = wholeLengthAt(text, i);
  if (length === null) return null;
  const tail = TAILS.at(text, length.end);
  if (tail === null) return null;
  const end = length.end + tail.word.length;
  const next = text[end] ?? '';
  const { max, min, unit } = length;
  const blurred = length.vague || length.small || min !== max;
  switch (tail.value) {
    case 'past':
      if (tail.word === '前' && next !== '' && '景沿端列身置'.includes(next)) return null;
      return { end, kind: 'relative', value: blurred ? { type: 'vague', direction: 'past' } : point(unit, -max) };
    case 'later':
      if (tail.word === '后' && next !== '' && '续来面方台'.includes(next)) return null;
      return { end, kind: 'ahead', value: blurred ? { type: 'vague', direction: 'future' } : point(unit, max) };
    case 'within':
      if (tail.word === '内' && next !== '' && '部地外需'.includes(next)) return null;
      return { end, kind: 'ahead', value: rolling(length, 0, max, 'future') };
    case 'since':
      if (next !== '' && '看说到源自临'.includes(next) && tail.word === '来') return null;
      return { end, kind: 'relative', value: rolling(length, -max, 0, 'past') };
  }
}

function point(unit: Unit, count: number): TimeValue {
  return Number.isInteger(count)
    ? { type: 'offset', unit, from: count, until: count }
    : { type: 'rolling', unit, from: count, until: count };
}
