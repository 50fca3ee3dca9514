import { firstCue, wordOf } from '../extract/cues.ts';
import { hearsay } from '../extract/hearsay.ts';
import { isAddress } from '../extract/speech/subject.ts';
import { unnamedPhrases } from '../extract/unnamed.ts';
import { phraseRule } from './rule.ts';

export const rule = phraseRule({
  code: 'vague-attribution',
  severity: 'information',
  text: {
    name: '模糊信源',
    message: '“{text}”是谁？说法没有落到人。',
    why: '没有名字的信源无法核实，也无人负责。',
    advice: '写出机构、姓名或文件；不能具名的，说明他从何得知。',
  },
  examples: {
    bad: [
      '⟦业内人士⟧认为，降价还没有到头。',
      '⟦据悉⟧，新规将于下月落地。',
      '⟦有人说⟧，这一行没有未来。',
      '⟦市场普遍认为⟧，降息已近尾声。',
      '⟦众所周知⟧，面板是个周期行业。',
      '⟦知情人士⟧透露，交易已接近完成。',
    ],
    good: [
      '中金公司首席经济学家彭文生认为，降价还没有到头。',
      '据公司公告，新规将于5月1日落地。',
      '他是一位专家型的管理者。',
      '分析师王磊表示，库存已经见底。',
      '国家统计局的数据显示，价格在回升。',
      '公司董事长李群说，产线已经满产。',
      '据我们测算，缺口有三万吨。',
    ],
  },
  words: true,
  propose(p, emit) {
    const { acts } = p.speech;
    const spoken = (start: number, end: number) => {
      const act = acts.find((a) => a.verb.start >= start && a.start <= end && a.start >= start - 8);
      return act === undefined ? 'none' : `${act.subject.kind}${act.verb.start - end <= 1 ? '!' : ''}`;
    };
    const named = (at: number) =>
      firstCue(p.cues.of('provider'), Math.max(0, at - NEAR), at) !== undefined ||
      firstCue(p.cues.of('document'), Math.max(0, at - NEAR), at) !== undefined;
    const known = new Set<number>();
    for (const cue of p.cues.of('vague')) {
      known.add(cue.start);
      emit(cue.start, cue.end, {
        cue: wordOf(cue),
        group: 'word',
        features: [`act=${spoken(cue.start, cue.end)}`, `named=${named(cue.start)}`],
      });
    }
    for (const { start, end } of hearsay(p.text)) {
      if (known.has(start)) continue;
      const words = p.text.slice(start, end);
      emit(start, end, {
        cue: words,
        group: 'hearsay',
        features: [`tail=${words.slice(-2)}`, `head=${words.slice(0, 2)}`, `named=${named(start)}`],
      });
    }
    for (const phrase of unnamedPhrases(p)) {
      if (phrase.opening === 'kin') continue;
      emit(phrase.start, phrase.end, {
        cue: phrase.head,
        group: 'phrase',
        features: [...phrase.features, `act=${spoken(phrase.start, phrase.end)}`],
      });
    }
    for (const act of acts) {
      const { kind } = act.subject;
      if (kind !== 'unnamed' && kind !== 'name' && kind !== 'lead') continue;
      const subject = kind === 'unnamed' ? bareSubject(p.text, act.start, act.verb.start) : roleOf(p.text, act.start, act.verb.start);
      if (subject === null || subject.end - subject.start < 2) continue;
      const words = p.text.slice(subject.start, subject.end);
      emit(subject.start, subject.end, {
        cue: words.slice(-2),
        group: kind === 'unnamed' ? 'speaker' : 'role',
        features: [
          `generic=${kind === 'unnamed' && act.subject.generic}`,
          `verb=${p.text.slice(act.verb.start, act.verb.end)}`,
          `tail=${words.slice(-1)}`,
          `head=${words.slice(0, 2)}`,
          `one=${/^(?:一[位名个]|某|有)/.test(words)}`,
          `anon=${/不愿|匿名|不具名|知情|接近|离职|前员工/.test(words)}`,
          `this=${/^(?:该|上述|这|其|本)/.test(words)}`,
          `within=${act.within >= 0}`,
        ],
      });
    }
  },
});

/** A source named so near before is whose the data are. */
const NEAR = 70;

/** A subject without the particles and adverbs around it. */
function bareSubject(text: string, start: number, end: number): { start: number; end: number } {
  let from = start;
  let to = end;
  while (from < to && /[,、 :据但而]/.test(text[from]!)) from++;
  while (to > from && /[ ,也还均都则亦就曾已又再并]/.test(text[to - 1]!)) to--;
  return { start: from, end: to };
}

/** Whoever is told of by a role alone: 老板说, 对方工程师答, 律师认为. */
const ROLE =
  /^(?:对方|某|我们?|前|原|该|一些|那位|那个)?[\u4e00-\u9fff]{0,4}?(?:老板|厂长|总监|律师|领导|收银员|小姐姐|小哥|大姐|大妈|大叔|管理层|粉丝|员工|司机|师傅|经理|销售|工程师|交易员|研究员|顾问|客户|客人|顾客|朋友|同行|同事|家长|店员|经销商|代理商|供应商|专家|医生|护士|教授|老师|学生|编辑|网友|球友|股友|群友|投资人|投资者|股东|业主|房东|租客|中介|会计师?|保安|掌柜|报纸)们?$/;

function roleOf(text: string, start: number, end: number): { start: number; end: number } | null {
  const stretch = text.slice(start, Math.min(end, start + 14));
  const to = /(?:很|都|也|就|还|则|却|曾|又|跟|对(?!方)|向|和|与|给)/.exec(stretch)?.index ?? stretch.length;
  const role = stretch.slice(0, to);
  return ROLE.test(role) && !isAddress(role) ? { start, end: start + to } : null;
}
