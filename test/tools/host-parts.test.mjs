import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { workbenchAddress } from '../../tools/host/address.mjs';
import { cached } from '../../tools/host/cache.mjs';
import { parseCommandLine } from '../../tools/host/command-line.mjs';

describe('VS Code host: command line', () => {
  it('reads what runTests and people write', () => {
    const { workbench, webHost } = parseCommandLine([
      'folder',
      '--extensionDevelopmentPath=/a b',
      '--extensionTestsPath',
      '/t',
      '--no-sandbox',
      '--disable-extensions',
      '--user-data-dir=/u',
    ]);
    assert.equal(webHost, false);
    assert.deepEqual(workbench.open, ['folder']);
    assert.deepEqual(workbench.extensionDevelopmentPaths, ['/a b']);
    assert.equal(workbench.extensionTestsPath, '/t');
    assert.equal(workbench.userDataDir, '/u');
    assert.equal(workbench.disableExtensions, true);
  });

  it('moves an extension developed for the web into the web extension host', () => {
    const extension = resolve('test/fixtures/host/extension');
    const { workbench, webHost } = parseCommandLine([`--extensionDevelopmentPath=${extension}`, '--extensionDevelopmentKind=web']);
    assert.equal(webHost, true);
    assert.deepEqual(workbench.settings, { 'remote.extensionKind': { 'claimlens-tests.host-fixture': ['web'] } });
  });
});

describe('VS Code host: address', () => {
  it('keeps spaces, hashes, percent signs and Chinese', () => {
    const folder = mkdtempSync(join(tmpdir(), '论断 #1 50% '));
    try {
      const address = new URL(workbenchAddress({ port: 1, open: [folder], extensionDevelopmentPaths: [folder] }));
      assert.equal(address.searchParams.get('folder'), folder);
      const payload = new Map(JSON.parse(address.searchParams.get('payload')));
      assert.equal(decodeURIComponent(new URL(payload.get('extensionDevelopmentPath')).pathname), folder);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('refuses what does not exist', () => {
    assert.throws(() => workbenchAddress({ port: 1, open: ['/no/such/folder'] }), /no such file or folder/);
  });
});

describe('VS Code host: cache', () => {
  const before = process.env.CLAIMLENS_CACHE;
  let folder;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'claimlens-cache-'));
    process.env.CLAIMLENS_CACHE = folder;
  });

  afterEach(() => {
    if (before === undefined) delete process.env.CLAIMLENS_CACHE;
    else process.env.CLAIMLENS_CACHE = before;
    rmSync(folder, { recursive: true });
  });

  const nothing = async () => {};

  it('builds once for two that ask at the same time', async () => {
    let builds = 0;
    const build = async () => {
      builds++;
      await sleep(50);
    };
    const [first, second] = await Promise.all([cached('x', build), cached('x', build)]);
    assert.equal(first, second);
    assert.equal(builds, 1);
    assert.deepEqual(readdirSync(folder), ['x']);
  });

  it('keeps nothing of a build that failed, and builds again', async () => {
    const broken = async (target) => {
      writeFileSync(join(target, 'half'), '');
      throw new Error('the network is gone');
    };
    await assert.rejects(cached('x', broken), /the network is gone/);
    assert.deepEqual(readdirSync(folder), []);
    assert.ok(existsSync(await cached('x', nothing)));
  });

  it('does not wait for an installer that is dead, and removes its leftovers', async () => {
    const dead = spawnSync(process.execPath, ['-e', '']).pid;
    writeFileSync(join(folder, 'x.lock'), JSON.stringify({ pid: dead, host: hostname() }));
    mkdirSync(join(folder, 'x.1-a.tmp'));
    await cached('x', nothing);
    assert.deepEqual(readdirSync(folder), ['x']);
  });

  it("takes another machine's old lock for a dead one's", async () => {
    const lock = join(folder, 'x.lock');
    writeFileSync(lock, JSON.stringify({ pid: 1, host: 'elsewhere' }));
    const longAgo = Date.now() / 1000 - 3600;
    utimesSync(lock, longAgo, longAgo);
    await cached('x', nothing);
    assert.deepEqual(readdirSync(folder), ['x']);
  });
});
