import type { Paragraph } from '../paragraph.ts';
import type { Clause } from '../text/sentences.ts';
import { hasCue, wordOf } from './cues.ts';

/** What the grammar of a question says of whether an answer is wanted. */
export type Asking = 'asserts' | 'hints' | 'open' | 'put';

/** Words that ask nothing: 难道, 何必, 凭什么, 谁能, 怎么可能, 不是…吗, 哪有, 有什么用. */
const ASSERTS =
  /难道|难不成|莫非|岂|何必|何苦|何至于|何尝|何曾|何须|何来|何妨|何在|凭什么|凭啥|怎么可能|怎么会(?!有人问)|怎能|怎么能|怎么不|怎么就|怎么敢|怎敢|焉能|怎么还|能不(?!能)|哪有|哪能|哪会|哪里还|哪还|哪来|哪儿来|哪里来|哪里有|哪敢|谁能|谁会|谁不|谁没|谁敢|谁还|谁知道|谁想到|谁规定|谁说|谁信|谁愿|谁又|谁都|谁在乎|又有谁|又能|又如何|又怎|又有什么|还敢|还用|还有什么(?!问题)|(?:能|会|敢|还|很|真|不)?(?:差|怕|贵|少|难|亏|便宜|过分|香|傻|好|行|赚|合理|奇怪|矛盾)吗|什么时候是个头|等到什么时候|有(?:谁|几个人?|几家)|几家能|谁的命|差吗|怎么搞|怎么兴许|能有几|结果呢|何方神圣|有啥差|还等|还不|你还|还叫|还算|那不就|(?<!是)不就是|不就|这不|不也|也不|不正|(?<!是)不是|不才|岂不|有什么(?:意义|用|区别|意思|资格|理由|道理|办法|不好|不可|关系|必要|两样|好|可)|有啥|什么用|什么区别|什么意义|能好到|能差到|算什么|算得上|叫什么|要你|不然|否则|要不(?!要)|更何况|何况|你说(?:是不是这|怪不怪|能|他|它|我|呢)|您说|对吧|好吗$|可能吗|可笑|荒不荒|值得吗|够吗|等得|得起|得了|得到|倒了吗|坏吗|见过|没过|什么自行车|干什么|干啥|给谁|拿什么|用什么|去哪里(?:找|再)|哪个不|哪个没|哪一个不|哪家不|怎么(?:收|赶|打(?!算)|升|活|办到|抵|扛|赔|挣|还|赢|拼|比|养)/;
/** Questions that want to be told: 请问, 如何…, 什么是…, 是否…. */
const OPEN =
  /请问|请教|想问|能否|可否|您怎么|你怎么(?:看|想|做|评价|理解)|怎么看|怎么理解|如何|什么是|是什么|哪些|是否|为何|怎么办|怎么样|怎么做|怎么操作|怎么选|怎么买|怎么投|多少钱|几年|几个|几成|何时|什么时候|会不会|能不能|有没有|要不要|该不该|准备|打算|怎么回事|怎么来|为什么|为啥|多少|哪一|哪个|哪种|还会|还能(?:涨|买|追|撑|投|上车|持有|走)|还有(?:机会|空间|戏)/;
