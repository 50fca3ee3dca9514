import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createAnalyzer } from '../../server/src/core/index.ts';
import { segmenterFiles } from '../../server/src/entry/node/assets.ts';
import type { Backend } from '../../server/src/segment/backend.ts';
import { loadBackend } from '../../server/src/segment/load.ts';

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

  // The dictionaries differ (nodejieba's is trimmed), so that a claim at the very edge of doubt may differ too: one in a hundred at most.
  it('lead to the same claims on the samples', () => {
    const found = (segmenter: Backend) => {
      const analyzer = createAnalyzer({ segmenter });
      return samples.flatMap(({ name, text }) => {
        const { claims } = analyzer.analyze({ text, format: /\.md$/.test(name) ? 'markdown' : 'plain' });
        return claims.map(({ code, text: said, start }) => `${name} ${start} ${code} ${said}`);
      });
    };
    const [one, other] = [new Set(found(native)), new Set(found(wasm))];
    assert.ok(one.size > 100);
    const differences = [...[...one].filter((c) => !other.has(c)), ...[...other].filter((c) => !one.has(c))];
    assert.ok(differences.length <= one.size / 100, differences.join('\n'));
  });

  it('fall back to WebAssembly, with the reason, where the addon is missing', () => {
    let reason = '';
    const backend = loadBackend('auto', { ...files, nodejieba: join(root, 'samples') }, (why) => {
      reason = why;
    });
    assert.equal(backend.name, 'wasm');
    assert.match(reason, /samples/);
  });

  it('are WebAssembly without a word where a package came without the addon', () => {
    assert.equal(loadBackend('auto', { ...files, nodejieba: join(root, 'nowhere') }, assert.fail).name, 'wasm');
    assert.throws(() => loadBackend('nodejieba', { ...files, nodejieba: join(root, 'nowhere') }, assert.fail));
  });
});
