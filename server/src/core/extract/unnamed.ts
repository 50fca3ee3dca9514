import type { Paragraph } from '../paragraph.ts';
import type { Span } from '../types.ts';
import { acquaintances } from './acquaintances.ts';
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
    我们有个 我的一个 我的一位 我认识的 我投的 我们投的 我身边 身边 当地一家 不少 有
    那家 那位 那只 那个 那几家 那几位 那间 那名 某某 某一家 某一位 某一个 一间 一座 一群 一户 一对 有只 有一只 有两家 有两位 有一间 有间
    有条 有户 有一户 其中一只 其中一间 其中一个 其中两家 另外两家 另一只 另外一只 另外一个 还有一家 还有一位 还有一个 两个 三个 几个 好几家 好几位 好几个
    四个 六家 七家 八家 十家 六位 七位 头部 一份 一笔 一批`,
    true,
  ),
);
/** Openings that stand for a firm or person by themselves (`有一个是老客户`), and those that need what it does (`一家做兽用疫苗的`). */
const ALONE = new Set(
  '有一家 有一位 有一个 有家 有位 有两家 有几家 另一家 另一位 另一只 另外一家 另外两家 还有一家 还有一位 其中一家 其中一位 其中一只 其中一间 其中两家'.split(
    ' ',
  ),
);
const WITH_TRADE = new Set('某家 一家 一个 一只 两家 两个 三个 几个 有个 有只 还有一个 另一个 那家 那只 那个'.split(' '));
const DOES = /^(?:(?:是|专门|专)?做[^,。;:!?“”\s]{1,12}?的(?![\u4e00-\u9fff]{0,3}(?:公司|企业|厂|人|老板|团队)))/;
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
    // 第一家公司 is a rank, 谢某在担任 a name withheld, 唯一一家 no case, 持有一家公司 somebody's.
    const before = text.charAt(i - 1) || '!';
    if ('第唯'.includes(before) || (opening === '某' && WITHHELD.test(text.charAt(i + 1)))) continue;
    if (opening.startsWith('有') && '持拥具享占含没所'.includes(before)) continue;
    const whole = complete(p, heads, i, opening);
    // 有一家做水务软件的: what it does ends behind 的.
    const phrase = whole === null || (text[whole.end] === '的' && ALONE.has(opening)) ? (alone(p, i, opening) ?? whole) : whole;
    if (phrase === null) continue;
    found.push(phrase);
    i = phrase.end - 1;
  }
  for (const { start, end, kind, head } of acquaintances(text)) {
    const at = kind === 'nearby' ? end - head.length : end;
    const features = kind === 'kin' ? ['kin'] : featuresOf(p, start, at, at, end, kind, head);
    found.push({ start, end, opening: kind, head, features });
  }
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
  if (!inner.endsWith('的') && /[了过着说问]/.test(inner.replace(/[做投过]过?的|过的|小说/g, ''))) return null;
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
