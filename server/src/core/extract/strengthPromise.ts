import type { Paragraph } from '../paragraph.ts';
import { indexAt } from '../paragraph.ts';
import type { Span } from '../types.ts';
import { hasCue, wordOf } from './cues.ts';
import { type Form, form, scanForm } from './forms.ts';
import { forceOf } from './strengthContext.ts';

export interface Promised extends Span {
  readonly cue: string;
  readonly group: string;
  readonly features: readonly string[];
}

/** Kind, words of which a text with such a promise has one, and the promise. */
const FORMS: readonly (readonly [string, readonly string[], Form])[] = [
  [
    'blind',
    ['脑', '眼'],
    form(
      '无闭',
      /(?:无脑|闭(?:着)?眼(?:睛)?)(?:都|也)?(?:能|会)?(?:申购|打新|买入|买|拿着|拿|入手|入|冲|躺赚|上|持有|定投|抄|挣|赚|[赚涨]|的事)/,
    ),
  ],
  [
    'gift',
    ['送钱', '捡'],
    form(
      '几简就等相跟像和在白送捡弯',
      /(?:几乎|简直|就|等于|相当于|跟|像|和)?(?:等于|就是|是)?(?:在)?(?:白送钱|白送|送钱|白捡|捡钱|弯腰捡钱|捡漏)(?:一样)?/,
    ),
  ],
  [
    'sure',
    ['100%', '百分', '稳', '包'],
    form(
      '1百稳包',
      /(?:100%|百分之?百|百分百|稳|(?<![承反总分外红面书背转打全])包)(?:能|会|可以)?(?:中签|盈利|赚钱|赚|回本|翻倍|获利|成功|上涨|兑付|收益)/,
    ),
  ],
  [
    'must',
    ['必', '肯定', '一定', '铁定', '绝对', '保证'],
    form(
      '0123456789一二两三四五六七八九十几半春年下明必肯铁绝保',
      /(?:(?:[\d一二两三四五六七八九十几半]+个?[天月年周](?:之?内|后)?|春节前|年底前?|下周|明天|明年))?(?<![不何未务想])(?:必|必定|必然|一定会?|肯定会?|铁定会?|绝对会?|保证)(?:会)?(?:大涨|涨停|涨|翻倍|翻番|赚钱|赚|盈利|回本|暴涨|反弹|中|到(?!期))(?!幅)/,
    ),
  ],
  [
    'easy',
    ['问题', '轻', '没跑', '跑不', '不在话下', '稳稳', '妥妥', '悬念', '不是梦'],
    form(
      '翻0123456789.回涨解新盈赚收这那',
      /(?:翻[一两二三几]?[倍番]|[\d.]+(?:元|块|倍|%|个点)?(?:以上|附近)?|回本|涨停|解套|新高|盈利|赚钱|收益|[这那]个价)[\u4e00-\u9fff]{0,4}(?:没问题|没有问题|不是问题|问题不大|没太大问题|轻轻松松|轻松松|轻而易举|没跑了|没跑|跑不了|不在话下|稳稳的|妥妥的|没悬念|不是梦)/,
    ),
  ],
  [
    'floor',
    ['有底', '保底', '跌无可跌', '跌不动', '下行空间', '最坏', '风险', '确定'],
    form(
      '下跌最风基几完没低零无收确',
      /(?:下跌有底|下有保底|下有底|跌无可跌|跌不动了|下行空间[\u4e00-\u9fff]{0,3}(?:锁死|封死|没有|为零)|最坏[\u4e00-\u9fff]{0,3}少赚[\u4e00-\u9fff]{0,2}|风险[\u4e00-\u9fff]{0,3}(?:不存在|为零|忽略不计|趋近于零|接近于零)|(?:基本|几乎|完全)?没有?(?:任何)?风险|(?:低|零|无)风险[、,]?高收益|收益确定|确定性(?:的)?(?:收益|机会))/,
    ),
  ],
  [
    'loss',
    ['亏', '赔', '违约', '丢失', '掉下来', '雷', '破发'],
    form(
      '怎绝肯一永几基不没亏',
      /(?:怎么[买都]{1,2}不?会?|绝对|肯定|一定|永远|绝|几乎|基本)?(?:不会|不可能|没理由)(?:再)?(?:亏损|亏钱|亏本|亏|赔钱|赔本|赔|违约|丢失|掉下来|暴雷|爆雷|破发)|(?:没有|没)(?:一个|人)?亏(?:钱|过|损)的?|亏(?:不了|不到)[\u4e00-\u9fff]{0,2}/,
    ),
  ],
  [
    'back',
    ['回本', '翻倍', '翻番', '解套'],
    form(
      '春年0123456789一二两三四五六七八九十几半',
      /(?:春节前|年底前?|年内|[\d一两二三四五六七八九十几半]+个?[月年天](?:内|就|后|之内)?)(?:就)?(?:能|可|会|必)?(?:回本|翻倍|翻番|解套)/,
    ),
  ],
  [
    'lie',
    ['躺', '坐', '睡', '稳'],
    form(
      '躺坐睡稳',
      /(?:躺(?:着)?|坐(?:着)?|睡(?:着)?)(?:就|也)?(?:能|有|可以)?(?:赚钱|赚|赢|收钱|数钱|收益|发财)|稳(?:稳|·稳)?·?(?:躺|抓)·?赚?[\u4e00-\u9fff]{0,4}/,
    ),
  ],
  [
    'daily',
    ['每天', '天天', '每月', '月月', '每年', '年年'],
    form('每天月年', /(?:每天|天天|每月|月月|每年|年年)(?:都)?(?:能|可|可以|稳)?(?:稳)?(?:赚|进账|收益|有钱拿|拿)[\u4e00-\u9fff\d]{1,5}/),
  ],
  [
    'chance',
    ['概率', '几率', '机率', '胜率'],
    form(
      '盈赚上成获胜',
      /(?:盈利|赚钱|上涨|成功|获利)(?:的)?(?:概率|几率|机率)[\u4e00-\u9fff]{0,3}(?:9\d|100)(?:\.\d+)?%|胜率(?:高达|达到|接近)?(?:9\d|100)%/,
    ),
  ],
  [
    'vow',
    ['保证'],
    form('可能保', /(?:可|能)?保证(?:至少|每年|年化|最低)?[\u4e00-\u9fff\d.%]{0,6}(?:收益|回报|盈利|利息|股息|分红|本金|兑付)/),
  ],
];

