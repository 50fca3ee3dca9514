import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { ARTICLE, CLI, desk } from './run.ts';

describe('check: how a run ends early', function () {
  this.timeout(60_000);
  const long = desk({ 'a.md': ARTICLE, 'long.txt': '去年收入增长了三倍，业内人士认为明年还会再涨两倍。\n\n'.repeat(60_000) });

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    it(`at once with ${signal}, also in the midst of an article`, async () => {
      const child = spawn(process.execPath, [CLI, 'check', '--format', 'json', '--jobs', '1', 'long.txt'], { cwd: long, stdio: 'ignore' });
      await new Promise((resolve) => setTimeout(resolve, 1200));
      assert.equal(child.exitCode, null, 'it is busy still');
      const sent = performance.now();
      child.kill(signal);
      const [, by] = await new Promise<[number | null, string | null]>((resolve) =>
        child.once('exit', (code, how) => resolve([code, how])),
      );
      assert.equal(by, signal);
      assert.ok(performance.now() - sent < 1000);
    });
  }

  it('with a sentence and 2 where standard output cannot be written', function () {
    if (!existsSync('/dev/full')) this.skip();
    for (const args of [
      ['check', '--format', 'jsonl', '--fail-on', 'never', 'a.md'],
      ['predictions', '--format', 'json', 'a.md'],
    ]) {
      // Only ever as standard output: nothing is put in its place.
      const full = openSync('/dev/full', 'w');
      const { status, stderr } = spawnSync(process.execPath, [CLI, ...args, '--lang', 'en'], {
        cwd: long,
        stdio: ['ignore', full, 'pipe'],
        encoding: 'utf8',
      });
      closeSync(full);
      assert.equal(status, 2, args[0]);
      assert.match(stderr, /^claimlens: Standard output cannot be written: .*ENOSPC.*\n$/, args[0]);
    }
  });

  it('quietly where the reader has gone', async () => {
    for (const args of [
      ['check', '--format', 'jsonl', '--fail-on', 'never', 'a.md'],
      ['predictions', '--format', 'json', 'a.md'],
    ]) {
      const child = spawn(process.execPath, [CLI, ...args], { cwd: long, stdio: ['ignore', 'pipe', 'pipe'] });
      child.stdout.destroy();
      let err = '';
      child.stderr.setEncoding('utf8').on('data', (data: string) => {
        err += data;
      });
      const code = await new Promise((resolve) => child.once('close', resolve));
      assert.deepEqual([code, err], [0, ''], args[0]);
    }
  });
});