const HAN = /[\u4e00-\u9fff]/;
/** Somebody is introduced as asking: 问:, Q:, 记者:, 主持人:. */
const ASKER =
  /^[*#\s\d.、(]*(?:问|提问|追问|Q|记者|主持|网友|读者|投资者|观众|听众|学员|粉丝|投资人|提问者|提问人|分析师|球友|嘉宾)[^:,。]{0,12}:/i;
/** The text goes on to answer. */
const ANSWER =
  /^(?:["”』」*)\s]*)(?:答|A\d?|因为|原因|其实|主要|首先|第一|1[.、)]|一是|我认为|我觉得|我们认为|我的(?:看法|回答|答案)|答案|简单(?:说|讲|来说)|不是|是的|不会|会的|没有|当然|据|根据|如果|可以|这(?:是|要|里|个|就)|目前|对此|来看|看看|让我|下面)/;

/** Whether the clause can be a question, and how it is meant; null where it is none. */
export function askingOf(p: Paragraph, clause: Clause, index: number): Asking | null {
  const { text } = p;
  const asks = clause.mark === '?';
  const own = text.slice(clause.start, clause.end);
  if (!HAN.test(own) || own.startsWith('//')) return null;
  if (own.length > 80) return null;
  if (!asks) return hasCue(p.cues.of('rhetoric'), clause.start, clause.end) && UNMARKED.test(own) ? 'asserts' : null;
  const asserts = ASSERTS.test(own);
  const put = ASKER.test(text.slice(0, 24)) && clause.sentence < 6;
  if (put && !asserts) return 'put';
  const next = p.clauses[index + 1];
  const answered = next !== undefined && ANSWER.test(text.slice(next.start, next.start + 8));
  if (asserts) return put ? 'open' : 'asserts';
  if (!OPEN.test(own)) return answered ? 'put' : 'hints';
  return answered ? 'put' : 'open';
}

/** Around a question that somebody wants to have answered. */
const REQUEST = /请问|请教|想问|问一下|求教|指教|赐教|解惑|答疑|解答|困惑|疑问|您觉得|您认为|您怎么|你觉得|你们觉得|大家觉得|怎么看|评论区/;
/** A letter, or a question put to somebody by name. */
const ADDRESS = /^[^。!?]{0,12}(?:@|您好|你好|老师)|^回复|^问/;

/** Asserting questions that stand without a mark. */
const UNMARKED =
  /^(?:但|可|可是|那|那么|所以|这|你|他|我|不然)?[\u4e00-\u9fff]{0,10}(?:难道|岂[能不是会]|何必|何苦|何至于|何尝不|何须|凭什么|凭啥|怎么可能|哪有|哪来的?|哪能|谁不想|(?<!没有)谁不|谁没|谁敢|怎能|怎么不|怎么会|早干嘛|(?<!要)不就是|不是[\u4e00-\u9fff]{1,12}[吗么嘛]$|(?:图个?[啥什]么?|才多少|才几个钱|[什啥]么?呀)呢?$)/;

/** What stands around a question, as features. */
export function rhetoricFeatures(p: Paragraph, index: number): string[] {
  const clause = p.clauses[index]!;
  const { text } = p;
  const asking = askingOf(p, clause, index);
  const next = p.clauses[index + 1];
  const previous = p.clauses[index - 1];
  const sentence = p.sentences[clause.sentence];
  const last = next === undefined;
  const tail = text.charAt(clause.end - 1);
  const request = REQUEST.test(text.slice(Math.max(0, clause.start - 200), clause.end + 60));
  return [
    `asking=${asking}`,
    `asking-last=${asking}-${last}`,
    `asking-tail=${asking}-${'吗呢嘛么吧啊'.includes(tail) ? tail : ''}`,
    `asking-alone=${asking}-${sentence !== undefined && sentence.first === index}-${p.clauses.length === 1}`,
    `asking-block=${asking}-${p.block.kind}`,
    `answered=${asking}-${next !== undefined && ANSWER.test(text.slice(next.start, next.start + 8))}`,
    `row=${asking}-${previous?.mark === '?' || next?.mark === '?'}`,
    `colon=${asking}-${previous?.mark === ':'}`,
    `size=${asking}-${Math.min(4, (clause.end - clause.start) >> 2)}`,
    `end2=${text.slice(clause.end - 2, clause.end)}`,
    `start2=${text.slice(clause.start, clause.start + 2)}`,
    ...words(p, clause),
    `you=${asking}-${/[您]/.test(text.slice(clause.start, clause.end))}`,
    `request=${request}`,
    `request=${asking}-${request}`,
    `named=${ADDRESS.test(text.slice(0, 40))}`,
  ];
}

function words(p: Paragraph, clause: Clause): string[] {
  const out: string[] = [];
  const own = p.text.slice(clause.start, clause.end);
  for (let i = 0; i + 2 <= own.length && i < 40; i++) out.push(`g=${own.slice(i, i + 2)}`);
  for (const cue of p.cues.of('question')) if (cue.start >= clause.start && cue.end <= clause.end) out.push(`q=${wordOf(cue)}`);
  return out;
}
