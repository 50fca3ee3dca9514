import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe as describeSpan } from '../../server/src/review/anchor/describe.ts';
import type { ReviewEntry, ReviewFile } from '../../server/src/review/model.ts';
import { readReview } from '../../server/src/review/read.ts';
import { writeReview } from '../../server/src/review/write.ts';

const TEXT = '这家公司两年来接待了接近100万人次。业内人士认为，市场还会更大。';
const at = '2024-02-22T08:00:00Z';

function entry(words: string, more: Partial<ReviewEntry> = {}): ReviewEntry {
  const start = TEXT.indexOf(words);
  const target = describeSpan(TEXT, { start, end: start + words.length });
  return { id: `e-${words}`, code: 'unsourced-number', status: 'verified', target, created: at, updated: at, ...more };
}

const file: ReviewFile = {
  schemaVersion: 1,
  entries: [
    entry('业内人士', { code: 'vague-attribution', note: '问过作者' }),
    entry('接近100万人次', { sources: [{ url: 'https://example.com', seen: '2024-02-20' }] }),
  ],
};
const text = writeReview(file);
const published = new Ajv({ strict: false }).compile(
  JSON.parse(readFileSync(join(import.meta.dirname, '../../resources/schemas/review.schema.json'), 'utf8')),
);

describe('review: files', () => {
  it('are written sorted by position and read back the same', () => {
    const read = readReview(text);
    assert.equal(read.problem, null);
    assert.deepEqual(
      read.file?.entries.map(({ id }) => id),
      ['e-接近100万人次', 'e-业内人士'],
    );
    assert.equal(writeReview(read.file!), text);
    assert.ok(published(JSON.parse(text)), JSON.stringify(published.errors));
  });

  it('keep the fields of other programs', () => {
    const value = JSON.parse(text);
    value.desk = { name: '合规' };
    value.entries[0].priority = 3;
    value.entries[0].target.source = 'x.md';
    const again = JSON.parse(writeReview(readReview(JSON.stringify(value)).file!));
    assert.deepEqual(again, value);
  });

  it('say where they are broken, foreign, newer or in conflict, and are not used then', () => {
    const problem = (broken: string) => {
      const read = readReview(broken);
      assert.equal(read.file, null);
      return [read.problem!.key, read.problem!.line, read.problem!.column];
    };
    assert.deepEqual(problem(text.slice(0, -4)), ['review.syntax', text.slice(0, -4).split('\n').length, 3]);
    assert.deepEqual(problem('{"a": 1}'), ['review.foreign', 1, 1]);
    assert.deepEqual(problem('[]'), ['review.foreign', 1, 1]);
    assert.deepEqual(problem(''), ['review.syntax', 1, 1]);
    assert.deepEqual(problem(text.replace('"schemaVersion": 1', '"schemaVersion": 2')), ['review.newer', 2, 20]);
    assert.deepEqual(problem(text.replace('"verified"', '"great"')), ['review.value', 7, 17]);
    assert.deepEqual(problem(text.replace('{\n', '{ // by hand\n')), ['review.syntax', 1, 3]);
    assert.deepEqual(problem(text.replace('  "entries"', '<<<<<<< HEAD\n  "entries"')), ['review.mergeConflict', 3, 1]);
    assert.deepEqual(problem(text.replace('e-业内人士', 'e-接近100万人次'))[0], 'review.twice');
    assert.equal(problem(text.replace('"status"', '"status": "wrong",\n      "status"'))[0], 'review.key', 'as a careless merge leaves it');
  });

  it('are judged as the published schema judges them', () => {
    const paths = [
      ['entries', 0, 'status'],
      ['entries', 0, 'code'],
      ['entries', 1, 'note'],
      ['entries', 0, 'target', 'selector'],
      ['entries', 0, 'target', 'selector', 0, 'exact'],
      ['entries', 0, 'target', 'selector', 1, 'start'],
      ['entries', 0, 'created'],
      ['entries', 0, 'sources'],
      ['entries', 0, 'sources', 0, 'seen'],
      ['entries'],
      ['schemaVersion'],
      ['entries', 1, 'outcome'],
    ] as const;
    const values = fc.oneof(
      fc.jsonValue({ maxDepth: 1 }),
      fc.constantFrom('dismissed', '2024-01-01', { result: 'true' }, { result: 'x' }, [], {}, 1, undefined),
    );
    fc.assert(
      fc.property(fc.constantFrom(...paths), values, (path, value) => {
        const changed = JSON.parse(text);
        let parent = changed;
        for (const key of path.slice(0, -1)) parent = parent[key];
        const last = path.at(-1)!;
        if (value === undefined) delete parent[last];
        else parent[last] = value;
        const written = JSON.stringify(changed);
        assert.equal(readReview(written).problem === null, published(JSON.parse(written)), written);
      }),
      { numRuns: 2000 },
    );
  });
});
