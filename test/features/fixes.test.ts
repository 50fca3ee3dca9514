import assert from 'node:assert/strict';
import { explainedBy } from '../../server/src/core/extract/terms.ts';
import { type Claim, type Code, createAnalyzer, type Format, normalize } from '../../server/src/core/index.ts';
import { strength } from '../../server/src/core/lexicon/strength.ts';
import { writeDate } from '../../server/src/features/fixes/dates.ts';
import { fixesFor } from '../../server/src/features/fixes/index.ts';
import { otherNotation } from '../../server/src/features/fixes/numbers.ts';
import { baseOf, saysHowLong } from '../../server/src/features/fixes/periods.ts';
import { soften } from '../../server/src/features/fixes/soften.ts';
import type { Fix } from '../../server/src/features/fixes/types.ts';

const analyzer = createAnalyzer();
const DATED = '---\ndate: 2024-02-22\n---\n\n';

function claimsOf(text: string, code: Code, format: Format = 'markdown') {
  const analysis = analyzer.analyze({ text, format });
  return { analysis, claims: analysis.claims.filter((claim) => claim.code === code) };
}

function apply(text: string, { edits }: Fix, filled: Readonly<Record<string, string>> = {}): string {
  let out = text;
  for (const { start, end, text: written } of [...edits].reverse()) out = out.slice(0, start) + written + out.slice(end);
  for (const [open, value] of Object.entries(filled)) out = out.replace(open, value);
  return out;
}

/** What the first fix of the first claim of a code makes of a text, and the claims of that code left then. */
function mend(text: string, code: Code, format: Format = 'markdown', filled: Readonly<Record<string, string>> = {}) {
  const { analysis, claims } = claimsOf(text, code, format);
  const claim = claims[0];
  assert.ok(claim, `no ${code} in ${text}`);
  const fixes = fixesFor({ text, analysis, claim, locale: 'zh-cn' });
  assert.ok(fixes[0], `no fix for ${claim.text} in ${text}`);
  const after = apply(text, fixes[0], filled);
  return { after, fixes, claim, left: claimsOf(after, code, format).claims as readonly Claim[] };
}

