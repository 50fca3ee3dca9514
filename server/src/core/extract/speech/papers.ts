import type { Paragraph } from '../../paragraph.ts';
import type { RawQuote } from './quotes.ts';
import { type FoundAct, makeAct } from './reach.ts';
import { type Parsed, parseSubject } from './subject.ts';
import { trimSubject } from './trim.ts';

const PAPERS =
  /(?:最新|该|此|上述|公司|其)?(?:20\d\d年?)?(?:年报|半年报|中报|一季报|三季报|季报|财报|公告|报告|快报|预告|官方网站|官[网微])$/;
const RULES =
  /(?:规定|规则|政策|要求|模型|理论|经验|逻辑|标准|口径|条件|协议|合同|原则|方案|法|条例|办法|惯例|常理|计算|思路|比例|市值|价格|假设|节奏|惯性|规律|指数|传统|说法|财务|经营|运营)$/;

const ACCORDING =
  /(?:^|[,。;:!?“(\s])(?:据|根据|按照|依据|依照|按)(?!悉|说|此|了解|报道|统计|称|传|测算|估计|媒体|外媒)([^,。;:!?“”]{2,40}?)(?:在[^,]{1,20})?(?:公布|发布|披露|提供)?的?(?:最新)?(?:月度|季度|年度|初步)?(?:官方)?(数据|统计|报告|预测|测算|研究|调查|规划|计划|公告|年报|财报|披露|消息|报道|估算|估计|口径|研报|调研|监测)?(?:显示|表明|指出)?[,:]/g;
const SHOWS =
  /(?:^|[,。;:!?])([^,。;:!?“”]{2,40}?)(?:公布|发布|披露|提供)?的?(?:最新|此项|一份|这份)?(?:20\d\d年?)?(?:月度|季度|年度|半年度)?(数据|统计|报告|调查|年报|财报|三季报|半年报|公告|研报|预测|模型|研究|资料)(?:中)?(?:显示|表明|指出|提及|提到)/g;

/** `据华尔街日报,` `根据FactSet的数据` `IHS公布的最新数据显示`: a body speaks through its papers. */
export function documentActs(p: Paragraph, quotes: readonly RawQuote[], out: FoundAct[]): void {
  const { text } = p;
  if (!/[据按]|显示|表明|指出|提[及到]/.test(text)) return;
  for (const pattern of [ACCORDING, SHOWS]) {
    pattern.lastIndex = 0;
    for (let m = pattern.exec(text); m !== null; m = pattern.exec(text)) {
      const start = m.index + m[0].indexOf(m[1]!);
      const end = m.index + m[0].replace(/[,:]$/, '').length;
      pattern.lastIndex = end;
      if (out.some((a) => a.verb.start >= m.index && a.verb.start < end + 2)) continue;
      const trimmed = trimSubject(m[1]!);
      const parsed = parseBody(trimmed.text);
      if (!parsed) continue;
      out.push(makeAct(p, { parsed, start, alias: trimmed.alias }, start, end, end, quotes));
    }
  }
}

function parseBody(text: string): Parsed | null {
  const clean = text.replace(/(?:的|公布|发布|披露|提供|最新|在)+$/, '').trim();
  if (RULES.test(clean)) return null;
  if (PAPERS.test(clean)) {
    const owner = clean.replace(PAPERS, '').replace(/的$/, '');
    return owner.length < 2 ? { subject: { kind: 'document', paper: /报告$/.test(clean) }, weight: 0 } : parseBody(owner);
  }
  if (clean.length < 2 || clean.length > 24 || /[的了]/.test(clean)) return null;
  const parsed = parseSubject(clean, true);
  if ((parsed?.subject.kind === 'name' && parsed.weight >= 1) || parsed?.subject.kind === 'document') return parsed;
  if (/^[A-Z“][A-Za-z0-9“”\u4e00-\u9fff ]+$/.test(clean))
    return { subject: { kind: 'name', name: clean, body: true, sure: true }, weight: 2 };
  return null;
}
