import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../tools/lib/project.mjs';

describe('the pre-commit hook', () => {
  const folder = mkdtempSync(join(tmpdir(), 'claimlens-precommit-'));
  const hooks = readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8');
  const entry = /^ {2}entry: (.+)$/m.exec(hooks)?.[1];
  const args = /^ {2}args: \[(.+)\]$/m.exec(hooks)?.[1].split(', ');
  after(() => rmSync(folder, { recursive: true }));

  /** As pre-commit runs it: in the repository of the articles, with the files of the commit. */
  function commit(...files) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, entry), ...args, ...files], {
      cwd: folder,
      encoding: 'utf8',
    });
    return { status, said: stdout + stderr };
  }

  it('can be started', () => {
    assert.equal(entry, 'tools/precommit.mjs');
    assert.match(readFileSync(join(root, entry), 'utf8'), /^#!\/usr\/bin\/env node\n/);
    if (process.platform !== 'win32') assert.ok(statSync(join(root, entry)).mode & 0o100, `${entry} is not executable`);
  });

  it('lets a commit through, or holds it back and says why', () => {
    writeFileSync(join(folder, 'good.md'), '公司周五发布了公告，会议在下午开始。\n');
    writeFileSync(join(folder, 'bad.md'), '这只基金保本保息，零风险。\n');
    assert.equal(commit('good.md').status, 0);
    const { status, said } = commit('good.md', 'bad.md');
    assert.equal(status, 1);
    assert.match(said, /bad\.md[\s\S]*promised-return/);
  });
});
