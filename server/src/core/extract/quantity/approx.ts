import { codeAt } from '../../text/characters.ts';
import type { Approx } from '../../types.ts';
import { isBalance } from './balance.ts';
import { among, isHan } from './characters.ts';
import { CURRENCY_PREFIXES } from './currencies.ts';
import { type Word, WordTable, words } from './words.ts';

/** Words before a number. `近` and `约` alone are guarded by BAD_LEAD. */
const LEADS = new WordTable<Approx>([
  ...words<Approx>(
    '约 大约 约为 约合 大概 差不多 大致 约莫 估摸 估计约 大体 大约为 大概是 大概有 约有 约占 约达 平均约 折合约 大约有 折约 大约是 差不多是 大致是 大致为 大概只有 大约只有 差不多有 大致有',
    'about',
  ),
  ...words<Approx>('接近 近 将近 接近于 逼近 快到 快要 小 不到 不足 低于 少于 小于 未到 未满 不满 不及 未达 远低于 没到', 'below'),
  ...words<Approx>('超过 超 逾 超过了 多于 高于 大于 已超 已超过 远超 远超过 远高于 超出 不止 过 破', 'above'),
  ...words<Approx>(
    '至少 不少于 不低于 起码 最少 不下 不下于 不小于 至少有 少说 少说也有 至少要 至少还需 至少还有 至少还要 至少需 至少需要 至少得 大于等于 ≥',
    'atLeast',
  ),
  ...words<Approx>(
    '最多 至多 至多还有 最多还有 最多需 最多需要 不超过 不高于 顶多 不多于 不大于 未超过 没超过 不超 小于等于 ≤ 至多为 最多有',
    'atMost',
  ),
  ...words<Approx>('整整 足足', 'none'),
  ['>', 'above'],
  ['<', 'below'],
]);

/** 不得超过三成, 不能低于15%: what is denied bounds from the other side. */
const BOUNDS: Readonly<Record<string, Approx>> = {
  超过: 'atMost',
  高于: 'atMost',
  大于: 'atMost',
  多于: 'atMost',
  超出: 'atMost',
  低于: 'atLeast',
  少于: 'atLeast',
  小于: 'atLeast',
};
const DENIED = /(?:(?<!会)不会|不得|(?<!能)不能|(?<!应)不应|不宜|(?<!要)不要|(?<!可)不可(?:能)?|(?<!有)没有|绝不|难以|尚未)再?$/;

/** One-character leads that are the tail of another word after these. */
const BAD_LEAD: Readonly<Record<string, string>> = {
  近: '最附临靠亲远邻就走相切贴',
  约: '合预签条节契违纽特制公履邀和爽守毁失简续缔解婉绰隐',
  超: '中英德意反赶高西法',
  过: '不经通超透路渡穿越度错难跳绕胜亏受来去好说做看见买卖用吃拿',
  破: '突冲跌击打涨升',
  小: '大中最缩减从较很变弱狭',
};

/** Words after a number and its unit. */
const TAILS = new WordTable<Approx>([
  ...words<Approx>('左右 上下 附近 前后 一线 一带 许 的样子 光景 之谱 左近', 'about'),
  ...words<Approx>('以上 及以上 (含)以上 或以上 或更多 或更高 及更多 和以上 (及以上) (含以上) +', 'atLeast'),
  ...words<Approx>('以下 及以下 (含)以下 之下 不到 还不到 都不到 下方 或以下 或更低 或更少', 'below'),
  ...words<Approx>('以内 之内', 'atMost'),
  ...words<Approx>('多 余 许多 有余 出头 开外 上方 还多 之上 挂零 还许多 还要多 还有余 还不止 都不止 还带拐弯', 'above'),
]);

const PREFIXES = new WordTable<string>(CURRENCY_PREFIXES);

/** What stands before a number: where the quantity begins, its approximator, its currency. */
export interface Lead {
  readonly start: number;
  readonly approx: Approx;
  readonly currency: string | null;
  readonly unit: string | null;
  readonly word: string | null;
}

