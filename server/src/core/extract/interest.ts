import type { Paragraph } from '../paragraph.ts';
import { type Cue, hasCue } from './cues.ts';

/** A phrase that may show what its speaker gains, with what kind of tie it tells. */
export interface Interest {
  readonly start: number;
  readonly end: number;
  /** The tie: `hold`, `buy`, `invest`, `kept`, `serve`, `earn`, `own`, `offer`. */
  readonly tie: string;
  readonly verb: string;
  /** Who: `we`, `I`, `firm`, `other`, or `none` where the subject is left out. */
  readonly who: string;
  /** How far the span reaches: `verb`, `noun`, `clause`, `rest`. */
  readonly reach: string;
  readonly features: readonly string[];
}

const WHO =
  /(?:我们公司|我们基金|我们(?:自己)?|我自己|我本人|我个人|我家(?:人|里)?|本人|笔者|咱们?|我司|本公司|本基金|本行|本机构|我(?![国方市省县院校党军觉想认]))/g;
const TIES: readonly [string, RegExp][] = [
  ['kept', /(?:一股(?:都|也)?没(?:有)?卖|还?没(?:有)?卖(?:过|出)?|没有?清仓|没有?减仓|没有?赎回|不打算卖|在同一条船上)/],
  [
    'earn',
    /(?:有?返佣|拿佣金|抽佣|(?:也)?赚了钱|(?:拿|收|抽|分)(?:了)?(?:提成|[0-9一二两三四五六七八九十.]+个点|佣|广告费|赞助费|推广费|顾问费|服务费)|有(?:直接)?利益|利益相关)/,
  ],
  [
    'invest',
    /(?:领投|跟投|参投|投资|入股|参股|投|创立|创办|孵化|打造)(?:了|的|过)|创立(?=[A-Z\u4e00-\u9fff])|投(?=[A-Za-z\u4e00-\u9fff]{2,6}(?:是|或|,|的时候))|天使轮进的|(?:领|跟)投|投过|[A-D天使Pre]{1,4}轮(?:就)?(?:进|投)/,
  ],
  [
    'hold',
    /(?:持有(?!.{0,4}(?:看法|见解|观点|意见|态度|立场|怀疑))|重仓|满仓|半仓|持仓|持股|拥有|配置(?=了)|拿着|拿了|定投|仓位|有(?=[\u4e00-\u9fffA-Za-z0-9]{2,6}(?:转债|股票|基金|股份))|占(?=我|总资产)|有(?=[0-9一二两三四五六七八九十几百千万.]+(?:手|股|份|张|只|枚|克|套))|底仓|留着|在里头|在里面|(?<![投发开播释])放了|手里(?:就|还|也)?有|是股东|的仓(?![储库]))/,
  ],
  [
    'buy',
    /(?:买入|买进|买了|买过|买回|买的|买早|(?<![市场史际身以会路网线])上的|认购|(?<!直)接的|捡了|收了|(?<![先引改])进的|出手|挑了|买(?=它|这只|点|些|一些)|加仓|建仓|抄底|入手|布局|上车|补仓|换仓|切换到|申购|潜伏|开仓)/,
  ],
  [
    'serve',
    /(?:是[^,。]{1,14}(?:股东|投资人|顾问|承销商|保荐(?:人|机构)|董事|员工|客户|签约[^,。]{1,6}|车主|财务顾问)|担任|任职|做顾问|在[^,。]{1,10}(?:工作组|董事会|理事会)里)/,
  ],
];
const MINE =
  /我(?:自己|手里|手上)的?(?:那|这)(?:只|支|点|几只|笔|套|几手)(?:基金|股票|票|转债|仓位)?|我们家(?:新|刚|自己|最近)?(?:发|出|推|发行|代理)?的(?:那|这)?(?:只|款|支|个)?[\u4e00-\u9fffA-Za-z0-9]{0,6}|我们?(?:就)?是来(?:卖|推销|带货)的?|(?:我自己|我们|我|咱们?)的(?:[\u4e00-\u9fffA-Za-z0-9]{0,8}?)(?:仓位|持仓|组合|账户|宽基|低波|红利|转债|基金|策略|产品|平台|系统|服务|公司|品牌|社群|课程|股票|ETF|战队|网站|书|机器|技术|行业|钱|工具|皮肤|药)|我司(?:的)?(?:产品|平台|系统|服务)|(?:我们|我|本基金)?(?:的)?(?:被投企业|被投公司|投资组合公司|投后企业)/g;
