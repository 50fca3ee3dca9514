import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parseJson } from '../../../server/src/config/json.ts';
import { parseConfig } from '../../../server/src/config/project.ts';
import { RulesFactory } from '../../../server/src/config/rules.ts';
import { parseRecord } from '../../../server/src/entry/cli/record.ts';
import { configProblems } from '../../../server/src/features/configProblems.ts';
import { problemSentence } from '../../../server/src/features/reviewFacts.ts';
import { place } from '../../../server/src/review/anchor/place.ts';
import { readReview } from '../../../server/src/review/read.ts';
import { writeReview } from '../../../server/src/review/write.ts';
import type { Attack, Trial } from '../lib/attack.ts';
import { checkAnalysis } from '../lib/checks.ts';
import type { Random } from '../lib/random.ts';
import { anyText, cutting, ODDITIES, shrunk } from '../lib/texts.ts';

/** The readers of project files, review files and records: anything at all may stand in them. */
export const attack: Attack = {
  topic: 'text',
  run(trial) {
    each(
      trial,
      'project files: no throw, every problem in the file and with a sentence, what holds of it usable',
      [400, 50_000],
      CONFIG,
      config,
    );
    each(
      trial,
      'review files: no throw; refused with place and sentence, or read and written again with nothing lost',
      [1000, 70_000],
      REVIEW,
      review,
    );
    each(trial, 'records of a stream: no throw, an id and a text or an error', [1000, 50_000], RECORD, record);
  },
};

function each(
  trial: Trial,
  what: string,
  [short, long]: [number, number],
  model: unknown,
  read: (text: string, random: Random) => void,
): void {
  const row = trial.row(what);
  for (const _ of trial.times(short, long)) {
    const text = anyJson(model, trial.random);
    row.holdNow(
      () => read(text, trial.random),
      () => JSON.stringify(shrunk(text, (less) => fails(() => read(less, trial.random)))),
    );
  }
}

