import type { Amount } from './amount.ts';
import type { Lead, Tail } from './approx.ts';
import { among, isArabic, isHan, isLetter, roleAt } from './characters.ts';
import { isName } from './names.ts';
import { areSteps } from './points.ts';

/** What a share may move in a day, behind a number (`20cm涨停`) or before it, in the same clause. */
const LIMIT_BEHIND = /^[^,。;:!?]{0,2}(?:[涨跌]停|封板|[首连]板|地天板|天地板|大长腿)/;
const LIMIT_BEFORE = /(?:[涨跌]停|封板|[首连]板)[^,。;:!?]{0,2}$/;

/** Words of money in whose clause a bare 三百万 is an amount of money. */
const MONEY =
  /(?:收入|营收|斥资|到手|出资|年入|月入|日入|入账|净赚|定增|回购|营业额|国债|套现|坏账|本金|注册资本|缩量|放量|金额|诈骗|集资|欠|利润|净利|融资|市值|成交额|成交|估值|资金|投资|亏损|亏|赚|贷款|销售额|资产|负债|债务|规模|募资|现金|预算|成本|费用|薪|价|花了|投入|花费|产值|GMV|GDP|补贴|罚|支付|净流|买入|卖出|赔|奖|捐|存款|余额|额度|额)[^,。;!?，；]{0,12}$/;

/** Whether the words before `start`, in its clause, speak of money. */
export function speaksOfMoney(text: string, start: number): boolean {
  return MONEY.test(text.slice(Math.max(0, start - 18), start));
}

/** Whether the amount counts as a quantity where it stands; `text` around it settles names, codes and indefinite 一. */
export function accepts(text: string, a: Amount, lead: Lead, tail: Tail): boolean {
  const n = a.numeral;
  const first = roleAt(text, a.start);
  if (isName(text, a, lead)) return false;
  if (a.fraction) return acceptsFraction(text, a);
  if (a.kind !== null) return acceptsUnit(text, a, lead, first);
  if (n.arabic) return acceptsArabic(text, a, lead, tail);
  return acceptsChinese(text, a, lead, tail, first);
}

/** 百分之百放心 is an idiom, 百分之百控股 a quantity. */
function acceptsFraction(text: string, a: Amount): boolean {
  if (text.startsWith('百分之百', a.start) && a.end === a.start + 4)
    return among('控股的权持达以', text, a.end) && text[a.end] !== undefined;
  return true;
}

