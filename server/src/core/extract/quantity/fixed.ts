import type { QuantityKind } from '../../types.ts';
import { ARABIC, among, roleAt, tidy } from './characters.ts';
import { parseNumeral } from './numeral.ts';

/** An amount that is a word rather than a number and a unit. */
export interface FixedAmount {
  readonly end: number;
  readonly min: number;
  readonly max: number;
  readonly kind: QuantityKind;
  readonly unit: string | null;
  readonly approx: 'none' | 'above';
}

function percent(end: number, value: number, approx: 'none' | 'above' = 'none'): FixedAmount {
  return { end, min: value, max: value, kind: 'percent', unit: null, approx };
}

/** 一半, 半数, 过半, 大半, 腰斩, 翻番, 翻倍, 翻两番, 两位数 at `i`, or null. 翻 N 番 is ×2ᴺ, 腰斩 a fall by 50%. */
export function fixedAt(text: string, i: number): FixedAmount | null {
  const next = text[i + 1];
  switch (text[i]) {
    case '一':
      // 一大半, 一多半
      if ((next === '大' || next === '多') && text[i + 2] === '半' && !among('年个天小夜辈生', text, i + 3))
        return percent(i + 3, 50, 'above');
      if (next !== '半' || among('会一夜', text, i + 2) || roleAt(text, i - 1) !== 0) return null;
      // 一半是海水: half of what? 其中一半是它 says.
      if (text[i + 2] === '是' && !among('中有的近了占约就到过', text, i - 1)) return null;
      return percent(i + 2, 50);
    case '半':
      if (next === '数') return text[i - 1] !== '过' ? percent(i + 2, 50) : null;
      // 近半
      return text[i - 1] === '近' && !'年月天日个小夜路场导空价百山米里'.includes(next ?? '!') ? percent(i + 1, 50) : null;
    case '过':
      if (next !== '半' || among('通超难经透不', text, i - 1) || among('年个天小载夜山价', text, i + 2)) return null;
      return percent(text[i + 2] === '数' ? i + 3 : i + 2, 50, 'above');
    case '大':
      if (next !== '半' || among('年个天小夜辈生', text, i + 2)) return null;
      return percent(i + 2, 50, 'above');
    case '腰':
      return next === '斩' ? percent(i + 2, 50) : null;
    case '对':
      return next === '折' && !among('磨叠线角', text, i + 2)
        ? { end: i + 2, min: 5, max: 5, kind: 'other', unit: '折', approx: 'none' }
        : null;
    case '翻':
      return doubling(text, i);
    case '个':
      return text.startsWith('位数', i + 1) ? digitsLong(i + 3, 1) : null;
    case '双':
      return text.startsWith('位数', i + 1) ? digitsLong(i + 3, 2) : null;
    case '千':
    case '万':
      return feeRate(text, i);
    default:
      return null;
  }
}

/** What a rate in thousandths or ten-thousandths is of. */
const FEE = '佣金|手续费|费率|滑点|印花税|过户费|规费|返佣|冲击成本|交易成本';
const FEE_BEFORE = new RegExp(`(?:${FEE})(?:率|一般|大概|大约|目前|只有|只要|最低|默认|都|才|是|为|约|仅|低至|降到|降至|按|收|:){0,3}$`);
const FEE_BEHIND = new RegExp(`^(?:免五)?的?(?:交易)?(?:${FEE}|免五)`);

/** 千三的滑点, 佣金万2.5: a trader's short way of saying 千分之三, 万分之二点五. */
function feeRate(text: string, i: number): FixedAmount | null {
  const role = roleAt(text, i + 1);
  if ((role !== ARABIC && (role < 2 || role > 10)) || roleAt(text, i - 1) !== 0) return null;
  const n = parseNumeral(text, i + 1);
  if (n === null || n.factor !== 1 || n.min !== n.max || n.min >= 10) return null;
  if (!FEE_BEHIND.test(text.slice(n.end, n.end + 9)) && !FEE_BEFORE.test(text.slice(Math.max(0, i - 12), i))) return null;
  const [unit, of] = text[i] === '千' ? ['千分之', 10] : ['万分之', 100];
  const value = tidy(n.min / of);
  return { end: n.end, min: value, max: value, kind: 'percent', unit, approx: 'none' };
}

function digitsLong(end: number, count: number): FixedAmount {
  return { end, min: count === 1 ? 1 : 10 ** (count - 1), max: 10 ** count - 1, kind: 'other', unit: '位数', approx: 'none' };
}

/** 两位数, 九位数 at the numeral at `i`. */
export function digitCountAt(text: string, i: number, end: number, value: number): FixedAmount | null {
  return text.startsWith('位数', end) && value >= 1 && value <= 15 && end - i <= 2 ? digitsLong(end + 2, value) : null;
}

function doubling(text: string, i: number): FixedAmount | null {
  const next = text[i + 1];
  if (next === '倍' || next === '番') return { end: i + 2, min: 2, max: 2, kind: 'multiple', unit: next, approx: 'none' };
  const at = next === '了' || next === '上' || next === '出' ? i + 2 : i + 1;
  if (roleAt(text, at) === 0) return null;
  const n = parseNumeral(text, at);
  if (n === null) return null;
  if (text[n.end] === '番' && n.max <= 20) {
    const more = text[n.end + 1] === '多' ? 1 : 0;
    return {
      end: n.end + 1 + more,
      min: 2 ** n.min,
      max: 2 ** (n.max + more),
      kind: 'multiple',
      unit: '番',
      approx: more === 1 ? 'above' : 'none',
    };
  }
  return null;
}
