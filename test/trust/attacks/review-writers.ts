import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readReview } from '../../../server/src/review/read.ts';
import type { Attack, Tally } from '../lib/attack.ts';
import { type Fault, leave, programOf, run, scratch } from '../lib/faults/child.ts';
import { inTurns } from '../lib/turns.ts';

/** Longer than a writer's lock counts without being renewed. */
const SLEEP_MS = 3400;
const HOUR = 3_600_000;
/** Operations on files of about two decisions: a sleep at each of them. */
const OPERATIONS = 34;

interface Case {
  readonly about: string;
  /** What befalls each of the writers. */
  readonly faults: readonly Fault[];
  readonly each: number;
  /** A lock that a writer left who died, so many milliseconds later than now. */
  readonly left?: number;
}

/** Writers at one review at once, whom a machine treats badly: none may lose what it was told stands. */
export const attack: Attack = {
  topic: 'review',
  async run(trial) {
    const writer = await programOf('../../../review/writer.ts');
    const rows: [string, Case[]][] = [
      ['put to sleep amid an operation, until the others take them for dead', sleeping(trial.count(1, OPERATIONS), trial.long)],
      ['on slow file systems', slow(trial.count(1, 12))],
      ['with clocks that differ, and jump', clocks(trial.count(1, 12))],
      ['more than two of them', Array.from({ length: trial.count(1, 6) }, (_, i) => many(i))],
    ];
    const all = rows.flatMap(([what, cases]) => {
      const row = trial.row(`writers ${what}: every decision that was said to stand stands`);
      return cases.map((one) => ({ row, one }));
    });
    await inTurns(6, all, ({ row, one }) => together(row, writer, one));
  },
};

function sleeping(count: number, all: boolean): Case[] {
  return Array.from({ length: count }, (_, i) => {
    const at = all ? i : 6 + i * 9;
    return { about: `asleep at operation ${at}`, faults: [{ stall: { at, ms: SLEEP_MS } }, { delay: 120 }], each: all ? 6 : 3 };
  });
}

function slow(count: number): Case[] {
  return Array.from({ length: count }, (_, i) => {
    const delay = 15 + i * 15;
    return { about: `${delay} ms an operation`, faults: [{ delay }, { delay: delay / 2 }], each: 3 };
  });
}

function clocks(count: number): Case[] {
  return Array.from({ length: count }, (_, i): Case => {
    const hours = [HOUR, -HOUR, 24 * HOUR, -400 * 24 * HOUR][i % 4]!;
    if (i % 3 === 0) return { about: `${hours} ms apart`, faults: [{ clock: hours, delay: 10 }, { delay: 10 }], each: 5 };
    if (i % 3 === 1) return { about: `a lock left ${hours} ms from now`, faults: [{}, {}], each: 4, left: hours };
    const jumping = { jump: { at: 7 + i, ms: hours }, delay: 10 };
    return { about: `a jump of ${hours} ms at operation ${jumping.jump.at}`, faults: [jumping, { delay: 10 }], each: 6 };
  });
}

const many = (i: number): Case => ({ about: `${3 + i} writers`, faults: Array.from({ length: 3 + i }, () => ({})), each: 5 });

async function together(row: Tally, writer: string, { about, faults, each, left }: Case): Promise<void> {
  const folder = scratch('writers');
  const file = join(folder, '.claimlens/review/a.md.json');
  if (left !== undefined) {
    mkdirSync(`${file}.lock`, { recursive: true });
    const then = new Date(Date.now() + left);
    utimesSync(`${file}.lock`, then, then);
  }
  const root = pathToFileURL(folder).href;
  const ended = await Promise.all(faults.map((fault, i) => run(writer, [root, `w${i}`, `${each}`], fault)));
  const said = ended.flatMap(({ out }) => out.split('\n').filter(Boolean));
  const { file: stands } = readReview(readFileSync(file, 'utf8'));
  const ids = new Set(stands?.entries.map(({ id }) => id));
  await row.hold(() => {
    for (const { code, err } of ended) assert.equal(code, 0, `${about}: ${err}`);
    const lost = said.filter((id) => !ids.has(id));
    assert.deepEqual(lost, [], about);
    // What was not said may not stand either, but for what each was about: here all were said.
    assert.equal(ids.size, faults.length * each, about);
    assert.deepEqual(readdirSync(dirname(file)), ['a.md.json'], about);
  }, said.length);
  leave(folder);
}
