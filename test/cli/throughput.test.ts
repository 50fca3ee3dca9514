import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import iconv from 'iconv-lite';
import { ARTICLE, CLI, check, desk, lines, type Result } from './run.ts';

/** Enough text that worker threads are worth their start. */
const LONG = Array.from({ length: 60 }, (_, i) => `${ARTICLE}\n第${i}段：去年收入涨到了${i + 2}亿元。\n`).join('\n');

describe('check: many articles', function () {
  this.timeout(120_000);
  const folder = desk(Object.fromEntries(Array.from({ length: 160 }, (_, i) => [`${String(i).padStart(3, '0')}.txt`, LONG])));

  it('come out in order and the same on any number of threads', () => {
    const one = check(folder, ['--format', 'jsonl', '--jobs', '1', '.']);
    const two = check(folder, ['--format', 'jsonl', '--jobs', '2', '.']);
    assert.equal(lines(one.out).length, 160);
    assert.ok(one.out === two.out, 'different on two threads');
    const files = lines(one.out).map((line) => (JSON.parse(line) as Result).file);
    assert.deepEqual(files, [...files].sort());
  });

  it('stop quietly when nobody reads on', async () => {
    const child = spawn(process.execPath, [CLI, 'check', '--format', 'jsonl', '.'], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
    let err = '';
    child.stderr.on('data', (data) => {
      err += String(data);
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((done) => child.once('close', done));
    assert.equal(err, '');
    assert.equal(code, 0);
  });
});

describe('check --stream', function () {
  this.timeout(120_000);
  const folder = desk({});

  it('answers each record on its line, in order, whatever its id, and says what is wrong with it', () => {
    const records = [
      JSON.stringify({ id: 7, text: ARTICLE, date: '2024-02-22' }),
      '',
      JSON.stringify({ id: { a: ['b'] }, text: '' }),
      'no json',
      JSON.stringify({ id: 'x', txt: 1 }),
      JSON.stringify({ text: '昨天' }),
    ];
    const { out, code } = check(folder, ['--stream', '--date', '2020-01-02'], records.join('\n'));
    assert.equal(code, 0);
    const answers = lines(out).map((line) => JSON.parse(line) as Result & { id: unknown; error?: string });
    assert.deepEqual(
      answers.map(({ id, date, error }) => [id, date, typeof error]),
      [
        [7, '2024-02-22', 'undefined'],
        [{ a: ['b'] }, '2020-01-02', 'undefined'],
        [null, undefined, 'string'],
        ['x', undefined, 'string'],
        [null, '2020-01-02', 'undefined'],
      ],
    );
    const number = answers[0]?.claims.find(({ code }) => code === 'unsourced-number');
    assert.equal(ARTICLE.slice(number?.start, number?.end), number?.text);
  });

  it('reads a record as Markdown by the ending of its id', () => {
    const text = '```\n收入3亿元\n```\n';
    const records = ['a.md', 'b.MARKDOWN', 'c.txt', 7].map((id) => JSON.stringify({ id, text }));
    assert.deepEqual(
      lines(check(folder, ['--stream'], records.join('\n')).out).map((line) => (JSON.parse(line) as Result).quantities.length),
      [0, 0, 1, 1],
    );
  });

  it('says on standard error how many records failed, and whose dates are none', () => {
    const records = [
      JSON.stringify({ id: 1, text: '昨天', date: 'bad' }),
      JSON.stringify({ id: 2, text: '昨天', date: null }),
      JSON.stringify({ id: 3, text: '昨天', date: '' }),
      'no json',
    ];
    const { out, err, code } = check(folder, ['--stream'], records.join('\n'));
    assert.equal(code, 0);
    assert.equal(lines(out).length, 4);
    assert.equal(err.split('\n').length, 3, err);
    assert.match(err, /^claimlens: 1 of 4 records could not be checked/m);
    assert.match(err, /^claimlens: 1 of 4 records have a “date” that is not YYYY-MM-DD/m);
    assert.equal(check(folder, ['--stream'], records[1]).err, '');
  });

  it('answers what is no UTF-8 with an error, with its id where that is whole', () => {
    const written = JSON.stringify({ id: 'a', text: '\ufffd昨天' });
    const records = [written, '{"id":"b","text":"去年"}', '{"id":"去年","text":"x"}'].map((line, i) =>
      i === 0 ? Buffer.from(`${line}\n`) : iconv.encode(`${line}\n`, 'gb18030'),
    );
    const { out, err, code } = check(folder, ['--stream'], Buffer.concat(records));
    assert.equal(code, 0);
    assert.match(err, /2 of 3 records/);
    assert.deepEqual(
      lines(out).map((line) => {
        const { id, error } = JSON.parse(line) as { id: unknown; error?: string };
        return [id, error];
      }),
      [
        ['a', undefined],
        ['b', 'the line is not UTF-8'],
        [null, 'the line is not UTF-8'],
      ],
    );
  });

  it('takes no format but its own', () => {
    for (const format of ['sarif', 'json', 'pretty']) {
      const { code, out, err } = check(folder, ['--stream', '--format', format], '{"text":""}');
      assert.deepEqual([code, out], [2, ''], format);
      assert.match(err, new RegExp(`--format ${format}`));
    }
    assert.equal(check(folder, ['--stream', '--format', 'jsonl'], '{"text":""}').code, 0);
  });

  it('keeps the order and the answers on threads', () => {
    const records = Array.from({ length: 240 }, (_, i) => JSON.stringify({ id: i, text: LONG }));
    const { out } = check(folder, ['--stream', '--jobs', '2'], `${records.join('\n')}\n`);
    const answers = lines(out).map((line) => JSON.parse(line) as { id: number; claims: unknown });
    assert.deepEqual(
      answers.map(({ id }) => id),
      records.map((_, i) => i),
    );
    const first = JSON.stringify(answers[0]?.claims);
    assert.ok(answers.every(({ claims }) => JSON.stringify(claims) === first));
  });

  it('answers a slow writer record by record', async () => {
    const child = spawn(process.execPath, [CLI, 'check', '--stream'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const answered = () => new Promise<string>((done) => child.stdout.once('data', (data) => done(String(data))));
    for (const id of [1, 2]) {
      const answer = answered();
      child.stdin.write(`${JSON.stringify({ id, text: ARTICLE })}\n`);
      assert.equal(JSON.parse(await answer).id, id);
    }
    child.stdin.end();
    assert.equal(await new Promise((done) => child.once('close', done)), 0);
  });

  it('fails like files do when a claim is bad enough', () => {
    assert.equal(check(folder, ['--stream', '--fail-on', 'warning'], JSON.stringify({ text: ARTICLE })).code, 1);
  });
});
