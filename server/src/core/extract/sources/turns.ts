import { indexAt, type Paragraph } from '../../paragraph.ts';
import { eachMatch } from '../../text/matches.ts';
import type { Span } from '../../types.ts';
import { acquaintances } from '../acquaintances.ts';
import type { LocalSpeech } from '../speech/types.ts';

/** Where a paragraph turns from whatever source it has to another's word or to the author's own guess. */
export interface Turn {
  readonly start: number;
  /** The author guesses or reckons; else it is somebody's word. */
  readonly guess: boolean;
  /** It is set against what stands before it: `但我身边一位经销商说`. */
  readonly against: boolean;
}

const SIGNS = /我|笔者|个人|估|人|[听据]说|传|[说称告示露为讲]/;
const GUESS =
  /在(?:我|笔者)(?:们|个人)?看来|[依照]我看|(?:我|笔者|个人|本人|咱)(?:们|自己|个人|粗略|大致|大概|保守|更|也|则|还|仍|倾向于?|初步|大胆){0,3}(?:认为|觉得|估计|估算|测算|推算|判断|推测|猜|相信|感觉|预计|预测|粗算)|据(?:我|笔者)们?(?:个人)?(?:所知|了解|观察|估计|估算|测算|推测|判断)|(?:粗略|保守|毛|拍脑袋)估(?:计|算)?/g;
const HEARSAY =
  /据说|听说|听闻|据传|网传|盛传|坊间|传闻|传言|小道消息|(?<![持没所拥享])有人(?:说|称|讲|爆料|透露|估计|算过)|(?:业内|知情|消息|内部|圈内)人士?(?:说|称|透露|表示|爆料|估计|告诉|认为)/g;
/** `但我…`: whoever writes tells of what he saw himself. `我国`, `我司` and `我们`, by which a firm calls itself, tell nothing of the kind. */
const MYSELF = /^(?:另外|此外|不过|但是?|而|同时|其实|然而|可是?|只是)?[,]?我(?![们国司行省市县区校院部局会军党方])/;
const AGAINST = /^(?:不过|但是?|而|然而|可是?|只是|却|反倒|倒是)/;
/** Whoever speaks for the body whose source it is. */
const OFFICER =
  /公司|集团|董事|总裁|总经理|CEO|CFO|COO|CTO|董秘|创始人|发言人|负责人|管理层|高管|财务|行长|主席|秘书长|[局司部署院所]长|客服/;

/** The turns of a paragraph, in order. */
export function findTurns(p: Paragraph, speech: LocalSpeech | undefined): Turn[] {
  const { text } = p;
  if (!SIGNS.test(text)) return NONE;
  const out: Turn[] = [];
  const quoted = (at: number) => speech?.quotes.some((q) => q.statement && q.start < at && at < q.end) ?? false;
  const put = (at: number, guess: boolean) => {
    const clause = p.clauses[indexAt(p.clauses, at)];
    const start = clause?.start ?? at;
    const head = text.slice(start, start + 4);
    const before = text.slice(Math.max(0, start - 4), start);
    // `不过,有经销商说`: the word may be a clause of its own.
    out.push({ start, guess, against: AGAINST.test(head) || /(?:^|[,。;:!?])(?:不过|但是?|然而|可是|而)[,]$/.test(before) });
  };
  if (/我|笔者|个人|咱|估/.test(text)) eachMatch(GUESS, text, ({ index }) => !quoted(index) && put(index, true));
  if (/[说闻传言消坊]|有人|人士/.test(text)) eachMatch(HEARSAY, text, ({ index }) => put(index, false));
  for (const act of speech?.acts ?? []) if (isAnothers(act.subject, text.slice(act.start, act.end))) put(act.start, false);
  if (text.includes('我')) {
    for (const { start } of p.clauses) if (MYSELF.test(text.slice(start, start + 8)) && !quoted(start)) put(start, false);
    for (const { start } of acquaintances(text)) if (text[start] === '我' && !quoted(start)) put(start, false);
  }
  return out.sort((a, b) => a.start - b.start);
}

const NONE: Turn[] = [];

function isAnothers(subject: LocalSpeech['acts'][number]['subject'], words: string): boolean {
  switch (subject.kind) {
    case 'unnamed':
      return !OFFICER.test(words) || /前员工|离职|匿名|具名/.test(words);
    case 'name':
      return !subject.body && !OFFICER.test(words);
    case 'self':
      return /我(?!们)/.test(words);
    default:
      return false;
  }
}

/** Whether one stands between a source and a number of the same sentence, so that the source does not reach the number. */
export function turnsBetween(turns: readonly Turn[], mark: Span, at: number, text: string): boolean {
  if (turns.length === 0) return false;
  // `高盛表示,我们认为`: in indirect speech the first person is whose speech it is.
  const speaks = /[称示出说为露到调][,:]?$/.test(text.slice(mark.start, mark.end));
  return turns.some((t) => mark.end <= t.start && t.start <= at && (t.against || (t.guess && !speaks)));
}