/** By character, the forms, a bit each, that have a word: which begins with it, which it stands second in, which it is alone. */
const BEGINNINGS = new Uint16Array(0x10000);
const SECONDS = new Uint16Array(0x10000);
const SINGLE = new Uint16Array(0x10000);
if (FORMS.length > 16) throw new Error('more forms than bits');
for (const [k, [, keys]] of FORMS.entries())
  for (const key of keys)
    if (key.length === 1) SINGLE[key.charCodeAt(0)]! |= 1 << k;
    else {
      BEGINNINGS[key.charCodeAt(0)]! |= 1 << k;
      SECONDS[key.charCodeAt(1)]! |= 1 << k;
    }

/** The forms, a bit each, that a text may have: after one pass most texts are searched for no word at all. */
function possibleForms(text: string): number {
  let possible = 0;
  let before = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    possible |= SINGLE[c]! | (before & SECONDS[c]!);
    before = BEGINNINGS[c]!;
  }
  return possible;
}

/** Somebody warns of such words, or tells that others use them. */
const WARNED =
  /不得|禁止|严禁|警惕|谨防|诱饵|诱导|为名|字样|表述|宣传|声称|承诺书|虚假|骗|所谓|误解|不存在|没有什么|不承诺|不保证|不构成|打破|刚性|退出|去刚|相信|如果|别|不要|拒绝|切勿|并非|不是|逾期|投诉|举报|监管/;
const TOLD = /[“"](?=$)/;

export function promises(p: Paragraph): Promised[] {
  const { text } = p;
  const out: Promised[] = [];
  for (const cue of p.cues.of('promise')) out.push(one(p, cue.start, cue.end, wordOf(cue), 'word'));
  const possible = possibleForms(text);
  for (let k = 0; k < FORMS.length; k++) {
    if ((possible & (1 << k)) === 0) continue;
    const [kind, keys, promise] = FORMS[k]!;
    if (!keys.some((key) => text.includes(key))) continue;
    scanForm(text, promise, (start, end) => {
      if (!out.some((o) => o.start <= start && o.end >= end)) out.push(one(p, start, end, `form-${kind}`, kind));
    });
  }
  return out;
}

function one(p: Paragraph, start: number, end: number, cue: string, kind: string): Promised {
  const { text } = p;
  const clause = p.clauses[indexAt(p.clauses, start)];
  const from = clause?.start ?? start;
  const until = clause?.end ?? end;
  const denied = hasCue(p.cues.of('negation'), from, start);
  const warned = WARNED.test(text.slice(Math.max(from, start - 24), start)) || WARNED.test(text.slice(end, Math.min(until, end + 16)));
  const force = forceOf(p, { start, end });
  const quoted = TOLD.test(text.slice(0, start).slice(-1));
  const right = text.slice(end, end + 2);
  return {
    start,
    end,
    cue,
    group: denied ? 'denied' : 'word',
    features: [
      `kind=${kind}`,
      `force=${force}`,
      `warned=${warned}`,
      `quoted=${quoted}`,
      `kept=${!denied && !warned && !quoted && (force === 'plain' || force === 'advised')}`,
      `kind-kept=${kind}-${!denied && !warned}`,
      `whole=${start === from && end === until}`,
      `ends=${end === until}`,
      `of=${right.startsWith('的') ? 'of' : /^[能责承方机股债基产条]/.test(right) ? 'term' : 'other'}`,
    ],
  };
}
