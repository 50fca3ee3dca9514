import assert from 'node:assert/strict';
import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { ARTICLE, check, desk, ENGLISH, lines, type Result } from './run.ts';

const NUMBER = '接近100万人次';

const wide = (encoding: string) => iconv.encode('去年收入3亿元。', encoding, { addBOM: true });

describe('check: what is read', () => {
  const folder = desk({
    'a.md': ARTICLE,
    'b.txt': ARTICLE,
    'c.commentary.txt': ARTICLE,
    'README.md': ENGLISH,
    'notes.log': ARTICLE,
    'drafts/d.md': ARTICLE,
    'deep/er/e.markdown': ARTICLE,
    '.hidden/f.md': ARTICLE,
    '.gitignore': 'drafts/\n',
    'old.txt': Buffer.from('c4e3bac3a3acb9abcbbec8a5c4eacad5c8eb33d2dad4aaa1a3', 'hex'), // GB18030
    'picture.md': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0xff]),
    ...Object.fromEntries(['utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'].map((name) => [`wide/${name}`, wide(name)])),
  });
  const files = (args: string[]) => {
    const { out } = check(folder, ['--format', 'jsonl', '--fail-on', 'never', ...args]);
    return lines(out).map((line) => (JSON.parse(line) as Result).file);
  };

  it('is, in folders, what is an article, Chinese enough and not ignored', () => {
    assert.deepEqual(files(['.']), ['a.md', 'b.txt', 'c.commentary.txt', 'deep/er/e.markdown', 'old.txt']);
    assert.deepEqual(files(['deep']), ['deep/er/e.markdown']);
  });

  it('is, in a folder beside the one where the command runs, by that folder’s own rules', () => {
    const desks = desk({
      'here/.gitignore': 'drafts/\n',
      'there/.gitignore': 'old/\n',
      'there/drafts/a.md': ARTICLE,
      'there/old/b.md': ARTICLE,
    });
    const { out, code } = check(join(desks, 'here'), ['--format', 'jsonl', '--fail-on', 'never', '../there', '..']);
    assert.equal(code, 0);
    assert.deepEqual(
      lines(out).map((line) => (JSON.parse(line) as Result).file),
      ['../there/drafts/a.md'],
    );
  });

  it('is what a glob matches, by the same measure', () => {
    assert.deepEqual(files(['**/*.md']), ['a.md']);
    assert.deepEqual(files(['*.txt', 'deep/**']), ['b.txt', 'c.commentary.txt', 'old.txt', 'deep/er/e.markdown']);
  });

  it('is whatever is named, in the order given, each once', () => {
    assert.deepEqual(files(['README.md', 'drafts/d.md', 'a.md', './a.md', 'notes.log']), ['README.md', 'drafts/d.md', 'a.md', 'notes.log']);
  });

  it('is standard input, as Markdown by its name', () => {
    const text = '```\n收入3亿元\n```\n';
    const found = (args: string[]) => JSON.parse(check(folder, ['--format', 'json', '-', ...args], text).out) as Result;
    assert.equal(found([]).file, '-');
    assert.equal(found([]).quantities.length, 1);
    const named = found(['--stdin-filename', 'x.md']);
    assert.equal(named.file, 'x.md');
    assert.deepEqual(named.quantities, [], 'code is no prose');
  });

  it('is read in the encodings that Chinese articles come in, and said so', () => {
    const { out, err, code } = check(folder, ['--format', 'json', 'old.txt']);
    assert.equal(code, 0);
    assert.match(err, /old\.txt.*GB18030/);
    assert.equal((JSON.parse(out) as Result).quantities[0]?.text, '3亿元');
  });

  it('is read in wide characters, by their marks', () => {
    for (const name of ['utf-16le', 'utf-16be', 'utf-32le', 'utf-32be']) {
      const { out, code } = check(folder, ['--format', 'json', `wide/${name}`]);
      assert.equal(code, 0, name);
      const [quantity] = (JSON.parse(out) as { quantities: { text: string; start: number }[] }).quantities;
      assert.deepEqual([quantity?.text, quantity?.start], ['3亿元', 4], name);
    }
  });

  it('is refused with a sentence where it is no text or not there, and the rest is checked all the same', () => {
    const { out, err, code } = check(folder, ['--format', 'jsonl', 'picture.md', 'nowhere.md', 'a.md', '*.nothing']);
    assert.equal(code, 2);
    for (const name of ['picture.md', 'nowhere.md', '*.nothing']) assert.ok(err.includes(name), err);
    assert.equal(lines(out).length, 1);
    assert.equal(check(folder, ['--format', 'json', 'nowhere.md']).out, '');
  });
});