describe('quick fixes', () => {
  it('soften absolutes as a person would', () => {
    const cases: [before: string, after: string][] = [
      ['这条路⟦肯定⟧走不通。', '这条路多半走不通。'],
      ['明年收入⟦一定会⟧翻倍。', '明年收入很可能会翻倍。'],
      ['国产替代是⟦必然⟧的，谁也拦不住。', '国产替代是大概率的，谁也拦不住。'],
      ['降息是⟦必然⟧趋势。', '降息是大概率的趋势。'],
      ['⟦所有⟧的对手都已经出局。', '绝大多数对手都已经出局。'],
      ['对⟦所有⟧公司都一样。', '对绝大多数公司都一样。'],
      ['⟦所有人⟧都知道。', '大多数人都知道。'],
      ['他们的技术⟦根本⟧做不出这样的产品。', '他们的技术基本做不出这样的产品。'],
      ['这个模式⟦根本不⟧成立。', '这个模式基本不成立。'],
      ['价格战⟦永远⟧不会停。', '价格战很可能不会停。'],
      ['价格战⟦永远不会⟧停。', '价格战很可能不会停。'],
      ['公司⟦从未⟧亏损过。', '公司很少亏损过。'],
      ['⟦毫无疑问⟧，它会赢。', '大体来看，它会赢。'],
      ['这⟦毫无疑问⟧是最好的公司。', '这可以说是最好的公司。'],
      ['⟦没有人⟧能预测市场。', '很少有人能预测市场。'],
      ['⟦没有一家⟧公司能做到。', '很少有公司能做到。'],
      ['这件事⟦毫无⟧意义。', '这件事几乎没有意义。'],
      ['他们没有做⟦任何⟧调整。', '他们没有做太多调整。'],
      ['⟦任何⟧公司都会遇到。', '多数公司都会遇到。'],
      ['这⟦彻底⟧改变了格局。', '这在很大程度上改变了格局。'],
      ['股价⟦不可避免⟧地下跌。', '股价很可能下跌。'],
      ['房价⟦必涨⟧。', '房价很可能涨。'],
      ['⟦一定⟧要小心。', '最好小心。'],
      ['⟦每一家⟧公司都要转型。', '大多数公司都要转型。'],
      ['这⟦不可能⟧发生。', '这不太可能发生。'],
      ['这些股票⟦绝对⟧安全。', '这些股票相当安全。'],
    ];
    for (const [marked, after] of cases) {
      const start = marked.indexOf('⟦');
      const end = marked.indexOf('⟧') - 1;
      const line = marked.replace(/[⟦⟧]/g, '');
      const soft = soften(line, start, end);
      assert.ok(soft, marked);
      assert.equal(line.slice(0, soft.start) + soft.text + line.slice(soft.end), after);
    }
  });

  it('leave idioms and what a word cannot mend alone', () => {
    for (const marked of ['他⟦毫不⟧犹豫地卖了。', '⟦必然⟧性并不存在。', '可以⟦肯定⟧的是，它会赢。', '改得很⟦彻底⟧。']) {
      const line = marked.replace(/[⟦⟧]/g, '');
      assert.equal(soften(line, marked.indexOf('⟦'), marked.indexOf('⟧') - 1), null, marked);
    }
  });

  it('converge: an absolute that was softened is found no more, over every word and many sentences', function () {
    this.timeout(60_000);
    const frames = [
      '这家公司W会赢。',
      '房价W不涨。',
      'W公司都会转型。',
      '市场W是对的，价格W跟着走。',
      '他说的W没有道理。',
      '这个行业W的机会都在这里。',
    ];
    let seen = 0;
    const stuck: string[] = [];
    for (const word of strength.absolute.split(/\s+/)) {
      for (const frame of frames) {
        const text = frame.replaceAll('W', word);
        const { analysis, claims } = claimsOf(text, 'absolute-wording', 'plain');
        for (const claim of claims) {
          const [fix] = fixesFor({ text, analysis, claim, locale: 'zh-cn' });
          if (!fix) continue;
          seen++;
          const [edit] = fix.edits;
          const after = apply(text, fix);
          const end = edit!.start + edit!.text.length;
          const again = claimsOf(after, 'absolute-wording', 'plain').claims.filter((c) => c.start < end && c.end > edit!.start);
          if (again.length > 0) stuck.push(`${text} → ${after}`);
        }
      }
    }
    assert.deepEqual(stuck, []);
    assert.ok(seen > 300, `${seen} fixes tried`);
  });

  it('write dates from the date of the article, as fine as the word is', () => {
    const cases: Record<string, string | null> = {
      昨天: '2024年2月21日',
      前天: '2024年2月20日',
      今日: '2024年2月22日',
      去年: '2023年',
      今年: '2024年',
      前年: '2022年',
      上个月: '2024年1月',
      上月: '2024年1月',
      上周: '2024年2月12日至18日',
      上周五: '2024年2月16日',
      上季度: '2023年第四季度',
      去年底: '2023年底',
      上半年: '2024年上半年',
      三季度: '2024年三季度',
      '3月5日': '2024年3月5日',
      年底: '2024年底',
      过去三年: '2021年2月至2024年2月',
      近日: null,
    };
    for (const [word, written] of Object.entries(cases)) assert.equal(writeDate(word, '2024-02-22'), written, word);
  });

  it('write the date that a word means where it stands', () => {
    const cases: readonly (readonly [word: string, from: string, until: string, written: string | null])[] = [
      ['去年', '2023-11-01', '2024-02-22', '2023年'],
      ['今年', '2024-01-01', '2024-02-22', '2024年'],
      ['去年', '2023-01-01', '2023-03-31', '2023年'],
      ['上年', '2022-10-01', '2022-12-31', '2022年'],
      ['上月', '2023-12-01', '2023-12-31', '2023年12月'],
      ['10月', '2023-10-01', '2024-02-22', '2023年10月'],
      ['周五', '2024-02-16', '2024-02-22', null],
      ['周三', '2024-02-28', '2024-02-28', '2024年2月28日'],
      ['周三', '2024-02-21', '2024-02-21', '2024年2月21日'],
      ['周末', '2024-02-24', '2024-02-25', '2024年2月24日至25日'],
    ];
    for (const [word, from, until, written] of cases) assert.equal(writeDate(word, '2024-02-22', { from, until }), written, word);
  });

  it('resolve a relative date, and converge', () => {
    const words = ['昨天', '去年', '上个月', '上周五', '上季度', '前年', '过去三年', '今年', '上周', '目前'];
    const frames = ['W公司发布了公告。', '公司W卖掉了工厂。', '这家工厂W停产了，工人回了家。'];
    let seen = 0;
    for (const word of words) {
      for (const frame of frames) {
        const text = DATED + frame.replace('W', word);
        if (!claimsOf(text, 'relative-date').claims.some((c) => c.text === word)) continue;
        seen++;
        const { after, left } = mend(text, 'relative-date');
        assert.deepEqual(
          left.map((c) => c.text),
          [],
          after,
        );
      }
    }
    assert.ok(seen > 20, `${seen} fixes tried`);
    assert.equal(mend(`${DATED}昨天公司股价收跌。`, 'relative-date').after, `${DATED}2024年2月21日公司股价收跌。`);
  });

  it('put the date beside the word where somebody is quoted', () => {
    const { after, left } = mend(`${DATED}周屹说：“昨天我们赢了这场官司。”`, 'relative-date');
    assert.equal(after, `${DATED}周屹说：“昨天（2024年2月21日）我们赢了这场官司。”`);
    assert.deepEqual(left, []);
  });

  it('add a source: a footnote in Markdown, brackets in plain text, and the links that the article has', () => {
    const text = '这家公司去年收入3.26亿元，用户接近100万人。\n\n行业介绍见[协会年报](https://example.org/report)。\n';
    const { after, fixes, left } = mend(text, 'unsourced-number', 'markdown', { 待补: '[协会年报](https://example.org/report)' });
    assert.match(after, /^这家公司去年收入3.26亿元\[\^1\]，/);
    assert.match(after, /\n\n\[\^1\]: 来源：\[协会年报\]\(https:\/\/example.org\/report\)\n$/);
    assert.deepEqual(left, []);
    assert.equal(fixes[1]?.title, '补出处：协会年报');
    const again = mend(`${text}\n[^3]: 旧注\n`, 'unsourced-number').after;
    assert.match(again, /\[\^4\]，[\s\S]*\n\[\^3\]: 旧注\n\[\^4\]: 来源：待补\n$/);
    const plain = mend('这家公司去年收入3.26亿元，接待了接近100万人次。', 'unsourced-number', 'plain', { 待补: '国家统计局' });
    assert.equal(plain.after, '这家公司去年收入3.26亿元（来源：国家统计局），接待了接近100万人次。');
    assert.deepEqual(plain.left, []);
  });

  it('state the baseline and the horizon', () => {
    const base = mend(`${DATED}公司的用户数增长50%。`, 'missing-baseline');
    assert.equal(base.after, `${DATED}公司的用户数较2023年增长50%。`);
    assert.deepEqual(base.left, []);
    const text = `${DATED}这家公司迟早要被收购。`;
    const ahead = mend(text, 'prediction');
    assert.equal(ahead.after, `${DATED}2025年底前，这家公司迟早要被收购。`);
    assert.equal(ahead.left[0]?.horizon?.until, '2025-12-31');
  });

  it('measure a change from the same stretch of another year, or from nothing that is not known', () => {
    const cases: [words: string, base: string | null][] = [
      ['今年上半年收入', '2023年同期'],
      ['今年一季度，公司的收入', '2023年同期'],
      ['今年8月的收入', '2023年同期'],
      ['二季度收入', '2023年同期'],
      ['去年上半年收入', '2022年同期'],
      ['2021年前三季度收入', '2020年同期'],
      ['今年以来收入', '2023年同期'],
      ['今年收入', '2023年'],
      ['去年收入', '2022年'],
      ['2021年收入', '2020年'],
      ['过去三年收入', '2021年'],
      ['上半年不好。收入', '2023年'],
      ['昨天的客流', null],
      ['最近客流', null],
      ['年底客流', null],
    ];
    for (const [words, base] of cases) assert.equal(baseOf(words, words.length, '2024-02-22'), base, words);
    assert.equal(baseOf('今年上半年收入', 7, null), '上年同期');
    assert.equal(baseOf('2021年上半年收入', 10, null), '2020年同期');
    const half = mend(`${DATED}今年上半年公司收入增长了30%。`, 'missing-baseline');
    assert.equal(half.after, `${DATED}今年上半年公司收入较2023年同期增长了30%。`);
    assert.deepEqual(half.left, []);
  });

  it('give no term to what says how long it takes', () => {
    const cases: [clause: string, long: boolean][] = [
      ['这一步至少还要五年', true],
      ['两三个月就能看到变化', true],
      ['建这样一座厂要十几个月', true],
      ['再有半年也做不出来', true],
      ['这家公司迟早要被收购', false],
      ['总有一天会被收购', false],
      ['和三年前一样会失败', false],
      ['股价会跌破30日均线', false],
      ['半导体会涨到一万亿元', false],
      ['2023年的事还会再来', false],
    ];
    for (const [clause, long] of cases) assert.equal(saysHowLong(clause), long, clause);
  });

  it('spell out a term from the glossary', () => {
    const { after, claim } = mend('创业公司先要找到PMF。', 'unexplained-term');
    assert.equal(after, '创业公司先要找到PMF（产品与市场契合）。');
    assert.equal(explainedBy(normalize(after), claim.start, claim.end), 'bracket', 'as the rule sees it, it is explained');
    // Nothing is put there twice, whatever the rule still says.
    const again = claimsOf(after, 'unexplained-term');
    for (const claim of again.claims) assert.deepEqual(fixesFor({ text: after, analysis: again.analysis, claim, locale: 'zh-cn' }), []);
  });

  it('give an unnamed case its name', () => {
    const one = mend('一家做视频面试的公司去年的收入翻倍。', 'anonymous-example', 'markdown', { 名称: '云帆' });
    assert.equal(one.after, '一家叫“云帆”的做视频面试的公司去年的收入翻倍。');
    assert.deepEqual(one.left, []);
  });

  it('write numbers the other way, exactly', () => {
    const cases: [text: string, after: string | null][] = [
      ['投了一千万元。', '投了1000万元。'],
      ['投了1000万元。', '投了一千万元。'],
      ['收入3.5亿元。', '收入三亿五千万元。'],
      ['收入十二亿元。', '收入12亿元。'],
      ['涨了五六倍。', null],
      ['投了一千多万元。', null],
      ['投了几十亿元。', null],
      ['来了好几万人。', null],
      ['一年几百万元。', null],
      ['花了几千万欧元。', null],
      ['卖了上百万元。', null],
      ['来了数十家公司。', null],
      ['装机120千瓦。', '装机一百二十千瓦。'],
      ['全长12千米。', '全长十二千米。'],
      ['重3.5千克。', null],
      ['跑了三千米。', null],
      ['来了3千人。', '来了三千人。'],
      ['装机300兆瓦。', '装机三百兆瓦。'],
    ];
    for (const [text, after] of cases) {
      const { quantities } = analyzer.analyze({ text, format: 'plain' });
      const other = quantities[0] && otherNotation(quantities[0]);
      assert.equal(other ? apply(text, { key: '', title: '', edits: [other.edit] }) : null, after, text);
    }
  });
});
