import { CharacterSet } from '../../text/characterSet.ts';
import { signedBy } from './frames.ts';
import { isAddress, isChineseName, parseSubject, plainName, titleEnd } from './subject.ts';
import { trimSubject } from './trim.ts';
import type { LineMark, LocalSpeech } from './types.ts';

const MARK =
  /^(?:\*\*)?(?:【)?(?:\d{1,3}[.、]\s?)?(问|答|提问|回答|Q\d{0,2}|A\d{0,2}|“[^”]{1,10}”|[^\s,。;:!?“”()【】《》]{1,14}?(?: [A-Z昊-龥][^\s,。;:!?“”()【】]{0,14}){0,3})(?:\([^)]{1,12}\))?(?:】)?(?:\*\*)?\s?[:](?:\*\*)?\s*|^(段|问|答)(?=答[:]|\s)/;

/** What the other form of a mark, without a colon, begins with. */
const TURN = CharacterSet.of('段问答');

/** Lines that begin with a speaker and a colon. */
export function lineMarks(text: string): LineMark[] {
  const out: LineMark[] = [];
  let colon = text.indexOf(':');
  for (let from = 0; from <= text.length; ) {
    let until = text.indexOf('\n', from);
    if (until < 0) until = text.length;
    // Nearly all lines have no colon, and the mark ends with one.
    if (colon >= 0 && colon < from) colon = text.indexOf(':', from);
    if ((colon < 0 || colon >= until) && !TURN.has(text.charCodeAt(from))) {
      from = until + 1;
      continue;
    }
    const line = text.slice(from, until);
    const m = MARK.exec(line);
    if (m?.[1] && m[0].length < line.length + 1) {
      const name = tidy(m[1]);
      if (/^[A-Za-z]/.test(name) ? name.length <= 40 : name.length <= 12) {
        out.push({ name, start: from, end: from + m[0].length, until, asks: line.includes('?') });
      }
    }
    from = until + 1;
  }
  return out;
}

/** Titles that hardly stand before anything but a name: 代表 and 用户 do. */
const OFFICE = /(?:[长裁官师授席]|经理|总监|主任|董秘|创始人|合伙人|CEO)$/;

/** `李述 昊` → `李述昊`, `“暗涌”` → `暗涌`, `董事长顾铭` → `顾铭`. */
function tidy(name: string): string {
  const bare = name.replace(/[“”]/g, '').trim();
  const cut = titleEnd(bare);
  if (cut > 0 && OFFICE.test(bare.slice(0, cut)) && plainName(bare.slice(cut))) return bare.slice(cut);
  return /^[\u4e00-\u9fff ]+$/.test(bare) ? bare.replace(/ /g, '') : bare;
}

/** The last characters of 演讲, 致辞, 自述全文, 发言稿 and the like. */
const TALK_ENDS = '讲辞话言信述录文稿选)';

const MET = /(?:记者|本报|本刊|本网|笔者|我们)[^,。:;“”]{0,12}?(?:专访|采访|对话|访问)(?:了|到了?)([^,。:;“”]{2,24})[,。]/;
const MEETS = /^(?:独家|深度|高端)?(?:专访|对话|访谈|对谈)[: ]?([^:,|丨。!?—]{2,24})(?:[:|丨—]|$)/;

/** Whom an interview was with, as a line or a sentence of it says; it counts where somebody answers without a name. */
export function met(text: string): LocalSpeech['opens'] {
  if (!text.includes('访') && !text.includes('对话') && !text.includes('对谈')) return null;
  const found = (text.length > 60 || /[。\n]/.test(text) ? null : MEETS.exec(text)) ?? MET.exec(text.slice(0, 400));
  const name = found ? nameOf(found[1]!) : null;
  return name === null ? null : { name, how: 'met' };
}

/** Who is named behind a dash in the last line of a block. */
export function signature(text: string): LocalSpeech['opens'] {
  const line = text.slice(text.lastIndexOf('\n') + 1).trim();
  if (line.length === text.trim().length || line.length > 24 || !/^[—―-]/.test(line)) return null;
  const parsed = signedBy(line.replace(/^[—―-]{1,2}\s?/, ''));
  return parsed?.subject.kind === 'name' ? { name: parsed.subject.name, how: 'signed' } : null;
}

/** What a heading or a short line says about who speaks under it. */
export function opening(text: string, heading: boolean): LocalSpeech['opens'] {
  const line = text.trim();
  if (line.length > 60 || line.includes('\n')) return null;
  // What a line ends with tells which of the forms it can be: nearly always none.
  const last = line.charAt(line.length - 1);
  const section = last !== ')' ? null : /^(?:第?[一二三四五六七八九十\d]+[、.章节]?\s*)?[^(),。]{1,14}\(([^()]{2,12})\)$/.exec(line);
  if (section && isChineseName(section[1]!)) return { name: section[1]!, how: 'section' };
  const guest = !heading
    ? null
    : /^(?:[^,。|]{0,12}[|丨:] ?)?(?:独家|深度|高端)?(?:对话|专访|访谈|对谈|问答)[::]?\s*([^:,|丨。!?——]{2,24})/.exec(line);
  if (guest) {
    const name = nameOf(guest[1]!);
    if (name) return { name, how: 'guest' };
  }
  const talk = !TALK_ENDS.includes(last)
    ? null
    : /^[—\-·\s]*([^,。!?:]{2,30}?)(?:\d{4}年?)?(?:在[^,。!?]{2,30}?)?(?:的|发表)?(?:主题|闭幕|开幕|现场)?(?:演讲|致辞|讲话|发言|公开信|内部信|自述|口述|致股东信|年度股东信)(?:实录|全文|稿|节选|\([^)]*\))*$/.exec(
        line,
      );
  if (talk) {
    const name = nameOf(talk[1]!);
    if (name) return { name, how: 'talk' };
  }
  const next =
    last !== ':'
      ? null
      : /([^,。!?:的]{1,24})的(?:话|原话|思考|观点|看法|分享|答复|回复|回答|笔记|论述|表述|说法)(?:如下|是|是这样的)?:$/.exec(line);
  if (next) {
    const name = nameOf(
      next[1]!.replace(/^(?:复习|重温|分享|看看|摘录|转发|一下|以下是|以下|下面是|这是|我的)+/, '').replace(/^(?:一下)/, ''),
      true,
    );
    if (name) return { name, how: 'next' };
  }
  return null;
}

/** The person whom a phrase such as `简尺科技陆一苇` ends with. */
function nameOf(phrase: string, loose = false): string | null {
  const { text } = trimSubject(phrase.replace(/(?:先生|女士)$/, ''));
  const parsed = parseSubject(text, loose);
  if (parsed?.subject.kind === 'name' && (!parsed.subject.body || loose)) return parsed.subject.name;
  if (titleEnd(text) > 0) return null;
  for (const length of [3, 2]) {
    const tail = text.slice(-length);
    if (text.length > length + 1 && (isChineseName(tail) || isAddress(tail))) return tail;
  }
  return null;
}
