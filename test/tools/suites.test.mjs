import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { schedule } from '../../tools/test/schedule.mjs';
import { mochaSuite, programSuite } from '../../tools/test/suite.mjs';

describe('npm test', () => {
  let folder;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'claimlens-suites-'));
  });
  after(() => rmSync(folder, { recursive: true }));

  const program = (code) => programSuite(['-e', code]);
  const totals = (object) => `require('fs').writeFileSync(process.env.CLAIMLENS_TEST_TOTALS, '${JSON.stringify(object)}');`;
  const run = async (suite) => {
    let output = '';
    const counted = await suite((text) => {
      output += text;
    });
    return { ...counted, output };
  };

  it('takes a suite at its word when its exit agrees', async () => {
    const { passed, failed, skipped } = await run(program(totals({ passed: 3, failed: 0, skipped: 1 })));
    assert.deepEqual([passed, failed, skipped], [3, 0, 1]);
  });

  it('counts a suite that broke off as a failure', async () => {
    const { failed, output } = await run(program('process.kill(process.pid, "SIGKILL")'));
    assert.equal(failed, 1);
    assert.match(output, /broke off \(SIGKILL\)/);
  });

  it('counts a suite that ran no test as a failure', async () => {
    const { failed } = await run(program(totals({ passed: 0, failed: 0, skipped: 2 })));
    assert.equal(failed, 1);
  });

  it('counts a bad exit as a failure although no test failed', async () => {
    const { passed, failed } = await run(program(`${totals({ passed: 1, failed: 0, skipped: 0 })} process.exitCode = 7;`));
    assert.deepEqual([passed, failed], [1, 1]);
  });

  it('counts what mocha ran, and shows why a test failed', async () => {
    const file = join(folder, 'three.test.mjs');
    writeFileSync(file, `it('passes', () => {}); it('fails', () => { throw new Error('on purpose'); }); it('waits');`);
    const { passed, failed, skipped, output } = await run(mochaSuite([file]));
    assert.deepEqual([passed, failed, skipped], [1, 1, 1]);
    assert.match(output, /Error: on purpose/);
  });

  it('counts a test file that does not load, and one pattern that matches nothing, as failures', async () => {
    const file = join(folder, 'broken.test.mjs');
    writeFileSync(file, 'import "./no-such-module.mjs";');
    assert.equal((await run(mochaSuite([file]))).failed, 1);
    assert.equal((await run(mochaSuite([join(folder, 'nothing/*.test.mjs')]))).failed, 1);
  }).timeout(30_000);

  it('runs two suites at a time, in order, and those that want it alone', async () => {
    let active = 0;
    let most = 0;
    const job = (name, alone = false) => ({
      alone,
      run: async () => {
        active++;
        most = Math.max(most, active);
        if (alone) assert.equal(active, 1);
        await sleep(20);
        active--;
        return name;
      },
    });
    assert.deepEqual(await schedule([job('a'), job('b'), job('c'), job('d', true), job('e')], 2), ['a', 'b', 'c', 'd', 'e']);
    assert.equal(most, 2);
  });
});