describe('check: what cannot be read', () => {
  const text = '去年收入4.7亿元，人手没变。';
  const folder = desk({ 'a.md': text, 'picture.png': Buffer.from([0x89, 0x50, 0, 1, 2, 3, 0xff, 0xfe, 0]) });
  symlinkSync('loop.md', join(folder, 'loop.md'));

  it('is told where a link leads in a circle, and the rest is checked', () => {
    const { code, out, err } = check(folder, ['--format', 'jsonl', 'loop.md', 'a.md']);
    assert.equal(code, 2);
    assert.match(err, /loop\.md/);
    assert.equal(out.trim().split('\n').length, 1);
  });

  it('is told where standard input is no text, and the rest is checked', () => {
    const { code, out, err } = check(folder, ['--format', 'jsonl', '-', 'a.md'], readFileSync(join(folder, 'picture.png')));
    assert.equal(code, 2);
    assert.match(err, /no text file/);
    assert.equal(out.trim().split('\n').length, 1);
  });

  it('is told of a project file for a stream, too', () => {
    const { code, out, err } = check(folder, ['--stream', '--config', 'nowhere.json'], `${JSON.stringify({ id: 1, text })}\n`);
    assert.equal(code, 2);
    assert.match(err, /nowhere\.json/);
    assert.equal(out.trim().split('\n').length, 1);
  });
});

describe('check: many articles with rules of their own', () => {
  const customRules = [{ code: 'house-hype', words: ['遥遥领先'], severity: 'warning', name: '自家禁词', message: '不用。' }];
  const files: Record<string, string> = { 'claimlens.config.json': JSON.stringify({ customRules }) };
  // As much as is worth threads.
  for (let i = 0; i < 42; i++) files[`a${i}.md`] = `这家公司遥遥领先。\n\n${'园子里的树倒是高了不少。'.repeat(1400)}`;
  const folder = desk(files);

  it('are one report, whichever thread read them', function () {
    this.timeout(90_000);
    const { code, err } = check(folder, ['--format', 'html', '--jobs', '2', '--fail-on', 'never', '--output', 'r.html', '.']);
    assert.equal(err, '');
    assert.equal(code, 0);
    assert.match(readFileSync(join(folder, 'r.html'), 'utf8'), /自家禁词/);
  });
});

