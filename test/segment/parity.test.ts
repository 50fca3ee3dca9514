import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createAnalyzer } from '../../server/src/core/index.ts';
import { segmenterFiles } from '../../server/src/entry/node/assets.ts';
import type { Backend } from '../../server/src/segment/backend.ts';
import { loadBackend } from '../../server/src/segment/load.ts';

/** Whether `npm test` holds the analysis to it that both segmenters lead to the same claims; `CLAIMLENS_PARITY=1` does so before. */
const sameHeld = process.env['CLAIMLENS_PARITY'] === '1';

const root = join(import.meta.dirname, '../..');
const files = segmenterFiles(join(root, 'dist'));
const samples = readdirSync(join(root, 'samples')).map((name) => ({ name, text: readFileSync(join(root, 'samples', name), 'utf8') }));

describe('word segmenters', function () {
  this.timeout(60_000);
  let wasm: Backend;
  let native: Backend;

  before(function () {
    wasm = loadBackend('wasm', files, assert.fail);
    // Built at install where there is a compiler; elsewhere there is nothing to compare.
    if (!existsSync(join(files.nodejieba, 'nodejieba.node'))) this.skip();
    native = loadBackend('nodejieba', files, assert.fail);
  });

  it('take a text apart without a gap', () => {
    for (const { text } of samples) {
      for (const backend of [native, wasm]) {
        const words = backend.words(text);
        assert.equal(words.map(({ start, end }) => text.slice(start, end)).join(''), text);
        assert.ok(words.length > text.length / 4, `${backend.name} found ${words.length} words`);
      }
    }
  });

  it('lead to the same claims on the samples', function () {
    if (!sameHeld) this.skip();
    const found = (segmenter: Backend) => {
      const analyzer = createAnalyzer({ segmenter });
      return samples.map(({ name, text }) => {
        const { claims } = analyzer.analyze({ text, format: /\.md$/.test(name) ? 'markdown' : 'plain' });
        return [name, claims.map(({ code, text: said, start }) => `${start} ${code} ${said}`)];
      });
    };
    const claims = found(native);
    assert.ok(claims.every(([, list]) => list!.length > 0));
    assert.deepEqual(found(wasm), claims);
  });

  it('fall back to WebAssembly, with the reason, where the addon is missing', () => {
    let reason = '';
    const backend = loadBackend('auto', { ...files, nodejieba: join(root, 'nowhere') }, (why) => {
      reason = why;
    });
    assert.equal(backend.name, 'wasm');
    assert.match(reason, /nowhere/);
    assert.throws(() => loadBackend('nodejieba', { ...files, nodejieba: join(root, 'nowhere') }, assert.fail));
  });
});