function acceptsUnit(text: string, a: Amount, lead: Lead, first: number): boolean {
  const n = a.numeral;
  const entry = a.entry;
  const length = n.end - a.start;
  if (a.unit === '码') return areSteps(text, a.start);
  if ((a.unit === '位' || a.unit === '名') && text[a.start - 1] === '前') return false;
  if (a.unit === '款' && n.plainDigits === 4 && n.min >= 1990 && n.min <= 2050) return false;
  if (a.unit === '日') return !n.arabic && '两数几'.includes(text[a.start]!); // 3日, 三日: a day of the month
  if (text[a.start - 1] === '%' && !isArabic(text, a.start - 2)) return false; // an encoded address
  if (a.unit === '条' && among('国科', text, a.start - 1) && !n.arabic) return false; // 国九条
  if (a.unit === '次' && among('届大', text, a.start - 1)) return false; // 四届十次董事会
  if (a.unit === '个点' && n.min === 1 && !n.arabic && isHan(text, a.end) && !'的以左多就都也上下出'.includes(text[a.end]!)) return false;
  if (entry?.loose && lead.word === null && n.plainDigits === 4 && n.min >= 1990 && n.min <= 2050) return false; // 2021城市报告
  // 20cm涨停
  if (
    a.unit === 'cm' &&
    (LIMIT_BEHIND.test(text.slice(a.end, a.end + 5)) || LIMIT_BEFORE.test(text.slice(Math.max(0, a.start - 4), a.start)))
  )
    return false;
  // 24年的1月份: a year
  if (a.unit === '年' && n.plainDigits === 2 && /^的?(?:\d{1,2}月|[一二三四]季度|[上下]半年|年[初底])/.test(text.slice(a.end, a.end + 6)))
    return false;
  // 30年期国债: a kind of bond
  if (a.unit === '年' && /^期?(?:国债|美债|国开债|地方债|特别国债|LPR)/.test(text.slice(a.end, a.end + 5))) return false;
  // 7天期逆回购
  if (a.kind === 'duration' && a.unit !== '年' && /^期(?![限间内])/.test(text.slice(a.end, a.end + 2))) return false;
  if (text[a.start] === '0' && text[a.end] === '购') return false; // 0元购
  // 每百元股票, 申万三级
  if (n.bare && among('每申', text, a.start - 1)) return false;
  if (a.unit === '个点' && MATTERS.test(text.slice(Math.max(0, a.start - 10), a.start))) return false;
  if (a.unit === '刀' && !n.arabic && n.min < 10) return false;
  if (text.startsWith('一点点', a.start)) return false;
  if (entry?.loose && !n.arabic && n.min < 10 && !'仨俩两'.includes(text[a.start]!)) return false;
  if (!n.arabic && length === 1) {
    if (first === 2 && text[a.start] === '一')
      return entry === null || (entry.one && (a.unit !== '块' || a.end - a.start > 2) && !indefinite(text, a));
    // 陆家, 伍位: a surname or a name; 拾, 佰 alone.
    if ('壹贰叁肆伍陆柒捌玖拾佰仟'.includes(text[a.start]!)) return a.kind === 'money';
    if (n.bare) {
      if (lead.word !== null && lead.word !== '小') return n.min >= 100;
      return (entry?.strict ?? false) || a.approx === 'about' || (n.factor >= 1e4 && !entry?.loose);
    }
    if (a.unit === '点' || a.unit === '分') return false;
    if ((a.unit === '天' || a.unit === '年') && among('第每', text, a.start - 1)) return false;
    if (a.unit === '成' && first === 11) return false;
    if (a.unit === '成' && text[a.start] === '一' && text[a.end] === '都') return false; // 城市之一成都
  }
  if (a.unit === '分' && n.positional && n.decimals === 0) return false; // 二八分
  if (a.unit === '点') return acceptsPoint(text, a, lead);
  if (a.unit === '分' && among('点时:', text, a.start - 1)) return false;
  if (a.unit === '月' && n.arabic) return false;
  if (a.unit === '分' && (n.min > 1000 || n.decimals > 2)) return false;
  if (n.arabic && n.leadingZero && length > 2) return false;
  if (a.min < a.max && text[a.start] === '0' && isArabic(text, a.start + 1)) return false; // 02-20股东大会
  if (n.arabic && (a.unit === 'x' || a.unit === 'X')) return !isLetter(text, a.end) && !isArabic(text, a.end);
  if (n.arabic && n.plainDigits >= 7 && entry?.kind === 'count' && n.min > 2e9) return false;
  if (n.min === 360 && entry?.loose) return false;
  return !codeBefore(text, a.start, lead.start);
}

/** Before 几个点 that are points of an argument. */
const MATTERS = /(?:核心|重要|关键|关注|注意|分享|讲|说|看|记住|以下|这|那|深耕)的?$/;

/** 有一天, 某一年, 新一年: no measure of time. */
function indefinite(text: string, a: Amount): boolean {
  if (a.kind !== 'duration') return false;
  if (a.end - a.start > 2 && a.unit !== '个月' && a.unit !== '个交易日') return false;
  return among('有这那某每前上下新同又哪头后第如另近历的', text, a.start - 1);
}

/** 3000点 is a level, 下午3点 a time, 两点 a list. */
function acceptsPoint(text: string, a: Amount, lead: Lead): boolean {
  const n = a.numeral;
  if (n.decimals > 0 || n.min > 24 || lead.word !== null || n.several) return n.min >= 1 || n.decimals > 0;
  if (!n.arabic) return false;
  if (among('钟半整前后多到至-~开左许的', text, a.end) || isArabic(text, a.end)) return false;
  return /[涨跌升降高低点]了?$/.test(text.slice(Math.max(0, a.start - 3), a.start));
}

/** Letters, a dot or a hyphen just before: part of a name or a version. */
function codeBefore(text: string, start: number, leadStart: number): boolean {
  if (leadStart < start) return false;
  const c = text[start - 1];
  if (c === '.' || c === '/' || c === '_') return isArabic(text, start - 2) || isLetter(text, start - 2);
  return false;
}

