import type { Paragraph } from '../paragraph.ts';
import type { Span } from '../types.ts';
import { type Cue, firstCue, wordOf } from './cues.ts';
import { WordTable, words } from './quantity/words.ts';
import { featuresOf } from './unnamedFeatures.ts';

/** A noun phrase that introduces a person or firm without a name: `一家做视频面试的公司`, `某头部券商`, `有个客户`. */
export interface UnnamedPhrase extends Span {
  readonly opening: string;
  /** Its head noun. */
  readonly head: string;
  readonly features: readonly string[];
}

const OPENINGS = new WordTable(
  words(
    `一家 一只 一档 某只 某档 某条 有几家 有几位 有几个 另外一家 另外一位 其中一家 其中一位 四家 四位 五家 五位
    三名 两名 数家 数位 数名 一位 一名 一个 有家 有位 有个 有一家 有一位 有一名 有一个 某家 某位 某个 某
    另一家 另一位 另一个 一些 有些 几位 几家 多位 多名 多家 两家 两位 三位 三家 我一个 我一位 我有个 我有位
    我们有个 我的一个 我的一位 我认识的 我投的 我们投的 我身边 身边 当地一家 不少 有`,
    true,
  ),
);
/** Openings that stand for a firm or person by themselves (`有一个是老客户`), and those that need what it does (`一家做兽用疫苗的`). */
const ALONE = new Set(['有一家', '有一位', '有一个', '有家', '有位', '另一家', '另一位', '另外一家', '其中一家', '其中一位', '有几家']);
const WITH_TRADE = new Set(['一家', '有个', '另一个']);
const DOES = /^(?:(?:是|专门|专)?做[^,。;:!?“”\s]{1,12}?的(?![\u4e00-\u9fff]{0,3}(?:公司|企业|厂|人|老板|团队)))/;
/** Somebody known by kinship or acquaintance alone: 我表弟, 他孩子同学的父亲. */
const KIN =
  /(?:我|我们|他|她)(?:的|家|家里|身边的?|一个|一位|孩子|同学|朋友)*(表[哥弟姐妹]|堂[哥弟姐妹]|[哥弟姐妹]{1,2}|老婆|老公|妻子|丈夫|爸|妈|父亲|母亲|爷爷|奶奶|外公|外婆|舅舅?|叔叔?|姑姑?|姨|岳父|岳母|丈母娘|外甥|侄子|外孙|邻居|同学|同事|朋友|闺蜜|发小|老乡|校友|网友|群友|工友|司机|理发师|房东|老师|医生|客户|供应商|经销商)(?![们说的])/g;
const WITHHELD = /[在某甲乙丙丁因与及等的,、。种些时天日]/;
/** A phrase reaches at most so far from its opening to the end of its head. */
const REACH = 22;

/** Two rules ask, one after the other. */
let last: { readonly p: Paragraph; readonly found: readonly UnnamedPhrase[] } | undefined;

export function unnamedPhrases(p: Paragraph): readonly UnnamedPhrase[] {
  if (last?.p !== p) last = { p, found: find(p) };
  return last.found;
}

function find(p: Paragraph): UnnamedPhrase[] {
  const { text } = p;
  const heads = headsOf(p);
  const found: UnnamedPhrase[] = [];
  for (let i = 0; i < text.length; i++) {
    const opening = OPENINGS.at(text, i)?.word;
    if (opening === undefined) continue;
    // 第一家公司 is a rank, 谢某在担任 a name withheld, 唯一一家 no case.
    if ('第唯'.includes(text.charAt(i - 1) || '!') || (opening === '某' && WITHHELD.test(text.charAt(i + 1)))) continue;
    const phrase = complete(p, heads, i, opening) ?? alone(p, i, opening);
    if (phrase === null) continue;
    found.push(phrase);
    i = phrase.end - 1;
  }
  if (/[我他她]/.test(text))
    for (const m of text.matchAll(KIN))
      found.push({ start: m.index, end: m.index + m[0].length, opening: 'kin', head: m[1]!, features: ['kin'] });
  return found;
}

/** Both kinds of heads, in text order; of those that begin at one place the longest. */
function headsOf(p: Paragraph): readonly Cue[] {
  const [a, b] = [p.cues.of('unnamedHead'), p.cues.of('caseHead')];
  if (a.length === 0 || b.length === 0) return a.length === 0 ? b : a;
  const all = [...a, ...b].sort((x, y) => x.start - y.start || y.end - x.end);
  return all.filter((cue, i) => i === 0 || cue.end > all[i - 1]!.end);
}

function alone(p: Paragraph, start: number, opening: string): UnnamedPhrase | null {
  const from = start + opening.length;
  const does = DOES.exec(p.text.slice(from, from + 20))?.[0].length ?? 0;
  if (!ALONE.has(opening) && (does === 0 || !WITH_TRADE.has(opening))) return null;
  return { start, end: from + does, opening, head: '', features: featuresOf(p, start, from, from, from + does, opening, '') };
}

function complete(p: Paragraph, heads: readonly Cue[], start: number, opening: string): UnnamedPhrase | null {
  const from = start + opening.length;
  let end = from;
  while (end < p.text.length && end - start < REACH && !isBorder(p.text.charCodeAt(end))) end++;
  let head = firstCue(heads, from, end);
  if (head === undefined) return null;
  // A head that follows at once is taken with what is joined to it (`工业软件公司`), else the one after the last 的.
  for (let next = firstCue(heads, head.end, end); next !== undefined; next = firstCue(heads, next.end, end)) {
    const between = p.text.slice(head.end, next.start);
    if (between === '' || between.endsWith('的') || between === '的') head = next;
    else break;
  }
  const inner = p.text.slice(from, head.start);
  // Across a verb the head is another thing: 有些理解了团队建设.
  if (/[了过着]/.test(inner.replace(/[做投过]过?的|过的/g, ''))) return null;
  // 有七八成是老客户 counts, and names nobody as a case.
  if (opening === '有' && /[0-9一二两三四五六七八九十百千万几成%]/.test(inner)) return null;
  // 一家叫云帆的公司 has its name.
  if (/(?:叫|名叫|名为|称为)[\u4e00-\u9fffA-Za-z“「]{2,}的?$/.test(inner)) return null;
  const word = wordOf(head);
  return { start, end: head.end, opening, head: word, features: featuresOf(p, start, from, head.start, head.end, opening, word) };
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
