import type { Span } from '../types.ts';
import { form, scanForm } from './forms.ts';

/** Somebody whom the words tell apart without a name and without `一位` or its like. */
export interface Acquaintance extends Span {
  /** By kinship or acquaintance, by where they are, by what is told of them. */
  readonly kind: 'kin' | 'nearby' | 'the-one';
  readonly head: string;
}

/** 我表弟, 他孩子同学的父亲 */
const KIN = form(
  '我他她',
  /(?:我|我们|他|她)(?:的|家里?|身边|一个|一位|孩子|同学|朋友)*(?:前同事|老同事|老同学|老朋友|老邻居|老表|二[叔舅姑姨伯]|大[伯舅姑姨]|小[舅叔姑姨]子?|表[哥弟姐妹]|堂[哥弟姐妹]|[哥弟姐妹]{1,2}|老婆|老公|妻子|丈夫|太太|先生|爸|妈|父亲|母亲|爷爷|奶奶|外公|外婆|舅舅?|叔叔?|姑姑?|姨|岳父|岳母|丈母娘|姐夫|妹夫|嫂子|孩子|儿子|女儿|闺女|外甥女?|侄[子女]|外孙|亲戚|邻居|同学|同事|朋友|闺蜜|发小|老乡|校友|战友|网友|群友|工友|学生|徒弟|司机|理发师|房东|老师|医生|客户|供应商|经销商)(?![们说的])/,
);
/** 隔壁卖早餐的两口子, 我小区门口那家湘菜馆的老板 */
const NEARBY = form(
  '我隔对楼门街村镇县小店厂群食身',
  /(?:我们?)?(?:隔壁|对门|楼下|门口|街边|街对面|村里|村口|镇上|县里|小区|店里|厂里|群里|食堂|身边)[^,。;:!?“”、]{0,12}?(?:老板娘?|老师傅|师傅|两口子|大姐|大叔|大哥|阿姨|大爷|大妈|老头|小伙子?|掌柜|摊主|店员|店家|同行|邻居|兄弟|朋友|阿伯|保安|理发店|餐馆|饭馆|面馆|超市|小店|店)(?![们铺员里])/,
);
/** 做双抗的那家, 2019年买的那只: what comes before reaches back so far, and to a verb. */
const THE_ONE = /^的那(?:几家|两家|三家|家|只|个|位|间)(?=[,。;:!?、]|$|[\u4e00-\u9fff]{0,2}[,。;])/;
const DESCRIBED = /[\u4e00-\u9fffA-Za-z0-9]{2,14}$/;
const BEFORE = /^.*(?:是|把|给|被|像|跟|就|在)/;
const HEAD = /[^我他她们家的那]{1,3}$/;

export function acquaintances(text: string): Acquaintance[] {
  const found: Acquaintance[] = [];
  const put = (kind: Acquaintance['kind']) => (start: number, end: number) => {
    found.push({ start, end, kind, head: headOf(text.slice(start, end)) });
  };
  scanForm(text, KIN, put('kin'));
  scanForm(text, NEARBY, put('nearby'));
  for (let at = text.indexOf('的那'); at >= 0; at = text.indexOf('的那', at + 2)) {
    const the = THE_ONE.exec(text.slice(at, at + 8));
    const described = the === null ? null : DESCRIBED.exec(text.slice(Math.max(0, at - 14), at));
    if (the === null || described === null) continue;
    const words = described[0].replace(BEFORE, '');
    if (words.length < 2) continue;
    found.push({ start: at - words.length, end: at + the[0].length, kind: 'the-one', head: the[0].slice(2) });
  }
  return found;
}

function headOf(words: string): string {
  return HEAD.exec(words)?.[0] ?? words;
}
