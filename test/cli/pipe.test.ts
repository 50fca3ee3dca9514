import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { ARTICLE, CLI } from './run.ts';

// What Spark's RDD.pipe asks of a program: each partition's lines go to a process of its own on any machine, its output lines are
// the partition's result, an exit code but 0 fails the task, and a task that failed or was slow is run again from its first line.

const RECORDS = Array.from({ length: 60 }, (_, i) =>
  JSON.stringify({ id: `r${i}`, text: `${ARTICLE}\n第${i}段：去年收入涨到了${i + 2}亿元，专家认为还会再涨。` }),
);
/** Records of all kinds that a crawl has. */
const BROKEN = [
  '{"id":"cut off","text":"去',
  '{"id":"no text"}',
  JSON.stringify({ id: 'lone half', text: '\ud800涨了三倍\u0000' }),
  '[]',
  '""',
];
const ALL = [...RECORDS.slice(0, 20), ...BROKEN, ...RECORDS.slice(20)];

/** One task: lines in, lines out. `upTo`: the worker dies after so many characters of answers. */
function task(lines: readonly string[], upTo = Number.POSITIVE_INFINITY): Promise<{ lines: string[]; code: number | null }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [CLI, 'check', '--stream', '--fail-on', 'never'], { stdio: ['pipe', 'pipe', 'ignore'] });
    let out = '';
    child.stdout.setEncoding('utf8').on('data', (data: string) => {
      out += data;
      if (out.length > upTo) child.kill('SIGKILL');
    });
    // A task that is killed leaves its writer with a broken pipe.
    child.stdin.on('error', () => undefined);
    child.stdin.end(lines.map((line) => `${line}\n`).join(''));
    child.once('close', (code) => resolve({ lines: out.split('\n').filter(Boolean), code }));
  });
}

describe("check --stream as Spark's pipe runs it", function () {
  this.timeout(120_000);
  let whole: string[];

  before(async () => {
    const { lines, code } = await task(ALL);
    assert.equal(code, 0);
    whole = lines;
  });

  it('answers every line with one line, broken ones with an error, and goes on', () => {
    assert.equal(whole.length, ALL.length);
    const answers = whole.map((line) => JSON.parse(line) as { id: unknown; error?: string; claims?: unknown[] });
    const failed = answers.filter(({ error }) => error !== undefined);
    assert.equal(failed.length, 4);
    assert.deepEqual(
      answers.slice(25).map(({ id }) => id),
      RECORDS.slice(20).map((_, i) => `r${i + 20}`),
    );
    assert.ok(answers.slice(25).every(({ claims }) => claims !== undefined && claims.length > 0));
  });

  for (const size of [1, 7, 40]) {
    it(`has the same answers in partitions of ${size}, at once on two workers`, async () => {
      const cases = size === 1 ? ALL.slice(18, 30) : ALL;
      const from = size === 1 ? 18 : 0;
      const partitions: string[][] = [];
      for (let i = 0; i < cases.length; i += size) partitions.push(cases.slice(i, i + size));
      const answers: string[][] = [];
      for (let i = 0; i < partitions.length; i += 2) {
        const done = await Promise.all(partitions.slice(i, i + 2).map((lines) => task(lines)));
        for (const { lines, code } of done) {
          assert.equal(code, 0);
          answers.push(lines);
        }
      }
      assert.deepEqual(answers.flat(), whole.slice(from, from + cases.length));
    });
  }

  it('has the same answers when a task was killed halfway and is run again', async () => {
    const killed = await task(ALL, 10_000);
    assert.notEqual(killed.code, 0);
    // Whole lines that came out before are right already.
    assert.deepEqual(killed.lines.slice(0, -1), whole.slice(0, killed.lines.length - 1));
    assert.deepEqual((await task(ALL)).lines, whole);
  });

  it('answers an empty partition with nothing', async () => {
    assert.deepEqual(await task([]), { lines: [], code: 0 });
  });
});
