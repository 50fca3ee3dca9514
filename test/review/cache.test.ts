import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeCache } from '../../server/src/entry/node/cache.ts';

describe('the index of folders', () => {
  const folder = mkdtempSync(join(tmpdir(), 'claimlens-cache-'));
  const known = process.env['CLAIMLENS_INDEX'];
  before(() => {
    process.env['CLAIMLENS_INDEX'] = folder;
  });
  after(() => {
    if (known === undefined) delete process.env['CLAIMLENS_INDEX'];
    else process.env['CLAIMLENS_INDEX'] = known;
    rmSync(folder, { recursive: true });
  });

  it('lets go of folders that nobody has opened for three months, and of nothing else', async () => {
    const long = new Date(Date.now() - 100 * 24 * 3600 * 1000);
    const old = (name: string) => {
      mkdirSync(join(folder, name, 'inside'), { recursive: true });
      utimesSync(join(folder, name), long, long);
    };
    old('0123456789abcdef0123');
    old('somebody’s own');
    mkdirSync(join(folder, 'fedcba98765432100000'));
    await nodeCache.write('file:///desk', 'index.json', 'one');
    assert.equal(existsSync(join(folder, '0123456789abcdef0123')), false);
    assert.equal(readdirSync(folder).length, 3);
    assert.equal(await nodeCache.read('file:///desk', 'index.json'), 'one');
    assert.equal(await nodeCache.read('file:///other', 'index.json'), null);
  });
});