describe('check: the result', () => {
  const dated = `---\ndate: 2024-02-22\n---\n\n${ARTICLE}`;
  const folder = desk({ 'a.md': ARTICLE, 'dated.md': dated, 'bom.txt': `\ufeff${ARTICLE}`, 'crlf.txt': ARTICLE.replaceAll('\n', '\r\n') });
  const json = (args: string[]) => JSON.parse(check(folder, ['--format', 'json', ...args]).out) as Result;

  it('has the fields of the contract', () => {
    const { file, date, claims, quantities, quotes } = json(['dated.md']);
    assert.equal(file, 'dated.md');
    assert.equal(date, '2024-02-22');
    const claim = claims.find(({ code }) => code === 'unsourced-number');
    assert.ok(claim);
    const { id, message, ...rest } = claim;
    assert.match(id, /^\w{6,}$/);
    assert.ok(message.includes(NUMBER));
    const start = dated.indexOf(NUMBER);
    const quantity = { min: 1_000_000, max: 1_000_000, approx: 'below', kind: 'count', unit: '人次', currency: null, source: null };
    assert.deepEqual(rest, {
      code: 'unsourced-number',
      start,
      end: start + NUMBER.length,
      line: 7,
      column: 11,
      text: NUMBER,
      severity: 'warning',
      speaker: null,
      quantity: { start, end: start + NUMBER.length, text: NUMBER, ...quantity },
      suppressed: null,
    });
    assert.deepEqual(claims.find(({ text }) => text === '昨天')?.resolved, { from: '2024-02-21', until: '2024-02-21' });
    assert.equal(claims.find(({ code }) => code === 'absolute-wording')?.speaker, '周屹');
    assert.ok(claims.some(({ code, text }) => code === 'vague-attribution' && text.includes('业内人士')));
    assert.equal(quantities.find(({ text }) => text === NUMBER)?.max, 1_000_000);
    assert.equal(quotes[0]?.speaker, '周屹');
    // What a claim tells of its number is an entry of the list.
    for (const { quantity: one } of claims)
      if (one)
        assert.deepEqual(
          quantities.find(({ end }) => end === one.end),
          one,
        );
  });

  it('takes a date from the command line where the text has none, and none otherwise', () => {
    assert.equal(json(['a.md']).date, null);
    assert.equal(json(['a.md']).claims.find(({ text }) => text === '昨天')?.resolved, null);
    const given = json(['--date', '2023-03-01', 'a.md']);
    assert.equal(given.date, '2023-03-01');
    assert.deepEqual(given.claims.find(({ text }) => text === '昨天')?.resolved, { from: '2023-02-28', until: '2023-02-28' });
    assert.equal(json(['--date', '2023-03-01', 'dated.md']).date, '2024-02-22');
  });

  it('counts offsets after a byte order mark, and lines as editors do', () => {
    const plain = json(['bom.txt']).claims.find(({ text }) => text === NUMBER);
    assert.equal(plain?.start, ARTICLE.indexOf(NUMBER));
    const crlf = json(['crlf.txt']).claims.find(({ text }) => text === NUMBER);
    assert.deepEqual([crlf?.line, crlf?.column, crlf?.start], [3, 11, ARTICLE.replaceAll('\n', '\r\n').indexOf(NUMBER)]);
  });

  it('is one object for one file, an array for several, also for none', () => {
    const array = JSON.parse(check(folder, ['--format', 'json', 'a.md', 'dated.md']).out) as Result[];
    assert.deepEqual(
      array.map(({ file }) => file),
      ['a.md', 'dated.md'],
    );
    assert.deepEqual(JSON.parse(check(desk({ 'README.md': ENGLISH }), ['--format', 'json', '.']).out), []);
  });

  it('keeps what is ignored, with its reason, and counts it no more', () => {
    const ignored = ARTICLE.replace('这家', '<!-- claimlens-disable-next-line unsourced-number: 口述 -->\n这家');
    const { out, code } = check(folder, ['--format', 'json', '--rule', 'unsourced-number=error', '--stdin-filename', 'x.md', '-'], ignored);
    assert.equal(code, 0);
    assert.deepEqual((JSON.parse(out) as Result).claims.find(({ text }) => text === NUMBER)?.suppressed, { by: 'comment', reason: '口述' });
  });
});

describe('check: comments that ignore nothing', () => {
  const folder = desk({
    'a.md': `${ARTICLE}\n园子里的花开了。 <!-- claimlens-disable-line advice -->\n\n<!-- claimlens-disable-file nonsense -->\n`,
    'used.md': ARTICLE.replace('这家', '<!--claimlens-disable-next-line-->\n这家'),
  });
  const run = (...args: string[]) => check(folder, ['--format', 'jsonl', '--fail-on', 'never', ...args]);

  it('are told with their places, and change no answer', () => {
    const { code, out, err } = run('a.md');
    assert.equal(code, 0);
    assert.equal(err, 'claimlens: a.md:7:10 This comment ignores nothing\nclaimlens: a.md:9:1 There is no pattern “nonsense”\n');
    assert.equal(lines(out).length, 1);
  });

  it('are not those that are of use, nor those of patterns that are off', () => {
    assert.equal(run('used.md').err, '');
    assert.ok(!run('--rule', 'advice=off', 'a.md').err.includes('7:10'));
  });
});