/** Digits without a unit. */
function acceptsArabic(text: string, a: Amount, lead: Lead, tail: Tail): boolean {
  const n = a.numeral;
  if (lead.currency !== null) return true;
  const next = text[a.end] ?? '';
  const before = text[a.start - 1] ?? '';
  if (n.plainDigits === 0) return true; // 万 or 亿 in it, or k, w
  if (a.min < a.max && n.plainDigits >= 3 && !isHan(text, a.end) && !isLetter(text, a.end)) return true;
  if (a.end > n.end && a.approx !== 'atLeast') return true;
  if (isLetter(text, a.end) || next === '.' || next === '/' || next === ':' || next === '-' || next === '_') return false;
  if (n.leadingZero && n.decimals === 0) return false;
  // 中位数:139.58 says a value, 12:30 a time.
  const labels = before === ':' && (isHan(text, a.start - 2) || n.decimals > 0);
  if ('./:-_#＃*'.includes(before) && before !== '' && !labels) return false;
  if (before === ' ' && (isLetter(text, a.start - 2) || isArabic(text, a.start - 2))) return false;
  if ('代版年月日号'.includes(next) && next !== '') return false;
  if (lineStart(text, a.start)) return false;
  if (n.decimals > 0) {
    if (n.min < 10 && n.decimals === 1 && isHan(text, a.start - 1) && text[a.end - 1] === '0' && lead.word === null) return false; // 工业4.0
    if (n.decimals > 6) return false;
    return !bracketed(text, a) || n.decimals > 1;
  }
  if (n.grouped) return true;
  if (n.plainDigits > 6 || (n.plainDigits === 6 && tail.word === null && lead.word === null)) return false;
  if (bracketed(text, a)) return false;
  const year = n.plainDigits === 4 && n.min >= 1900 && n.min <= 2100;
  if (lead.word !== null && lead.word !== '过' && lead.word !== '小' && !(year && !',。'.includes(next))) return true;
  if (tail.word !== null && tail.word !== '+') return true;
  if (a.approx === 'atLeast' && n.plainDigits >= 3 && !year) return !'证指创科'.includes(before || '!'); // 3000+
  if (n.plainDigits < 2 || year || n.min === 360 || n.min === 996) return false;
  if (
    /(?:升到|涨到|跌到|降到|回到|跌破|突破|冲到|冲破|升至|涨至|跌至|降至|回落至|反弹至|原价|售价|现价|现货|合约现在)了?$/.test(
      text.slice(Math.max(0, a.start - 4), a.start),
    )
  )
    return true;
  // 基差跌到负110
  if (before === '负') return true;
  // 从130一路跌到112
  if (among('从由', text, a.start - 1) && /^[^,。;:!?\d]{1,8}[到至]负?\d/.test(text.slice(a.end, a.end + 10))) return true;
  if (/^(?:之间|区间|(?:这个|这一|的)?(?:缺口|点位|关口|整数关))/.test(text.slice(a.end, a.end + 6))) return true;
  if (isHan(text, a.end) && !'的和与,关大一整附至到、'.includes(next)) return false;
  return /(?:至|到|为|达|破|收于|报|站上|失守|守住|看|降至|攻|只有|仅|是|目标)$/.test(text.slice(Math.max(0, a.start - 2), a.start));
}

function lineStart(text: string, start: number): boolean {
  let i = start - 1;
  while (i >= 0 && i > start - 4 && (text[i] === ' ' || text[i] === '(')) i--;
  return i < 0 || text[i] === '\n';
}

function bracketed(text: string, a: Amount): boolean {
  return among('([【〔<《', text, a.start - 1) && among(')]】〕>》', text, a.end);
}

/** 三百万, 两三百亿, 三千八; 千万不要 and 百姓 are settled before. */
function acceptsChinese(text: string, a: Amount, lead: Lead, tail: Tail, first: number): boolean {
  const n = a.numeral;
  const length = a.end - a.start;
  const next = text[a.end] ?? '';
  if (lead.currency !== null) return true;
  if (n.positional) return n.decimals > 0 && length >= 3;
  if (n.decimals > 0) return true;
  if (n.several && text[a.end - 1] === '几' && text[a.end - 2] === '点') return true;
  if (n.bare) {
    if (lead.word === '上' || lead.word === '过' || lead.word === '破') return n.min >= 100 && !'面下'.includes(next || '!');
    if (length === 1) return false;
    if (n.min >= 1e8 || text[a.end - 1] === '亿') return true;
    return next === '级' || tail.word !== null || lead.word !== null || a.approx !== 'none' || roleAt(text, a.start + 1) <= 10; // 百八十万
  }
  if (n.several && length === 1) return false;
  if (n.min >= 1e4 || among('亿万Ww', text, a.end - 1))
    return length >= 2 && !(first === 2 && length === 2 && text[a.end - 1] === '万' && next === '一');
  if (n.min >= 100 && length >= 2)
    return !isHan(text, a.end) || a.approx !== 'none' || lead.word !== null || tail.word !== null || '的了是到以'.includes(next);
  if (a.approx !== 'none') return n.min >= 10;
  return n.min >= 10 && lead.word !== null && lead.word !== '过' && lead.word !== '小';
}
