import assert from 'node:assert/strict';
import { articleState } from '../../client/src/claims/articleState.ts';
import { claimLabel } from '../../client/src/claims/label.ts';
import {
  claimAround,
  claimAtCursor,
  claimNear,
  claimNow,
  claimOnLines,
  nextClaim,
  openClaims,
  previousClaim,
} from '../../client/src/claims/locate.ts';
import { claimAtPlace, placeOf } from '../../client/src/claims/place.ts';
import { followed, shiftClaims } from '../../client/src/claims/shift.ts';
import { buildTree, type GroupNode, isGroupNode } from '../../client/src/claims/tree.ts';
import { claim, WORDS } from './claim.ts';

const spans = (claims: readonly { start: number; end: number }[]): [number, number][] => claims.map(({ start, end }) => [start, end]);
const change = (rangeOffset: number, rangeLength: number, text: string) => ({ rangeOffset, rangeLength, text });

describe('claims follow edits', () => {
  const claims = [claim({ start: 5, end: 10 }), claim({ start: 20, end: 25 })];

  it('moves what stands behind', () => {
    assert.deepEqual(spans(shiftClaims(claims, [change(12, 0, '两字')])), [
      [5, 10],
      [22, 27],
    ]);
    assert.deepEqual(spans(shiftClaims(claims, [change(0, 3, '')])), [
      [2, 7],
      [17, 22],
    ]);
  });

  it('does not grow a claim by what is typed at its borders', () => {
    assert.deepEqual(spans(shiftClaims([claims[0]!], [change(10, 0, '字')])), [[5, 10]]);
    assert.deepEqual(spans(shiftClaims([claims[0]!], [change(5, 0, '字')])), [[6, 11]]);
  });

  it('stretches a claim that is edited inside, cuts one that is edited across, drops one that is deleted', () => {
    assert.deepEqual(spans(shiftClaims([claims[0]!], [change(7, 1, '三个字')])), [[5, 12]]);
    assert.deepEqual(spans(shiftClaims([claims[0]!], [change(8, 6, 'x')])), [[5, 8]]);
    assert.deepEqual(spans(shiftClaims([claims[0]!], [change(3, 4, 'xy')])), [[5, 8]]);
    assert.deepEqual(spans(shiftClaims(claims, [change(4, 8, '')])), [[12, 17]]);
    assert.deepEqual(spans(shiftClaims(claims, [change(0, 40, '')])), []);
  });

  it('takes several changes one after the other', () => {
    assert.deepEqual(spans(shiftClaims(claims, [change(15, 0, 'bbb'), change(0, 0, 'a')])), [
      [6, 11],
      [24, 29],
    ]);
  });
});

describe('where a claim is', () => {
  const outer = claim({ start: 5, end: 30, code: 'prediction' });
  const inner = claim({ start: 10, end: 15 });
  const ignored = claim({ start: 40, end: 45, suppressed: { by: 'comment', reason: '' } });
  const last = claim({ start: 50, end: 55 });
  const claims = [outer, inner, ignored, last];

  it('is the shortest around the cursor, else the one before, else the first', () => {
    assert.equal(claimNear(claims, 12), inner);
    assert.equal(claimNear(claims, 20), outer);
    assert.equal(claimNear(claims, 33), inner);
    assert.equal(claimNear(claims, 42), ignored);
    assert.equal(claimAround(claims, 12), inner);
    assert.equal(claimAround(claims, 33), undefined);
    assert.equal(claimNear(claims, 0), outer);
    assert.equal(claimNear([], 0), undefined);
  });

  it('is known by its id and pattern, as it was where it is no more', () => {
    const moved = { ...inner, start: 12, end: 17 };
    assert.equal(claimNow([outer, { ...moved, code: 'analogy' }, moved], inner), moved);
    assert.equal(claimNow([outer], inner), inner);
  });

  it('for a decision is the one around the cursor, else the only open one on its line', () => {
    const line = { start: 36, end: 60 };
    assert.equal(claimAtCursor(claims, 12, line), inner);
    assert.equal(claimAtCursor(claims, 42, line), ignored);
    assert.equal(claimAtCursor(claims, 60, line), last);
    assert.equal(claimAtCursor(claims, 33, { start: 0, end: 60 }), undefined);
    assert.equal(claimAtCursor(claims, 70, { start: 61, end: 80 }), undefined);
  });

  it('for a note is the one that its thread touches, else the nearest on its lines', () => {
    const at = (offset: number) => ({ start: offset, end: offset });
    assert.equal(claimOnLines(claims, at(0), { start: 0, end: 34 }), outer);
    assert.equal(claimOnLines(claims, at(48), { start: 36, end: 60 }), last);
    assert.equal(claimOnLines(claims, { start: 36, end: 41 }, { start: 36, end: 60 }), ignored);
    assert.equal(claimOnLines(claims, at(70), { start: 61, end: 80 }), undefined);
  });

  it('goes on and back over the open ones, and round', () => {
    assert.equal(nextClaim(claims, 0, 0), outer);
    assert.equal(nextClaim(claims, 5, 30), inner);
    assert.equal(nextClaim(claims, 10, 15), last);
    assert.equal(nextClaim(claims, 50, 55), outer);
    assert.equal(previousClaim(claims, 50, 55), inner);
    assert.equal(previousClaim(claims, 10, 15), outer);
    assert.equal(previousClaim(claims, 5, 30), last);
    assert.equal(nextClaim([ignored], 0, 0), undefined);
    assert.equal(previousClaim([], 3, 3), undefined);
  });

  it('visits each of several claims that begin at one place', () => {
    const short = claim({ start: 5, end: 7, code: 'relative-date' });
    const long = claim({ start: 5, end: 20, code: 'prediction' });
    assert.equal(nextClaim([short, long, last], 5, 7), long);
    assert.equal(nextClaim([short, long, last], 5, 20), last);
    assert.equal(previousClaim([short, long, last], 50, 55), long);
    assert.equal(previousClaim([short, long, last], 5, 20), short);
  });
});