const OFFER =
  /(?:扫码|加(?:助理|客服|小编|老师)?微信|加(?:助理|客服)|客服微信|私信我|后台(?:私信|发消息|回复)|进群|入群|加入我的|(?:找|联系|跟)[^,。]{1,4}报名|报名(?:链接|方式|从速)|优惠价|名额(?:仅|只|还)?剩|剩[^,。]{0,4}名额|原价[0-9]|国庆价|专供|(?:vip|VIP|会员)(?:学员|群|专享|直播)|开户渠道|优惠渠道|优惠码|团购价|专属链接|开户链接|找我交易|下单链接)/;
const OTHERS =
  /[\u4e00-\u9fff]{2,8}是(?:我们|我司|本公司|我)的?(?:[早A-D]?[期轮]?)(?:股东|投资人|投资方|客户|合作伙伴)|(?:他|她|其|[\u4e00-\u9fff]{2,4})(?:也|还|同时|曾|就|自己|仍|在)?(?:[0-9]{4}年|早年|去年|今年)?(?:投的|领投的|参投的|持有[^,。]{1,16}(?:股份|股权|份额)|是[^,。]{1,16}(?:投资人之一|股东|财务顾问|顾问|董事|承销商))/;
const UNREAL = /如果|假如|要是|若|万一|会(?!议)|想|打算|计划|考虑|准备|应该|可以|建议|不会|或许|可能|等待|希望|目标/;
const DISCLOSES = /披露|声明|利益相关|说明|坦白|申报|合规|屁股|打折|打个折|免得/;
/** A disclosure in its proper place: in brackets or a line of its own. */
const FOOT = /^[(*[_]?(?:利益)?(?:披露|声明|免责|利益相关|\(|\*|注[::]|本信|本文)/;
const STAKE = /(?:目前|现)?(?:仍|还|也)?(?:持有|占)[^,。]{1,12}(?:[0-9.]+%|[一二三四五六七八九]成)的?(?:股份|股权|份额)/;
const LEFT_OUT =
  /^(?:[0-9]{1,2}[、.])?(?:今天|昨天|上周|本周|目前|现在|已经|已|又|也|前些天|节前|继续|还|刚|于是|因此|这两天|周[一二三四五]|[0-9.]+元?|在[0-9.]+元?)*(?:$)/;

function holds(cues: readonly Cue[], start: number, end: number): boolean {
  return cues.length > 0 && hasCue(cues, start, end);
}

/** Phrases of a paragraph that tell of holdings, trades, ties and offers of whoever speaks. Several spans may stand for one. */
export function interests(p: Paragraph): Interest[] {
  const { text, clauses } = p;
  const out: Interest[] = [];
  const ties = p.cues.of('tie');
  const offers = p.cues.of('offer');
  const firsts = p.cues.of('first');
  if (ties.length + offers.length + firsts.length === 0) return out;
  const first = firsts.length > 0 || /本公司|我司|本基金|本行/.test(text);
  const discloses = DISCLOSES.test(text);
  const foot = FOOT.test(text.trimStart()) || (text.length < 90 && /^[(*]/.test(text.trimStart()));
  for (let c = 0; c < clauses.length; c++) {
    const { start, end, mark, sentence } = clauses[c]!;
    const tied = holds(ties, start, end);
    const offered = holds(offers, start, end);
    const own = holds(firsts, start, end);
    if (end - start < 3 || !(tied || offered || own)) continue;
    const clause = text.slice(start, end);
    const offer = offered ? OFFER.exec(clause) : null;
    const add = (from: number, to: number, tie: string, verb: string, who: string, reach: string, more: readonly string[] = []) => {
      const shared = [
        `discloses=${discloses}`,
        `foot=${foot || text.charAt(start - 1) === '('}`,
        `unreal=${UNREAL.test(clause)}`,
        `question=${mark === '?'}`,
        `number=${/[0-9]/.test(clause)}`,
      ];
      out.push({ start: start + from, end: start + to, tie, verb, who, reach, features: [...shared, ...more] });
    };
    if (offer) {
      add(0, clause.length, 'offer', offer[0], 'none', 'clause');
      // The price goes on: `原价1999,现价499`.
      let last = c;
      while (clauses[last + 1]?.sentence === sentence && /价|[0-9]{3}/.test(text.slice(clauses[last + 1]!.start, clauses[last + 1]!.end)))
        last++;
      if (last > c) add(0, clauses[last]!.end - start, 'offer', offer[0], 'none', 'rest');
    }
    if (own || clause.includes('司') || clause.includes('投')) {
      MINE.lastIndex = 0;
      for (let m = MINE.exec(clause); m !== null; m = MINE.exec(clause)) {
        add(m.index, m.index + m[0].length, 'own', m[0].slice(-2), 'we', 'noun');
      }
    }
    if (!tied) continue;
    let named = false;
    if (first) {
      WHO.lastIndex = 0;
      for (let m = WHO.exec(clause); m !== null && !named; m = WHO.exec(clause)) {
        const [who] = m;
        const from = m.index + who.length;
        const near = clause.slice(from, from + 16);
        for (const [tie, pattern] of TIES) {
          const v = pattern.exec(near);
          if (v === null || /[觉认知说看想问猜]/.test(near.slice(0, v.index))) continue;
          named = true;
          const kind = /公司|司|基金|行|机构/.test(who) ? 'firm' : who.includes('们') ? 'we' : 'I';
          const verbEnd = from + v.index + v[0].length;
          const tail = /^(?:了|过|着|的)?/.exec(clause.slice(verbEnd))![0];
          const short = verbEnd + tail.length;
          const more = [`gap=${Math.min(4, v.index)}`, `tail=${tail}`, `own=${OBJECT.test(clause.slice(verbEnd))}`];
          const plain = !foot && mark !== '?' && !UNREAL.test(clause);
          more.push(`plain=${plain && OBJECT.test(clause.slice(verbEnd))}+${tie}+${kind}`);
          const refuses = tie !== 'kept' && /[不没未]/.test(near.slice(0, v.index));
          if (refuses) break;
          const of = tail === '的' || v[0].endsWith('的');
          const rest = Math.min(clause.length, m.index + 26);
          if (of || clause.length - short < 2 || rest - short > 3 * (short - m.index)) add(m.index, short, tie, v[0], kind, 'verb', more);
          if (of) {
            const noun = /^[^,。,、是在有]{1,6}?(?:家|公司|企业|项目|只|笔|股票|基金|标的|转债)/.exec(clause.slice(short));
            if (noun) add(m.index, short + noun[0].length, tie, v[0], kind, 'noun', more);
          }
          if (clause.length > short && !of) add(m.index, rest, tie, v[0], kind, 'rest', more);
          if (m.index > 0 && clause.length < 36) add(0, clause.length, tie, v[0], kind, 'clause', more);
          break;
        }
      }
    }
    if (named) continue;
    for (const [tie, pattern] of TIES) {
      if (tie === 'serve' || tie === 'invest') continue;
      const v = pattern.exec(clause);
      if (v === null || v.index > 14) continue;
      const lead = LEFT_OUT.test(clause.slice(0, v.index));
      if (!lead) continue;
      const more = [`own=${OBJECT.test(clause)}`, `done=${/了|过/.test(clause)}`];
      const numbered = /^[0-9.元、]+/.exec(clause)?.[0].length ?? 0;
      add(numbered, clause.length, tie, v[0], 'none', 'clause', more);
      break;
    }
    const stake = clause.includes('持有') ? STAKE.exec(clause) : null;
    if (stake) add(stake.index, stake.index + stake[0].length, 'stake', '持有', 'other', 'noun');
    const other = /[投持是]/.test(clause) ? OTHERS.exec(clause) : null;
    if (other) add(other.index, other.index + other[0].length, 'other', other[0].slice(-2), 'other', 'noun');
  }
  return out;
}

/** What can be held or praised: a security, a firm, a stake. */
const OBJECT = /股|债|基金|公司|企业|项目|份额|币|黄金|ETF|仓|账户|产品|轮|家|它|[A-Z]{2,}/;