/** Reads approximators and currencies backwards from `start`, no further than `floor`. */
export function leadBefore(text: string, start: number, floor: number, allow: (word: string) => boolean): Lead {
  let at = start;
  let approx: Approx = 'none';
  let currency: string | null = null;
  let unit: string | null = null;
  let said: string | null = null;
  for (let round = 0; round < 4; round++) {
    const end = at > floor && codeAt(text, at - 1) === 32 ? at - 1 : at;
    const word: Word<Approx> | null = said === null ? LEADS.before(text, end, floor) : null;
    if (word !== null && allow(word.word) && !badLead(text, end, word.word)) {
      // 大概有三百家: the verb parts the approximator from the range marked.
      if (!/[有占达需要得]$/.test(word.word)) at = end - word.word.length;
      approx = word.value;
      said = word.word;
      const denied = BOUNDS[word.word] === undefined ? null : DENIED.exec(text.slice(Math.max(floor, at - 5), at));
      if (denied !== null) {
        at -= denied[0].length;
        approx = BOUNDS[word.word]!;
      }
      continue;
    }
    const money: Word<string> | null = currency === null ? PREFIXES.before(text, end, floor) : null;
    if (money === null || inWord(text, end - money.word.length, money.word)) break;
    at = end - money.word.length;
    currency = money.value;
    unit = money.word;
  }
  return { start: at, approx, currency, unit, word: said };
}

function badLead(text: string, end: number, word: string): boolean {
  const before = BAD_LEAD[word];
  const i = end - word.length - 1;
  if (before !== undefined && i >= 0 && before.includes(text[i]!)) return true;
  if (word === '超' && among('买卖入出', text, i)) return isBalance(text, i, end);
  if (word === '>' || word === '<') return i >= 0 && /[0-9A-Za-z<>]/.test(text[i]!);
  return word === '小' && i >= 0 && /[0-9A-Za-z]/.test(text[i]!);
}

/** `USD` is no prefix in `BUSD`; letters before letters. */
function inWord(text: string, start: number, word: string): boolean {
  return /^[A-Z]/.test(word) && start > 0 && /[A-Za-z]/.test(text[start - 1]!);
}

/** Whether a plus before `at` adds what is named there, as in `50%+净利润增速`, rather than saying "and more". */
export function adds(text: string, at: number): boolean {
  return isHan(text, at) && text[at] !== '的';
}

/** What stands after a number. */
export interface Tail {
  readonly end: number;
  readonly approx: Approx;
  readonly word: string | null;
}

/** Characters after which a tail is another word: `余额`, `多头`, `附近的人` is fine. */
const BAD_TAIL: Readonly<Record<string, string>> = {
  多: '头空方样元层数单的少重边彩',
  余: '额量款下地热',
  许: '可诺愿久',
  '+': '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  一线: '城产员',
  前后: '端',
  上下: '文游级属班',
};

/** Reads one approximator that starts at `end`. */
export function tailAfter(text: string, end: number): Tail {
  let at = end;
  let found = TAILS.at(text, at);
  if (found === null && codeAt(text, at) === 32) {
    at++;
    found = TAILS.at(text, at);
    if (found !== null && found.word.length < 2) found = null;
  }
  if (found === null) return { end, approx: 'none', word: null };
  const stop = at + found.word.length;
  const bad = BAD_TAIL[found.word];
  if (bad !== undefined && stop < text.length && bad.includes(text[stop]!)) return { end, approx: 'none', word: null };
  if (found.word === '+' && adds(text, stop)) return { end, approx: 'none', word: null };
  return { end: stop, approx: found.value, word: found.word };
}

/** The approximator of a number said twice over: `至少…以上`; the stricter bound before, else the one after. */
export function combine(before: Approx, inner: Approx, after: Approx): Approx {
  if (before !== 'none' && before !== 'about') return before;
  if (after !== 'none' && after !== 'about') return after;
  if (inner !== 'none') return inner;
  return before !== 'none' ? before : after;
}
