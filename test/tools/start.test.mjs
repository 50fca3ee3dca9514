import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const folder = resolve('test/fixtures/host/workspace');

describe('npm start', function () {
  this.timeout(600_000); // the first run may have to install VS Code

  it('serves VS Code to the browser at the address it prints, to no other, until it is interrupted', async () => {
    const start = run(['--no-open', '--port', '0', '--folder', folder, '--lang', 'zh-cn'], { DISPLAY: '', WAYLAND_DISPLAY: '' });
    const address = await start.says(/http:\/\/127\.0\.0\.1:\d+\/\S+/);
    const page = await visit(address);
    assert.equal(page.status, 200);
    assert.match(await page.text(), /vscode-workbench-web-configuration/);
    const stranger = await fetch(new URL(address).origin);
    assert.equal(stranger.status, 403, 'VS Code can run programs: nobody gets in without the token');
    start.process.kill('SIGINT');
    assert.equal(await start.ended, 0);
    await assert.rejects(fetch(address), 'nothing answers any more');
  });

  it('opens the desktop VS Code where there is one', async function () {
    if (process.platform !== 'linux') this.skip();
    const scratch = mkdtempSync(join(tmpdir(), 'claimlens-desktop-'));
    try {
      const desktop = join(scratch, 'code');
      writeFileSync(desktop, `#!/bin/sh\nprintf '%s\\n' "$@" > ${scratch}/arguments\n`);
      chmodSync(desktop, 0o755);
      const start = run(['--folder', folder, '--lang', 'en'], { VSCODE: desktop, DISPLAY: ':99' });
      assert.equal(await start.ended, 0, start.output());
      const given = readFileSync(join(scratch, 'arguments'), 'utf8').trim().split('\n');
      assert.deepEqual(given, ['--new-window', `--extensionDevelopmentPath=${resolve('.')}`, '--locale=en', folder]);
    } finally {
      rmSync(scratch, { recursive: true });
    }
  });

  for (const wrong of [['--port', 'x'], ['--folder', '/no/such/folder'], ['--lang', 'fr'], ['--nonsense']]) {
    it(`explains itself when given ${wrong.join(' ')}`, async () => {
      const start = run(wrong);
      assert.equal(await start.ended, 2);
      assert.match(start.output(), /npm start -- \[options\]/);
    });
  }
});

/** As a browser does: the token comes back as a cookie, and the address without it leads on. */
async function visit(address) {
  const first = await fetch(address, { redirect: 'manual' });
  const next = first.headers.get('location');
  if (!next) return first;
  const cookie = first.headers.getSetCookie().map((set) => set.split(';')[0]);
  return fetch(new URL(next, address), { headers: { cookie: cookie.join('; ') } });
}

function run(args, environment = {}) {
  const child = spawn(process.execPath, ['tools/start.mjs', ...args], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const listeners = new Set();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
      for (const listen of listeners) listen();
    });
  }
  const ended = new Promise((done) => {
    child.on('close', done);
  });
  const says = (pattern) =>
    new Promise((done, fail) => {
      const listen = () => {
        const match = pattern.exec(output);
        if (match) done(match[0]);
      };
      listeners.add(listen);
      listen();
      ended.then((code) => fail(new Error(`ended with ${code}: ${output}`)));
    });
  return { process: child, output: () => output, ended, says };
}
