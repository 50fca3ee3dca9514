import { indexAt, type Paragraph } from '../paragraph.ts';
import type { Span } from '../types.ts';
import { firstCue, wordOf } from './cues.ts';

/** A noun phrase that introduces a person or firm without a name: `一家做视频面试的公司`, `某头部券商`, `有个客户`. */
export interface UnnamedPhrase extends Span {
  readonly opening: string;
  /** Its head noun. */
  readonly head: string;
  readonly features: readonly string[];
}

const OPENINGS = [
  '一家',
  '一位',
  '一名',
  '一个',
  '有家',
  '有位',
  '有个',
  '有一家',
  '有一位',
  '有一名',
  '有一个',
  '某家',
  '某位',
  '某个',
  '某',
  '另一家',
  '另一位',
  '另一个',
  '一些',
  '有些',
  '几位',
  '几家',
  '多位',
  '多名',
  '多家',
  '两家',
  '两位',
  '三位',
  '三家',
  '我一个',
  '我一位',
  '我有个',
  '我有位',
  '我们有个',
  '我的一个',
  '我的一位',
  '我认识的',
  '我投的',
  '我们投的',
  '我身边',
  '身边',
  '当地一家',
  '不少',
  '有',
];
/** Somebody known by kinship or acquaintance alone: 我表弟, 他孩子同学的父亲. */
const KIN =
  /(?:我|我们|他|她)(?:的|家|家里|身边的?|一个|一位|孩子|同学|朋友)*(表[哥弟姐妹]|堂[哥弟姐妹]|[哥弟姐妹]{1,2}|老婆|老公|妻子|丈夫|爸|妈|父亲|母亲|爷爷|奶奶|外公|外婆|舅舅?|叔叔?|姑姑?|姨|岳父|岳母|丈母娘|外甥|侄子|外孙|邻居|同学|同事|朋友|闺蜜|发小|老乡|校友|网友|群友|工友|司机|理发师|房东|老师|医生|客户|供应商|经销商)(?![们说的])/g;
const WITHHELD = /[在某甲乙丙丁因与及等的,、。种些时天日]/;
/** Longest opening first, by first character. */
const BY_FIRST = new Map<number, string[]>();
for (const o of [...OPENINGS].sort((a, b) => b.length - a.length)) {
  const key = o.charCodeAt(0);
  BY_FIRST.set(key, [...(BY_FIRST.get(key) ?? []), o]);
}
/** A phrase reaches at most so far from its opening to the end of its head. */
const REACH = 22;

export function unnamedPhrases(p: Paragraph): UnnamedPhrase[] {
  const heads = p.cues.of('unnamedHead');
  if (heads.length === 0) return [];
  const found: UnnamedPhrase[] = [];
  let done = 0;
  for (let i = 0; i < p.text.length; i++) {
    const options = BY_FIRST.get(p.text.charCodeAt(i));
    if (options === undefined || i < done) continue;
    const opening = options.find((o) => p.text.startsWith(o, i));
    if (opening === undefined) continue;
    // 第一家公司 is a rank, 谢某在担任 a name withheld, 唯一一家 no case.
    if ('第唯'.includes(p.text.charAt(i - 1) || '!') || (opening === '某' && WITHHELD.test(p.text.slice(i + 1, i + 2)))) continue;
    const phrase = complete(p, i, opening);
    if (phrase === null) continue;
    found.push(phrase);
    done = phrase.end;
  }
  if (/[我他她]/.test(p.text))
    for (const m of p.text.matchAll(KIN))
      found.push({ start: m.index, end: m.index + m[0].length, opening: 'kin', head: m[1]!, features: ['kin'] });
  return found;
}

function complete(p: Paragraph, start: number, opening: string): UnnamedPhrase | null {
  const heads = p.cues.of('unnamedHead');
  const from = start + opening.length;
  let end = from;
  while (end < p.text.length && end - start < REACH && !isBorder(p.text.charCodeAt(end))) end++;
  let head = firstCue(heads, from, end);
  if (head === undefined) return null;
  const direct = head.start === from;
  // A head that follows at once is taken with what is joined to it (`工业软件公司`), else the one after the last 的.
  for (let next = firstCue(heads, head.end, end); next !== undefined; next = firstCue(heads, next.end, end)) {
    const between = p.text.slice(head.end, next.start);
    if (between === '' || between.endsWith('的') || between === '的') head = next;
    else break;
  }
  const inner = p.text.slice(from, head.start);
  // Across a verb the head is another thing: 有些理解了团队建设.
  if (/[了过着]/.test(inner.replace(/[做投过]过?的|过的/g, ''))) return null;
  // 一家叫云帆的公司 has its name.
  if (/(?:叫|名叫|名为|称为)[\u4e00-\u9fffA-Za-z“「]{2,}的?$/.test(inner)) return null;
  const sentence = p.sentences[indexAt(p.sentences, start)];
  const before = p.text.slice(Math.max(sentence?.start ?? 0, start - 16), start);
  const whole = sentence === undefined ? '' : p.text.slice(sentence.start, sentence.end);
  const after = p.text.slice(head.end, head.end + 14);
  const features = [
    `imagined=${/如果|假如|假设|假定|要是|比方|若|一旦|想象|任何|每|应该|想要|想做|成为|是$|为$|像/.test(before)}`,
    `told=${/[了过]|曾|去年|前年|上个?月|那年|当时|后来|最近/.test(whole)}`,
    `example=${/例如|比如|举个?例|案例|例子|就有|曾有|见过|认识|遇到|碰到|接触|听/.test(before)}`,
    `mine=${/[我咱]/.test(before.slice(-6))}`,
    `named=${/^(?:叫|名叫|名为|——|,叫|,名叫|“|《|[A-Z])/.test(after)}`,
    `says=${/^[^,。]{0,6}(?:说|称|表示|告诉|透露|认为|指出|介绍|问|讲|坦言)/.test(after)}`,
    `subject=${before === '' || /[,。;:!?“”]$/.test(before)}`,
    `next=${after.charAt(0)}`,
    `direct=${direct}`,
    `de=${inner.includes('的')}`,
    `len=${Math.min(6, inner.length)}`,
    `open=${opening}`,
    `named=${/[A-Za-z“《]|叫|名为/.test(inner)}`,
    `head=${wordOf(head)}`,
    `open-head=${opening}${wordOf(head)}`,
  ];
  return { start, end: head.end, opening, head: wordOf(head), features };
}

function isBorder(c: number): boolean {
  return (
    c === 44 ||
    c === 0x3002 ||
    c === 59 ||
    c === 58 ||
    c === 33 ||
    c === 63 ||
    c === 0x201c ||
    c === 0x201d ||
    c === 10 ||
    c === 40 ||
    c === 41 ||
    c === 0x2026
  );
}
