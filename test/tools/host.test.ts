import assert from 'node:assert/strict';
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';

const fixtures = resolve('test/fixtures/host');
const extension = join(fixtures, 'extension');
const linux = process.platform === 'linux';

/** In the environment of everything that these tests start, so that what is left behind can be found. */
const marker = { name: 'CLAIMLENS_HOST_TEST', value: String(process.pid) };

describe('VS Code host launcher', function () {
  this.timeout(600_000); // the first run may have to install the host

  it('passes when the tests pass, in the language and folder asked for', async () => {
    const { code, output } = await run('pass', { args: ['--locale', 'zh-cn'] });
    assert.equal(code, 0, output);
    assert.match(output, /language zh-cn, folder workspace/);
  });

  it('fails with the message of a failing test', async () => {
    const { code, output } = await run('fail');
    assert.equal(code, 1, output);
    assert.match(output, /this test fails on purpose/);
  });

  it('reports an extension host that was killed', async () => {
    const { code, output } = await run('crash');
    assert.equal(code, 75, output);
    assert.match(output, /extension host died \(code null, signal SIGKILL\)/);
  });

  it('reports an extension host that ended by itself with code 0', async () => {
    const { code, output } = await run('exit');
    assert.equal(code, 75, output);
  });

  it('gives up on a test that waits for ever', async () => {
    const { code, output } = await run('hang', { seconds: 10 });
    assert.equal(code, 124, output);
  });

  it('gives up on a test that never yields, and leaves no process behind', async () => {
    const { code, output } = await run('busy', { seconds: 10 });
    assert.equal(code, 124, output);
    await nothingLeft();
  });

  it('leaves no process behind when it is killed outright', async function () {
    if (!linux) this.skip();
    const child = start('hang', {});
    await until('the extension host waits in the test', () => child.output().includes('hanging'));
    assert.ok(startedProcesses().length > 2, 'launcher, server and extension host');
    child.process.kill('SIGKILL');
    await nothingLeft();
  });

  it('names its version like the desktop does', async () => {
    const { code, output } = await start('pass', { args: ['--version'] }).ended;
    assert.equal(code, 0);
    assert.match(output, /^\d+\.\d+\.\d+\n/);
  });
});

type How = { args?: string[]; seconds?: number };

const run = (ending: string, how: How = {}) => start(ending, how).ended;

/** Starts the launcher on the fixture extension, whose tests end as `ending` says. */
function start(ending: string, { args = [], seconds = 120 }: How) {
  const child: ChildProcessByStdio<null, Readable, Readable> = spawn(
    process.execPath,
    [
      resolve('tools/host/code.mjs'),
      join(fixtures, 'workspace'),
      '--disable-extensions',
      `--extensionDevelopmentPath=${extension}`,
      `--extensionTestsPath=${join(extension, 'tests.cjs')}`,
      ...args,
    ],
    {
      env: { ...process.env, HOST_FIXTURE: ending, CLAIMLENS_HOST_TIMEOUT: String(seconds), [marker.name]: marker.value },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const ended = new Promise<{ code: number | null; output: string }>((done) => {
    child.on('close', (code) => done({ code, output }));
  });
  return { process: child, output: () => output, ended };
}

async function until(what: string, holds: () => boolean, seconds = 60): Promise<void> {
  for (let waited = 0; !holds(); waited += 100) {
    assert.ok(waited < seconds * 1000, `${what}: not within ${seconds} s`);
    await sleep(100);
  }
}

async function nothingLeft(): Promise<void> {
  await until(`no process is left of ${startedProcesses().join(', ')}`, () => startedProcesses().length === 0, 30);
}

/** Command lines of the living processes that carry the marker in their environment; Linux only, elsewhere none. */
function startedProcesses(): string[] {
  if (!linux) return [];
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry) && Number(entry) !== process.pid)
    .flatMap((pid) => {
      try {
        const environment = readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0');
        if (!environment.includes(`${marker.name}=${marker.value}`)) return [];
        return [readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').slice(0, 200)];
      } catch {
        return []; // ended meanwhile, or another user's
      }
    });
}
