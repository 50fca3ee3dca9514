import { CERTAINLY, FIXED, SOFTENED, SURELY } from './absoluteWords.ts';

/** What replaces a stretch of a line: `start` and `end` count in the line. */
export interface Softened {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** `line` with the absolute at [start, end) said with measure, as the words around it ask; null where only a person can tell how. */
export function soften(line: string, start: number, end: number): Softened | null {
  const word = line.slice(start, end);
  const left = line.slice(0, start);
  const right = line.slice(end);
  if (FIXED.test(word + right) || /可以$|敢$|能$/.test(left)) return null;
  const to = (text: string, before = 0, after = 0): Softened => ({ start: start - before, end: end + after, text });

  if (CERTAINLY.has(word)) return certainly(left, right, to);
  if (SURELY.has(word)) return surely(word, left, right, to);
  switch (word) {
    case '所有':
    case '所有的':
      return total(right, to);
    case '任何':
      return any(left, right, to);
    case '完全':
      return /^的|^$|^[，。；、]/.test(right) || /不$/.test(left) ? null : to('基本', 0, after(right, '地'));
    case '彻底':
      if (/^[不没无]/.test(right)) return to('基本');
      return /^的|^$|^[，。；、了]/.test(right) || /[得够很更不]$/.test(left)
        ? null
        : to(`${/在$/.test(left) ? '' : '在'}很大程度上`, 0, after(right, '地'));
    case '根本':
    case '根本就':
    case '压根':
    case '压根儿':
    case '压根就':
      return to('基本');
    case '毫不':
    case '绝对不':
    case '绝不':
    case '决不':
    case '断不':
      return right.startsWith('是') ? to('恐怕不') : to(word === '毫不' ? '不太' : '一般不');
    case '永远':
      return /^[的，。；]|^$/.test(right) ? null : to(/^[不没]/.test(right) ? '很可能' : '很可能一直');
    case '永不':
    case '再也不':
      return to('很可能不会', 0, after(right, '会'));
    case '从来':
      return /^(?:都|就)?是/.test(right) ? to('大多', 0, after(right, '都', '就')) : null;
    case '全':
      return to('大多');
    case '清一色':
      return to('大多是', 0, right.startsWith('的是') ? 2 : after(right, '是'));
    case '无一例外':
    case '没有例外':
    case '毫无例外':
      return /^[，。；！]|^$/.test(right) ? to('少有例外') : to('大多', 0, right.startsWith('地') ? 1 : 0);
    case '无一':
      return null;
  }
  if (/^每一[个家位只种项笔]$/.test(word)) return to('大多数');
  if (/^必[涨跌死胜败亏赚成有到]$/.test(word)) return to(`很可能${word.slice(1)}`);
  const soft = SOFTENED.get(word);
  if (soft === undefined) return null;
  if (soft.startsWith('大部分') && right.startsWith('的')) return to(soft, 0, 1);
  // 不可避免地下跌: the adverb of what can hardly be avoided is what will probably happen.
  if (soft === '很难避免')
    return right.startsWith('地') ? to('很可能', 0, 1) : /是$/.test(left) || /^[，。；]|^$/.test(right) ? to(soft) : null;
  if (/^很难|^难以|^选择/.test(soft) && right.startsWith('地')) return null;
  if (soft === '多半') return to('多半', 0, right.startsWith('地') ? 1 : 0);
  return to(soft);
}

type To = (text: string, before?: number, after?: number) => Softened;

/** How much of `right` a word takes along that would be left without its place. */
function after(right: string, ...words: string[]): number {
  return words.find((word) => right.startsWith(word))?.length ?? 0;
}

function certainly(left: string, right: string, to: To): Softened | null {
  if (right.startsWith('是')) return to('可以说');
  if (/是$/.test(left) && right.startsWith('的')) return to('大体可信', 0, 0);
  if (right.startsWith('的')) return null;
  return /^[，。；！]|^$/.test(right) && !/[，。；：“]$|^$/.test(left) ? null : to('大体来看', 0, after(right, '地'));
}

function surely(word: string, left: string, right: string, to: To): Softened | null {
  if (/^(?:性|论)/.test(right)) return null;
  if (right.startsWith('的')) return word === '绝对' ? to('较大') : to('大概率');
  if (word === '绝对')
    return /^[会能可要是将有]/.test(right) ? to('很可能') : /^[不没无]/.test(right) ? to('基本') : to('相当', 0, after(right, '地'));
  // A noun behind it, or nothing: 必然趋势, 这是必然。
  if (/^(?:趋势|结果|选择|要求|联系|产物|过程|路径|之路)/.test(right)) return to('大概率的');
  if (/^[，。；！]|^$/.test(right)) return /是$/.test(left) ? to('大概率') : null;
  // 一定要小心 asks for something; what it asks for stays.
  if (right.startsWith('要') && (word === '一定' || word === '肯定')) return word === '一定' ? to('最好', 0, 1) : to('多半');
  return to(/^[会能将可有是不没]/.test(right) ? '很可能' : '多半', 0, after(right, '地'));
}

function total(right: string, to: To): Softened {
  const of = after(right, '的');
  if (/^(?:的)?人(?![员民口才均群工士])/.test(right)) return to('大多数人', 0, of + 1);
  return to('绝大多数', 0, of);
}

/** 没有做任何调整 → 没有做太多调整; 任何公司都会 → 多数公司都会. */
function any(left: string, right: string, to: To): Softened | null {
  const clause = /[^，。；！？]*$/.exec(left)![0];
  if (/[不没无未]/.test(clause)) return to('太多');
  if (/^时候/.test(right)) return to('大多数');
  return to('多数', 0, right.startsWith('一') ? (/^一[个家位种项只]/.test(right) ? 2 : 0) : 0);
}
