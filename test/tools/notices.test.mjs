import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../tools/lib/project.mjs';
import { notices, packageFolder } from '../../tools/notices.mjs';

describe('the notices of what others wrote', () => {
  it('name every package in the bundles, with its version and the words of its licence', () => {
    const text = readFileSync(join(root, 'dist/ThirdPartyNotices.txt'), 'utf8');
    const folders = new Set(
      readdirSync(join(root, 'dist'), { recursive: true })
        .filter((file) => file.endsWith('.js'))
        // the bundler notes above each module which file it was
        .flatMap(
          (file) => readFileSync(join(root, 'dist', file), 'utf8').match(/^ {2,4}"?node_modules\/[^"\n]+|^\/\/ node_modules\/.+$/gm) ?? [],
        )
        .map((line) => packageFolder(line.replace(/^[/ "]+/, ''))),
    );
    assert.ok(folders.size > 30, `only ${folders.size} packages seen in dist/`);
    for (const folder of folders) {
      const { name, version } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
      assert.ok(text.includes(`\n${name} ${version}`), `${name} ${version}`);
    }
    for (const part of ['nodejieba', 'cppjieba', 'limonp', 'jieba-wasm', 'opencc-js']) assert.match(text, new RegExp(`^${part}\\b`, 'm'));
    assert.ok(text.match(/Permission is hereby granted/g).length > 25);
  });

  it('are not written for a package that states no licence', () => {
    assert.throws(() => notices(['node_modules/.bin/nothing.js']), /ENOENT|licence/);
  });
});