describe('the tree', () => {
  const claims = [
    claim({ start: 1, end: 2, code: 'prediction', speaker: '周屹' }),
    claim({ start: 3, end: 4, section: '收入' }),
    claim({ start: 5, end: 6, code: 'house-rule', speaker: '许默', section: '收入' }),
    claim({ start: 7, end: 8, speaker: '周屹', suppressed: { by: 'comment', reason: '原话' } }),
  ];
  const groups = (grouping: 'code' | 'speaker' | 'section'): [string, number, number][] =>
    buildTree(claims, grouping, WORDS)
      .filter((node): node is GroupNode => isGroupNode(node))
      .map((group) => [group.label, group.open, group.children.length]);

  it('groups by pattern in the order of the guide, own rules last', () => {
    assert.deepEqual(groups('code'), [
      ['无来源数字', 1, 2],
      ['预测', 1, 1],
      ['house-rule', 1, 1],
    ]);
  });

  it('groups by speaker and by section as they appear', () => {
    assert.deepEqual(groups('speaker'), [
      ['周屹', 1, 2],
      ['作者', 1, 1],
      ['许默', 1, 1],
    ]);
    assert.deepEqual(groups('section'), [
      ['首个标题之前', 1, 2],
      ['收入', 2, 2],
    ]);
  });

  it('keeps the order of the document when flat, and gives each node an id of its own', () => {
    const twice = [...claims, claim({ start: 9, end: 10, id: claims[1]!.id })];
    const nodes = buildTree(twice, 'flat', WORDS);
    assert.deepEqual(
      nodes.map((node) => node.type === 'claim' && node.claim.start),
      [1, 3, 5, 7, 9],
    );
    assert.equal(new Set(nodes.map(({ id }) => id)).size, nodes.length);
    assert.deepEqual(
      buildTree(twice, 'flat', WORDS).map(({ id }) => id),
      nodes.map(({ id }) => id),
    );
  });

  it('leads from a claim to its group', () => {
    for (const group of buildTree(claims, 'code', WORDS)) {
      assert.ok(isGroupNode(group));
      for (const child of group.children) assert.equal(child.parent, group);
    }
  });
});

describe('labels', () => {
  const number = claim({ start: 1, end: 9, text: '接近100万人次', speaker: '周屹', line: 12 });

  it('show the words first, then who and where', () => {
    const { label, description, spoken } = claimLabel(number, 'code', WORDS);
    assert.equal(`${label} ${description}`, '接近100万人次 — 周屹 · 第12行');
    assert.equal(spoken, '接近100万人次, 无来源数字, 周屹, 第12行');
  });

  it('do not repeat what the group says, and name the pattern where it does not', () => {
    assert.equal(claimLabel(number, 'speaker', WORDS).description, '— 第12行 · 无来源数字');
    assert.equal(claimLabel(number, 'flat', WORDS).description, '— 周屹 · 第12行 · 无来源数字');
  });

  it('tell why a claim is ignored', () => {
    const ignored = (reason: string) => claimLabel({ ...number, suppressed: { by: 'comment', reason } }, 'code', WORDS).description;
    assert.equal(ignored('受访者原话'), '— 周屹 · 第12行 · 已忽略：受访者原话');
    assert.equal(ignored(''), '— 周屹 · 第12行 · 已忽略');
  });

  it('tell who decided what where reviewers disagree', () => {
    const entry = { entry: '1', status: 'verified', reviewer: '周屹', reason: null } as const;
    const other = { entry: '2', status: 'dismissed', reviewer: null, reason: '口述' } as const;
    const rest = { note: null, sources: [], outcome: null, updated: '', changedFrom: null, marked: false, gone: false };
    const labelled = (others: (typeof other)[]) => claimLabel({ ...number, review: { ...entry, ...rest, others } }, 'code', WORDS);
    assert.deepEqual(labelled([]).decisions, []);
    const { decisions, spoken } = labelled([other]);
    assert.deepEqual(decisions, ['周屹：已核实', '不知名者：驳回：口述']);
    assert.ok(spoken.endsWith(`结论不一, ${decisions.join(', ')}`), spoken);
  });

  it('are one short line, cut between characters', () => {
    const { label } = claimLabel({ ...number, text: `第一行\n第二行${'𠮷'.repeat(30)}` }, 'code', WORDS);
    assert.ok(label.startsWith('第一行 第二行𠮷'));
    assert.ok(label.length <= 14, label);
    assert.doesNotMatch(label, /[\ud800-\udbff](?![\udc00-\udfff])/);
  });
});

