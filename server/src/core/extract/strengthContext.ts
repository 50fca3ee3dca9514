import type { Paragraph } from '../paragraph.ts';
import { indexAt } from '../paragraph.ts';
import type { Span } from '../types.ts';
import { hasCue } from './cues.ts';

/** How the clause around a strong word takes back, softens or only supposes what the word says. */
export type Force = 'denied' | 'softened' | 'legal' | 'asked' | 'supposed' | 'advised' | 'own' | 'plain';

const DENIED =
  /(?:不|没|没有|非|未|未必|并非|尚未|还没|不是|不会|不能|无法|难以|谈不上|算不上|不敢|无需|不必|未能|没能|不可能|而非|而不是|不等于|不见得)(?:是|会|能|都|有|就|被|说|要|再|得到)?$/;
const SOFTENED =
  /(?:几乎|近乎|差不多|基本|基本上|大致|大体|可能|也许|或许|大概|似乎|恐怕|接近|看似|看起来|所谓|号称|貌似|好像|大多|多半|不敢说)(?:上|是|会|就|都|已经|能)?$/;
/** Wording of contracts, notices and disclaimers. */
const LEGAL =
  /构成|承担|连带|免责|声明|虚假记载|重大遗漏|误导性|另有|协议|条款|授权|债权|权益|转载|知情权|不得|版权|内幕|本公司|本公众号|最终解释|参考|注册资本|持有人|违约金|投资建议|谨慎|质押|历史范围|计息|股本/;
const ASKED = /是否|会不会|是不是|能不能|有没有|难道|吗$|么$|呢$/;
const ADVISED = /(?:要|应|应该|应当|须|必须|不要|别|请|勿|务必|切忌|切勿|千万|最好|建议|得|需要|尽量|可以|不妨|记住)$/;
const OWN = /(?:我|我们|笔者|本人|咱|咱们|小编)(?:个人|自己|也|是|就|都|对此|可|真的|还|们)?$/;

/** Reads a few characters around a word and the cues of its clause. */
export function forceOf(p: Paragraph, { start, end }: Span): Force {
  const clause = p.clauses[indexAt(p.clauses, start)];
  if (clause === undefined) return 'plain';
  const left = p.text.slice(Math.max(clause.start, start - 7), start);
  if (DENIED.test(left)) return 'denied';
  if (SOFTENED.test(left)) return 'softened';
  const whole = p.text.slice(Math.max(clause.start, start - 40), Math.min(clause.end, end + 40));
  if (LEGAL.test(whole)) return 'legal';
  if (clause.mark === '?' || ASKED.test(whole)) return 'asked';
  if (hasCue(p.cues.of('condition'), clause.start, start)) return 'supposed';
  if (ADVISED.test(left) || hasCue(p.cues.of('advice'), clause.start, start)) return 'advised';
  if (OWN.test(left)) return 'own';
  return 'plain';
}