describe('check: exit codes and options', () => {
  const folder = desk({
    'a.md': ARTICLE,
    'desk/claimlens.config.json': '{ "rules": { "unsourced-number": "error" } }',
    'desk/a.md': ARTICLE,
    'broken/claimlens.config.json': '{ "ruls": {} }',
    'broken/a.md': ARTICLE,
  });
  const code = (...args: string[]) => check(folder, args).code;

  it('0 below --fail-on, 1 at or above it', () => {
    assert.equal(code('a.md'), 0);
    assert.equal(code('--fail-on', 'warning', 'a.md'), 1);
    assert.equal(code('--fail-on', 'hint', 'a.md'), 1);
    assert.equal(code('--rule', 'unsourced-number=error', 'a.md'), 1);
    assert.equal(code('--rule', 'unsourced-number=error', '--fail-on', 'never', 'a.md'), 0);
  });

  it('2 for wrong usage, with a sentence', () => {
    for (const args of [
      [],
      ['--nonsense', 'a.md'],
      ['--format', 'yaml', 'a.md'],
      ['--rule', 'nonsense=error', 'a.md'],
      ['--rule', 'superlative=loud', 'a.md'],
      ['--fail-on', 'often', 'a.md'],
      ['--jobs', '0', 'a.md'],
      ['--lang', 'fr', 'a.md'],
      ['--lang', 'english', 'a.md'],
      ['--date', '2024-02-30', 'a.md'],
      ['--stream', 'a.md'],
      ['--config', 'nowhere.json', 'a.md'],
    ]) {
      const { code, err } = check(folder, args, '');
      assert.equal(code, 2, args.join(' '));
      assert.match(err, /^claimlens: \S/, args.join(' '));
    }
  });

  it('takes the nearest project file, or the one named; the command line is stronger', () => {
    assert.equal(code('desk/a.md'), 1);
    assert.equal(code('--config', join('desk', 'claimlens.config.json'), 'a.md'), 1);
    assert.equal(code('--rule', 'unsourced-number=warning', 'desk/a.md'), 0);
    assert.equal(code('--rule', 'unsourced-number=off', '--fail-on', 'warning', 'desk/a.md'), 0);
  });

  it('sets the severity of a rule that a project file declares', () => {
    const config = JSON.stringify({ customRules: [{ code: 'house-hype', name: '自家禁语', words: ['划重点'] }] });
    const own = desk({ 'desk/claimlens.config.json': config, 'desk/a.md': '他在会上说划重点，大家都点头。\n' });
    const run = (...args: string[]) => check(own, ['--fail-on', 'error', ...args]).code;
    assert.equal(run('desk'), 0);
    assert.equal(run('--rule', 'house-hype=error', 'desk'), 1);
    assert.equal(run('--rule', 'house-hype=error', '--config', 'desk/claimlens.config.json', 'desk/a.md'), 1);
    assert.equal(run('--rule', 'house-hipe=error', 'desk'), 2);
    // What is not there is what is told.
    assert.match(check(own, ['--rule', 'house-hype=error', 'missing.md']).err, /missing\.md/);
  });

  it('says what is wrong with a project file and where, checks all the same, and exits with 2', () => {
    const { code, out, err } = check(folder, ['--format', 'jsonl', 'broken/a.md']);
    assert.equal(code, 2);
    assert.match(err, /claimlens\.config\.json:1:3 .*ruls/);
    assert.equal(lines(out).length, 1);
  });

  it('speaks Chinese when asked to', () => {
    assert.match(check(folder, ['--lang', 'zh-cn', 'a.md']).out, /“接近100万人次”没有给出来源/);
    for (const lang of ['zh_CN.UTF-8', 'zh', 'en-GB', 'EN']) assert.equal(check(folder, ['--lang', lang, 'a.md']).code, 0, lang);
    assert.match(check(folder, ['--lang', 'zh-cn', '--nonsense']).err, /没有“--nonsense”这个选项/);
  });

  it('prints for people by default, without colours into a pipe', () => {
    const { out } = check(folder, ['a.md']);
    assert.match(out, /^a\.md\n(?: +\d+:\d+ .*\n)* +3:11 +warning +“接近100万人次” has no source\. +unsourced-number$/m);
    assert.match(out, /^Files: 1 · claims: \d+ \(errors: 0, /m);
    assert.ok(!out.includes('\x1b'));
  });
});
