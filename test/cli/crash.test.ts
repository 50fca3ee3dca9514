import assert from 'node:assert/strict';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CheckOptions } from '../../server/src/entry/cli/options.ts';
import { pooled } from '../../server/src/entry/cli/pool.ts';
import type { Task } from '../../server/src/entry/cli/tasks.ts';
import { CLI } from './run.ts';

const SENTENCE = '业内人士认为，很多公司去年收入增长了三倍，未来三年还会再涨两倍。';
const WORKER = fileURLToPath(new URL('lib/mortal-worker.cjs', import.meta.url));
const OPTIONS: CheckOptions = {
  format: 'jsonl',
  config: null,
  rules: {},
  failOn: 'never',
  jobs: 2,
  date: null,
  locale: 'en',
  color: false,
  verbose: false,
  single: false,
  output: null,
};

interface Answer {
  readonly id: number;
  readonly error?: string;
  readonly claims?: readonly unknown[];
}

/** Records in batches of eight, through worker threads that really die of those in `deadly`. */
async function answers(count: number, deadly: ReadonlySet<number>): Promise<Answer[]> {
  const batches: Task[][] = [];
  for (let id = 0; id < count; id++) {
    const line = JSON.stringify({ id, text: SENTENCE, ...(deadly.has(id) ? { die: true } : {}) });
    if (id % 8 === 0) batches.push([]);
    batches.at(-1)!.push({ kind: 'record', line });
  }
  const out: Answer[] = [];
  for await (const { output } of pooled(batches, OPTIONS, dirname(CLI), WORKER)) out.push(JSON.parse(output ?? 'null') as Answer);
  return out;
}

describe('worker threads of the command line that die', function () {
  this.timeout(120_000);

  it('cost the records that they died of, which are answered with an error, and nothing else', async () => {
    const deadly = new Set([0, 21, 22]);
    const all = await answers(40, deadly);
    assert.deepEqual(
      all.map(({ id }) => id),
      Array.from({ length: 40 }, (_, id) => id),
    );
    for (const { id, error, claims } of all) {
      if (deadly.has(id)) assert.match(error ?? '', /ended with code 9/, `record ${id}`);
      else assert.ok(claims && claims.length > 0, `record ${id}: ${error}`);
    }
  });

  it('are given up when they do nothing but die', async () => {
    await assert.rejects(answers(8, new Set(Array.from({ length: 8 }, (_, id) => id))), /ended with code 9/);
  });
});
