import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { createAnalyzer, type Span } from '../../server/src/core/index.ts';
import { describe as describeSpan } from '../../server/src/review/anchor/describe.ts';
import { follow } from '../../server/src/review/anchor/follow.ts';
import { place } from '../../server/src/review/anchor/place.ts';
import { clauseOf, edit, int, isRight, pick, type Random, random, standsAt, traced } from './scripts.ts';

const SAMPLES = join(import.meta.dirname, '../../samples');
const analyzer = createAnalyzer();

interface Article {
  readonly name: string;
  readonly text: string;
  readonly claims: readonly Span[];
}

function article(name: string, text: string): Article {
  const { claims } = analyzer.analyze({ text, format: /\.md$/.test(name) ? 'markdown' : 'plain' });
  return { name, text, claims };
}

const FIRMS = [
  '甲公司',
  '乙公司',
  '丙公司',
  '这家基金',
  '那只股票',
  '周屹的团队',
  '许默的合伙人',
  '邻省的一家农商行',
  '老牌券商',
  '新上市的车企',
];
const SAID = [
  '业内人士认为',
  '周屹说',
  '据了解',
  '我们相信',
  '有数据显示',
  '不难看出',
  '许默在电话里告诉我',
  '按照年报',
  '一位不愿具名的高管透露',
];
const WHAT = ['收入', '利润', '门店', '用户', '现金流', '订单', '海外市场', '库存', '研发投入', '坪效'];
const WHERE = ['在华东', '在三四线城市', '疫情之后', '换帅以来', '剔除一次性项目', '按可比口径', '同行收缩的时候', '在最难的那几个月里'];

/** Articles of a bad kind: much the same sentence again and again, with other names, things and numbers. */
function repetitive(next: Random): string {
  const n = () => String(1 + int(next, 90));
  const firm = () => pick(next, FIRMS);
  const what = () => pick(next, WHAT);
  const sentence = () =>
    pick(next, [
      () => `${firm()}${pick(next, WHERE)}${what()}增长${n()}%，${what()}增长${n()}%，员工接近${n()}万人。`,
      () => `${pick(next, SAID)}，${firm()}未来三年${what()}一定会翻${1 + int(next, 9)}倍。`,
      () => `${firm()}的${what()}从${n()}00多万涨到${n()}00多万，涨了五六倍。`,
      () => `${pick(next, SAID)}，${pick(next, WHERE)}谈${what()}是史上最好的机会，没有之一。`,
      () => `昨天${firm()}宣布融资${n()}亿元，用来做${what()}。`,
      () => `${pick(next, WHERE)}，${firm()}的${what()}和${what()}都没有出路，难道不是吗？`,
    ])();
  const paragraphs = Array.from({ length: 8 }, () => Array.from({ length: 1 + int(next, 5) }, sentence).join(''));
  return `# 试文\n\n${paragraphs.join('\n\n')}\n`;
}

const REPETITIVE = 'repetitive';

/** What is reviewed in them, whatever the analysis finds there: among it words that stand alike in every other sentence. */
const REVIEWED = /接近\d+万人|增长\d+%|一定会|五六倍|史上最好|昨天|\d+亿元|\d+00多万|未来三年|难道不是吗？|都没有出路/g;

function repetitiveArticle(name: string, text: string): Article {
  const claims = [...text.matchAll(REVIEWED)].map(({ index, 0: words }) => ({ start: index, end: index + words.length }));
  return { name, text, claims };
}

/** Articles of the samples' sentences, in another order. */
function mixed(next: Random): string {
  const sentences = readdirSync(SAMPLES).flatMap(
    (name) => readFileSync(join(SAMPLES, name), 'utf8').match(/[\u4e00-\u9fff][^\n。]{8,}。/g) ?? [],
  );
  const rest = [...new Set(sentences)];
  const taken = () => rest.splice(int(next, rest.length), 1)[0] ?? '';
  const paragraphs = Array.from({ length: 9 }, () => Array.from({ length: 1 + int(next, 6) }, taken).join(''));
  return `# 试文\n\n${paragraphs.join('\n\n')}\n`;
}

