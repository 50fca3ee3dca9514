import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ARTICLE, CLI, check, desk } from './run.ts';

describe('check --output: what is there already', () => {
  const folder = desk({ 'a.md': ARTICLE, 'empty/readme.txt': 'Nothing to see.\n', 'out/.keep': '' });
  const at = (name: string) => join(folder, name);
  const to = (output: string, ...paths: string[]) =>
    check(folder, ['--format', 'jsonl', '--fail-on', 'never', '--output', output, ...(paths.length > 0 ? paths : ['a.md'])]);
  const printed = check(folder, ['--format', 'jsonl', '--fail-on', 'never', 'a.md']).out;

  it('keeps its rights', () => {
    for (const mode of [0o600, 0o664]) {
      writeFileSync(at('report'), 'old');
      chmodSync(at('report'), mode);
      assert.equal(to('report').code, 0);
      assert.equal(statSync(at('report')).mode & 0o777, mode);
      assert.equal(readFileSync(at('report'), 'utf8'), printed);
    }
  });

  it('is written through links, also to where nothing is yet', () => {
    writeFileSync(at('out/there'), 'old');
    symlinkSync('out/there', at('link'));
    symlinkSync('out/new', at('second'));
    symlinkSync('second', at('first'));
    for (const [link, file] of [
      ['link', 'out/there'],
      ['first', 'out/new'],
    ] as const) {
      assert.equal(to(link).code, 0, link);
      assert.ok(lstatSync(at(link)).isSymbolicLink(), link);
      assert.equal(readFileSync(at(file), 'utf8'), printed, link);
    }
    assert.deepEqual(readdirSync(at('out')).sort(), ['.keep', 'new', 'there']);
  });

  it('is written to where it is a pipe', async function () {
    if (process.platform === 'win32') this.skip();
    spawnSync('mkfifo', [at('pipe')]);
    const writer = spawn(process.execPath, [CLI, 'check', '--format', 'jsonl', '--fail-on', 'never', '--output', 'pipe', 'a.md'], {
      cwd: folder,
      stdio: 'ignore',
    });
    const reader = spawn('cat', [at('pipe')]);
    let read = '';
    reader.stdout.setEncoding('utf8').on('data', (data: string) => {
      read += data;
    });
    const ended = (child: typeof writer | typeof reader) => new Promise((resolve) => child.once('close', resolve));
    assert.deepEqual(await Promise.all([ended(writer), ended(reader)]), [0, 0]);
    assert.equal(read, printed);
    assert.ok(lstatSync(at('pipe')).isFIFO());
  });

  it('is refused where it is a folder, or one of the articles by whatever name', () => {
    mkdirSync(at('folder'));
    assert.match(to('folder').err, /“folder” cannot be written: /);
    symlinkSync('a.md', at('alias.md'));
    for (const [output, ...paths] of [
      ['a.md', 'a.md'],
      ['./a.md', '.'],
      ['alias.md', 'a.md'],
      ['a.md', '*.md'],
    ] as const) {
      const { code, err } = to(output, ...paths);
      assert.equal(code, 2, paths[0]);
      assert.match(err, /is one of the articles/);
      assert.equal(readFileSync(at('a.md'), 'utf8'), ARTICLE);
    }
    assert.equal(check(folder, ['--output', 'a.md', '--stdin-filename', 'a.md', '-'], ARTICLE).code, 2);
    // A report in the folder that is checked, which the project leaves out.
    writeFileSync(at('out/claimlens.config.json'), '{ "exclude": ["report.md"] }');
    writeFileSync(at('out/report.md'), ARTICLE);
    assert.equal(to('out/report.md', 'out').code, 0);
  });

  it('is emptied where nothing is found, and stays where nothing could be read', () => {
    writeFileSync(at('results'), 'old');
    assert.equal(to('results', 'nowhere.md').code, 2);
    assert.equal(readFileSync(at('results'), 'utf8'), 'old');
    assert.equal(to('results', 'empty').code, 0);
    assert.equal(readFileSync(at('results'), 'utf8'), '');
  });
});