function config(text: string, random: Random): void {
  const { config: made, problems } = parseConfig(text);
  for (const { start, end } of problems) assert.ok(start >= 0 && start <= end && end <= text.length, `${start}–${end} of ${text.length}`);
  for (const { message } of configProblems(TextDocument.create('file:///claimlens.config.json', 'json', 1, text), 'zh-cn'))
    assert.doesNotMatch(String(message), /undefined|\[object/);
  if (!random.oneIn(10)) return;
  const article = cutting(random, 200);
  const rules = new RulesFactory(undefined).make({ rules: {}, profile: 'everything', providers: [] }, made, 'en');
  checkAnalysis(article, rules.analyzer.analyze({ text: article, format: 'plain' }));
}

function review(text: string, random: Random): void {
  const { file, problem } = readReview(text);
  if (!file) {
    assert.ok(problem.start >= 0 && problem.start <= problem.end && problem.end <= text.length, 'the problem lies outside the file');
    assert.ok(problem.line >= 1 && problem.column >= 1);
    assert.doesNotMatch(problemSentence(problem, 'a.md', 'en'), /undefined|\[object/);
    return;
  }
  const again = writeReview(file);
  // Not by the objects: what was there twice would be there once in both.
  assert.equal(valuesIn(again), valuesIn(text), 'a value is gone');
  const second = readReview(again);
  assert.deepEqual(second.file && byId(second.file), byId(file));
  const article = cutting(random, 300);
  for (const { target } of file.entries) {
    const at = place(article, target);
    if (at) assert.ok(at.start >= 0 && at.end <= article.length && at.start <= at.end);
  }
}

const byId = ({ entries, ...rest }: { entries: readonly { id: string }[] }) => ({
  ...rest,
  entries: Object.fromEntries(entries.map((entry) => [entry.id, entry])),
});

function valuesIn(text: string): number {
  const count = (node: ReturnType<typeof parseJson>): number =>
    node.type === 'object'
      ? node.members.reduce((sum, { value }) => sum + 1 + count(value), 0)
      : node.type === 'array'
        ? node.items.reduce((sum, item) => sum + 1 + count(item), 0)
        : 0;
  return count(parseJson(text));
}

function record(text: string): void {
  const answer = parseRecord(text);
  assert.ok('error' in answer ? answer.error.startsWith('stream.') : typeof answer.text === 'string');
}

function fails(task: () => void): boolean {
  try {
    task();
    return false;
  } catch {
    return true;
  }
}

/** A file like the model, with values and keys changed, left out and doubled, then maybe broken as text. */
function anyJson(model: unknown, random: Random): string {
  let text = random.oneIn(12) ? anyText(random) : changed(model, random);
  for (let n = random.below(4) - 1; n > 0; n--) {
    const at = random.below(text.length + 1);
    const cut = random.pick([0, 0, 1, 5, 40]);
    text = text.slice(0, at) + random.pick(SPLINTERS) + text.slice(at + cut);
  }
  return text;
}

const SPLINTERS = [
  '',
  ',',
  '{',
  '}',
  '[',
  ']',
  '"',
  ':',
  '\\',
  '//',
  '/*',
  '*/',
  'null',
  '1e999',
  '-',
  '<<<<<<< a\n',
  '\n=======\n',
  '\ufeff',
  '"a":1,',
  ...ODDITIES,
]; // prettier-ignore
const VALUES = [null, true, -1, 1.5, 1e300, '', [], {}, [[]], '__proto__', 2];
const KEYS = ['__proto__', 'constructor', 'toString', 'schemaVersion', 'entries', 'id', 'rules', ''];

/** The value as JSON, a little changed. */
function changed(value: unknown, random: Random): string {
  if (random.oneIn(40))
    return random.oneIn(5) ? nested(random.pick([3, 150, 250])) : JSON.stringify(random.pick([...VALUES, anyText(random)]));
  if (Array.isArray(value)) return `[${value.flatMap((item) => doubled(changed(item, random), random)).join()}]`;
  if (typeof value === 'string' && random.oneIn(10)) return JSON.stringify(value + anyText(random));
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).flatMap(([key, one]) => {
    const name = random.oneIn(40) ? random.pick([...KEYS, anyText(random)]) : key;
    return doubled(`${JSON.stringify(name)}:${changed(one, random)}`, random);
  });
  return `{${members.join()}}`;
}

function doubled(text: string, random: Random): string[] {
  return random.oneIn(40) ? [] : random.oneIn(40) ? [text, text] : [text];
}

function nested(depth: number): string {
  return `${'['.repeat(depth)}${']'.repeat(depth)}`;
}

const CONFIG = {
  $schema: 'x',
  profile: 'compliance',
  rules: { superlative: 'error', 'house-hype': 'warning', advice: 'off' },
  include: ['稿件/**', '!a', '[', '\\'],
  exclude: ['稿件/旧/**'],
  providers: ['本刊数据中心'],
  terms: ['PMF'],
  names: ['云帆'],
  speakers: [{ name: '周屹', aliases: ['老周'], interests: ['2022年投资该公司'] }],
  customRules: [
    {
      code: 'house-hype',
      name: '本刊不用的说法',
      words: ['闭眼买', '无脑冲'],
      patterns: ['[0-9]+连板', '(a+)+$', '\\p{Han}{2,}', '(?i)x*'],
      except: ['不要闭眼买'],
      message: '“{text}”是本刊不用的说法。{x}',
      severity: 'warning',
      examples: { bad: ['他说⟦闭眼买⟧。'], good: ['看清再买。'] },
    },
  ],
};

const REVIEW = {
  schemaVersion: 1,
  by: 'somebody else',
  entries: ['a', 'b'].map((id, i) => ({
    id,
    code: 'unsourced-number',
    status: 'dismissed',
    target: {
      repeats: 'never',
      selector: [
        { type: 'TextQuoteSelector', exact: '接近100万人次', prefix: '两年来接待了', suffix: '。业内' },
        { type: 'TextPositionSelector', start: 9 + i * 20, end: 17 + i * 20 },
      ],
    },
    reason: '口述',
    note: '注',
    sources: [{ url: 'https://example.com', citation: '年报', seen: '2024-02-22' }],
    outcome: { result: 'correct', evidence: '见报', date: '2024-02-22' },
    marked: true,
    reviewer: '甲',
    created: '2024-02-22T08:00:00Z',
    updated: '2024-02-22T08:00:00.123Z',
    other: { kept: [1, 2] },
  })),
};

const RECORD = { id: ['a', 1], text: '去年收入3亿元。', date: '2024-02-22' };