describe('review: anchors', () => {
  it('lead back to the very place while the text stays', () => {
    for (const { text, claims } of articles()) {
      for (const claim of claims) {
        assert.deepEqual(place(text, describeSpan(text, claim)), { start: claim.start, end: claim.end, changed: false });
      }
    }
  });

  it('never land on a wrong place after outside edits, and find nearly every clause that was left alone', function () {
    this.timeout(120_000);
    const SCRIPTS = 300;
    const sum = () => ({ scripts: 0, anchors: 0, placed: 0, alone: 0, found: 0 });
    const ordinary = sum();
    const hard = sum();
    const wrong: string[] = [];
    const missed: string[] = [];
    for (const { name, text, claims } of articles()) {
      const total = name.startsWith(REPETITIVE) ? hard : ordinary;
      const anchors = claims.map((claim) => ({ claim, clause: clauseOf(text, claim), target: describeSpan(text, claim) }));
      for (let seed = 0; seed < SCRIPTS; seed++) {
        const next = random(seed * 7919 + text.length);
        let now = traced(text);
        for (let i = 1 + int(next, 8); i > 0; i--) now = edit(now, next);
        total.scripts++;
        for (const { claim, clause, target } of anchors) {
          const placed = place(now.text, target);
          const alone = standsAt(now, clause).length > 0;
          const right = placed !== null && isRight(now, claim, placed, !placed.changed);
          total.anchors++;
          if (placed) total.placed++;
          if (alone) total.alone++;
          if (alone && right) total.found++;
          if (right || (!placed && !alone)) continue;
          const what = `${name} #${seed} “${text.slice(claim.start, claim.end)}”`;
          if (alone && total === ordinary) missed.push(what);
          if (placed) wrong.push(`${what} at “${around(now.text, placed)}” instead of “${around(text, claim)}”`);
        }
      }
    }
    const share = ({ found, alone }: typeof hard) => found / alone;
    const percent = (part: number) => `${(part * 100).toFixed(2)} %`;
    for (const [what, total] of [
      ['', ordinary],
      [' of repetitive articles', hard],
    ] as const) {
      const { scripts, anchors, placed } = total;
      console.log(
        `      ${scripts} edit scripts${what}, ${anchors} anchors: ${percent(share(total))} of those whose clause was left alone re-attached, ` +
          `${percent(placed / anchors)} of all`,
      );
    }
    assert.deepEqual(wrong.slice(0, 10), [], `${wrong.length} wrong`);
    assert.ok(share(ordinary) >= 0.98, `only ${share(ordinary)}; ${missed.slice(0, 10).join(' · ')}`);
    assert.ok(share(hard) >= 0.9, `only ${share(hard)} of repetitive articles`);
  });

  it('know that the words of a claim have changed', () => {
    const text = '这家公司两年来接待了接近100万人次。业内人士认为，市场还会更大，今后三年我们一定会赢。';
    const start = text.indexOf('接近100万人次');
    const target = describeSpan(text, { start, end: start + '接近100万人次'.length });
    const changed = text.replace('100万', '90万');
    const placed = place(`新的开头。\n\n${changed}`, target);
    assert.ok(placed?.changed);
    assert.equal(`新的开头。\n\n${changed}`.slice(placed.start, placed.end), '接近90万人次');
    assert.equal(place(text.replace('接近100万人次', '很多客人'), target), null);
  });

  it('are told by a clause that stood nowhere else, and by no other', () => {
    const text = '甲公司在华东收入增长3%，员工很多。乙公司在华东收入增长3%，员工很多。丙公司在华东收入增长3%，员工很多。';
    const start = text.indexOf('增长3%', text.indexOf('乙公司'));
    const target = describeSpan(text, { start, end: start + 4 });
    assert.equal(target.ownClause, true);
    // Everything around the clause is another text.
    const moved = '全文重写过。乙公司在华东收入增长3%。此外没有可说的。';
    const at = moved.indexOf('增长3%');
    assert.deepEqual(place(moved, target), { start: at, end: at + 4, changed: false });
    // Twice is no certainty, and a clause of another firm none at all.
    assert.equal(place(`${moved}${moved}`, target), null);
    assert.equal(place(moved.replace('乙', '丁'), target), null);
    const twice = text.replace('丙', '乙');
    assert.equal(describeSpan(twice, { start, end: start + 4 }).ownClause, undefined);
  });

  it('of few characters need their very text and their surroundings', () => {
    const text = '昨天公司宣布裁员。\n\n今年的展望是另一回事，昨天谁也没有提到它。';
    const target = describeSpan(text, { start: 0, end: 2 });
    assert.equal(place('公司宣布裁员。\n\n今年的展望是另一回事，昨天谁也没有提到它。', target), null);
    assert.deepEqual(place(`按：${text}`, target), { start: 2, end: 4, changed: false });
  });

  it('follow edits in the editor exactly', () => {
    const unit = fc.constantFrom('a', '中', '9', '。');
    fc.assert(
      fc.property(
        fc.array(unit, { minLength: 4, maxLength: 40 }),
        fc.nat(),
        fc.nat(),
        fc.nat(),
        fc.nat(),
        fc.string({ maxLength: 5 }),
        (units, a, b, c, d, insert) => {
          const text = units.join('');
          const [start, end] = [a % text.length, b % text.length].sort((x, y) => x - y) as [number, number];
          const [from, to] = [c % (text.length + 1), d % (text.length + 1)].sort((x, y) => x - y) as [number, number];
          // What is typed over a part of the span, or between its units, counts as its own.
          const own = from >= start && to <= end + 1 && (from < to || (from > start && from <= end));
          const origins = Array.from({ length: text.length }, (_, i) => i);
          origins.splice(from, to - from, ...Array.from({ length: insert.length }, () => (own ? start : -1)));
          const kept = origins.flatMap((origin, i) => (origin >= start && origin <= end ? [i] : []));
          const followed = follow({ start, end: end + 1 }, { start: from, end: to, length: insert.length });
          if (kept.length === 0) assert.equal(followed, null);
          else assert.deepEqual(followed, { start: kept[0], end: kept.at(-1)! + 1 });
        },
      ),
      { numRuns: 5000 },
    );
  });
});

const around = (text: string, { start, end }: Span) =>
  `${text.slice(Math.max(0, start - 20), start)}[${text.slice(start, end)}]${text.slice(end, end + 20)}`;

let made: readonly Article[] | undefined;
function articles(): readonly Article[] {
  made ??= [
    ...readdirSync(SAMPLES).map((name) => article(name, readFileSync(join(SAMPLES, name), 'utf8'))),
    ...[1, 2, 3].map((seed) => article(`mixed-${seed}.md`, mixed(random(seed)))),
    ...[1, 2].map((seed) => repetitiveArticle(`${REPETITIVE}-${seed}.md`, repetitive(random(seed)))),
  ];
  return made;
}