describe('the state of the article in front', () => {
  const answer = (claims: unknown[], skipped: 'tooLarge' | 'excluded' | 'failed' | null = null) => ({ claims, skipped });

  it('says what the view has to say', () => {
    assert.equal(articleState(false, true, undefined), 'none');
    assert.equal(articleState(true, false, answer([1])), 'stopped');
    assert.equal(articleState(true, true, undefined), 'checking');
    assert.equal(articleState(true, true, answer([], 'tooLarge')), 'tooLarge');
    assert.equal(articleState(true, true, answer([], 'excluded')), 'excluded');
    assert.equal(articleState(true, true, answer([], 'failed')), 'failed');
    assert.equal(articleState(true, true, answer([])), 'empty');
    assert.equal(articleState(true, true, answer([1])), 'claims');
  });

  it('counts only open claims', () => {
    assert.equal(
      openClaims([claim({ start: 1, end: 2 }), claim({ start: 3, end: 4, suppressed: { by: 'review', reason: '' } })]).length,
      1,
    );
  });
});

describe('a claim that goes by another id after an edit', () => {
  const at = (id: string, start: number, end: number, more: Partial<ReturnType<typeof claim>> = {}) => claim({ id, start, end, ...more });
  const find = (before: ReturnType<typeof claim>, now: readonly ReturnType<typeof claim>[], followed = true) =>
    claimAtPlace(now, { ...placeOf(before), followed })?.id;

  it('is the one of its pattern that stands there now, with its words before others', () => {
    assert.equal(find(at('a', 5, 10), [at('c', 6, 12, { text: '别的' }), at('b', 20, 25)]), 'c');
    assert.equal(find(at('a', 5, 10), [at('c', 9, 30), at('d', 4, 9)]), 'd');
    assert.equal(find(at('a', 5, 10, { text: '甲' }), [at('c', 5, 10), at('d', 6, 11, { text: '甲' })]), 'd');
    assert.equal(find(at('a', 5, 10, { code: 'prediction' }), [at('c', 5, 10, { code: 'superlative' })]), undefined);
  });

  it('is no twin that took over its number', () => {
    const text = '股价必涨';
    const twins = [at('x', 10, 14, { text }), at('x-2', 20, 24, { text })];
    assert.equal(find(at('x-2', 10, 14, { text }), twins), 'x');
  });

  it('is no neighbour that took over a rest of it', () => {
    assert.equal(find(at('a', 8, 10, { text: '甲' }), [at('c', 5, 30, { text: '乙' })]), undefined);
  });

  it('is found by its words where it was deleted and typed again, near by', () => {
    const now = [at('c', 40, 44, { text: '必涨' }), at('d', 90, 94, { text: '必涨' })];
    assert.equal(find(at('a', 88, 88, { text: '必涨' }), now), 'd');
    assert.equal(find(at('c', 800, 800, { text: '必涨' }), now), undefined, 'whatever its id');
  });

  it('goes by its words and surroundings where nobody saw the edits', () => {
    const text = '必涨';
    const now = [at('c', 5, 10, { text: '别的' }), at('d', 30, 32, { text }), at('x', 900, 902, { text }), at('x-2', 950, 952, { text })];
    assert.equal(find(at('b', 5, 7, { text }), now, false), 'd');
    assert.equal(find(at('x-2', 5, 7, { text }), now, false), 'x', 'with its surroundings, of twins the nearest');
    assert.equal(find(at('x', 940, 942, { text }), now, false), 'x-2');
    assert.equal(find(at('b', 5, 10, { text: '没有了' }), now, false), undefined);
  });

  it('keeps its place over edits, its spot where it is deleted, its words where all is replaced', () => {
    const place = { start: 5, end: 7, words: '必涨' };
    assert.deepEqual(followed(place, change(0, 0, '大约')), { ...place, start: 7, end: 9 });
    assert.deepEqual(followed(place, change(4, 8, '')), { ...place, start: 4, end: 4 });
    assert.deepEqual(followed(place, change(0, 12, '股价 必涨，必涨')), { ...place, start: 6, end: 8 });
    assert.deepEqual(followed(place, change(0, 12, '股价会涨的')), { ...place, start: 5, end: 5 });
  });
});
