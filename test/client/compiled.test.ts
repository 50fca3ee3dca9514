import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CompiledBundle } from '../../client/src/loader/compiled.ts';

const SOURCE = `const { sep } = require('node:path');
exports.read = () => [sep.length, __filename, '\\u8bba\\u65ad', module.exports === exports];
exports.fail = () => { throw new Error('here'); };
`;

interface Exports {
  read(): unknown[];
  fail(): never;
}

describe('a bundle that is kept compiled', () => {
  let folder: string;
  let file: string;
  let cache: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'claimlens-compiled-'));
    file = join(folder, 'bundle.js');
    cache = join(folder, 'storage', 'bundle.compiled');
    writeFileSync(file, SOURCE);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const start = () => new CompiledBundle(file, cache);
  const works = (bundle: CompiledBundle) => {
    const exports = bundle.exports as Exports;
    assert.deepEqual(exports.read(), [1, file, '论断', true]);
    return exports;
  };

  it('runs from its source at first, then from what was kept', async () => {
    const first = start();
    works(first);
    assert.equal(first.fromCache, false);
    await first.keep(cache);
    const next = start();
    works(next);
    assert.equal(next.fromCache, true);
  });

  it('runs where nothing can be kept', () => {
    const bundle = new CompiledBundle(file, null);
    works(bundle);
    assert.equal(bundle.fromCache, false);
  });

  it('does not take what was kept of another bundle', async () => {
    await start().keep(cache);
    writeFileSync(file, SOURCE.replace('exports.fail', 'exports.ruin'));
    utimesSync(file, 1, 1);
    const next = start();
    assert.equal(next.fromCache, false);
    assert.ok('ruin' in (next.exports as object));
  });

  it('does not take what was damaged', async () => {
    await start().keep(cache);
    const whole = readFileSync(cache);
    for (const at of [0, 40, whole.length >> 1, whole.length - 1]) {
      const bytes = Buffer.from(whole);
      bytes[at]! ^= 0xff;
      writeFileSync(cache, bytes);
      const next = start();
      works(next);
      assert.equal(next.fromCache, false, `byte ${at}`);
    }
    for (const length of [0, 10, whole.length - 1]) {
      writeFileSync(cache, whole.subarray(0, length));
      assert.equal(start().fromCache, false, `${length} bytes`);
    }
  });

  it('names its own lines and columns where it fails', () => {
    const stack = /bundle\.js:(\d+):(\d+)/;
    const exports = works(start());
    assert.throws(
      () => exports.fail(),
      (error: Error) => {
        assert.deepEqual(stack.exec(error.stack ?? '')?.slice(1), ['3', '30']);
        return true;
      },
    );
  });
});
