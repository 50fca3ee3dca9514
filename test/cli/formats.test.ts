import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ARTICLE, check, desk, type Result } from './run.ts';

const NUMBER = '接近100万人次';

/** A reason that a spreadsheet would run, a page would run, and a table would break at. */
const REASON = '=HYPERLINK("http://x.example","<script>alert(1)</script> | `x`")';
const EVIL = `${ARTICLE}
<!-- claimlens-disable-next-line relative-date, absolute-wording: ${REASON} -->
昨天周屹说：“我们一定会赢。”

<img src=x onerror=alert(1)> 那家<b>公司</b>的门店超过了500家|\`&amp;]]>。
`;

describe('check: formats for others', () => {
  const folder = desk({ 'a.md': ARTICLE, '=evil <b>&.txt': EVIL, 'clean.txt': '公园里的花开了，我们去散步。\n' });
  const run = (format: string, ...args: string[]) => check(folder, ['--lang', 'zh-cn', '--format', format, ...args]).out;
  const all = ['a.md', 'clean.txt', '=evil <b>&.txt'];
  const expected = JSON.parse(check(folder, ['--lang', 'zh-cn', '--format', 'json', ...all]).out) as Result[];
  const claims = expected.flatMap(({ file, claims }) => claims.map((claim) => ({ file, ...claim })));

  it('sarif: version 2.1.0, every claim with its place, rule and fingerprint', () => {
    const log = JSON.parse(run('sarif', ...all));
    assert.equal(log.version, '2.1.0');
    assert.equal(log.runs.length, 1);
    const [{ tool, columnKind, results }] = log.runs;
    assert.equal(columnKind, 'utf16CodeUnits');
    assert.equal(tool.driver.name, 'claimlens');
    assert.equal(results.length, claims.length);
    for (const [i, result] of results.entries()) {
      const claim = claims[i]!;
      assert.equal(tool.driver.rules[result.ruleIndex].id, result.ruleId);
      assert.equal(result.ruleId, claim.code);
      assert.equal(result.message.text, claim.message);
      const { artifactLocation, region } = result.locations[0].physicalLocation;
      assert.equal(decodeURIComponent(artifactLocation.uri), claim.file);
      assert.deepEqual([region.startLine, region.startColumn], [claim.line, claim.column]);
      assert.equal(region.charLength, claim.end - claim.start);
      assert.ok(region.endLine > region.startLine || region.endColumn > region.startColumn);
      assert.equal(result.partialFingerprints['claimlens/v1'], claim.id);
      assert.equal(result.suppressions.length, claim.suppressed ? 1 : 0);
    }
    const number = results.find((r: { message: { text: string } }) => r.message.text.includes(NUMBER));
    assert.equal(number.level, 'warning');
    const ignored = results.find((r: { suppressions: unknown[] }) => r.suppressions.length > 0);
    assert.deepEqual(ignored.suppressions, [{ kind: 'inSource', status: 'accepted', justification: REASON }]);
  });

  it('sarif: whole also without results or files', () => {
    for (const args of [['clean.txt'], ['nowhere.md']]) assert.deepEqual(JSON.parse(run('sarif', ...args)).runs[0].results, []);
  });

  it('junit: a case a claim, failing from --fail-on, nothing that XML would take for markup', () => {
    const xml = run(
      'junit',
      '--rule',
      'absolute-wording=information',
      '--rule',
      'vague-attribution=information',
      '--fail-on',
      'warning',
      ...all,
    );
    const names = [...xml.matchAll(/<(\/?[a-z?!-]+)/g)].map(([, name]) => name);
    assert.deepEqual([...new Set(names)].sort(), [
      '/failure',
      '/skipped',
      '/system-out',
      '/testcase',
      '/testsuite',
      '/testsuites',
      '?xml',
      'failure',
      'skipped',
      'system-out',
      'testcase',
      'testsuite',
      'testsuites',
    ]); // prettier-ignore
    const warnings = claims.filter(({ severity, suppressed }) => severity === 'warning' && !suppressed).length;
    assert.ok(warnings >= 2);
    assert.equal(xml.match(/<failure /g)?.length, warnings);
    assert.equal(
      run('junit', '--rule', 'absolute-wording=information', '--rule', 'vague-attribution=information', '--fail-on', 'never', ...all).match(
        /<failure /g,
      ),
      null,
    );
    assert.match(xml, /<testsuite name="clean\.txt" tests="1" failures="0"/);
    assert.match(xml, />a\.md:3:\d+ /, 'the place');
    assert.ok(!/&(?!#\d+;)/.test(xml));
  });

  it('csv: a row a claim, and no cell that runs', () => {
    const csv = run('csv', ...all);
    assert.ok(csv.startsWith('\ufeff'));
    const [head, ...rows] = readCsv(csv.slice(1));
    assert.deepEqual(head?.slice(0, 5), ['file', 'line', 'column', 'severity', 'code']);
    assert.equal(rows.length, claims.length);
    for (const cell of rows.flat()) assert.ok(!/^\s*[=+\-@\t\r]/.test(cell), cell);
    assert.ok(rows.some((row) => row.includes(`'${REASON}`)));
    assert.ok(rows.some((row) => row[0] === "'=evil <b>&.txt"));
    assert.ok(rows.some((row) => row[6] === NUMBER));
  });

  it('markdown: tables whose cells stay cells', () => {
    const text = run('markdown', ...all);
    const rows = text.split('\n').filter((line) => line.startsWith('|'));
    for (const row of rows) assert.equal(row.match(/(?<!\\)\|/g)?.length, 7, row);
    const shown = claims.filter(({ severity, suppressed }) => severity !== 'hint' && !suppressed).length;
    assert.equal(rows.length, shown + 2 * 2, 'two files with problems, each with a head of two lines');
    assert.ok(text.includes(NUMBER));
    assert.ok(!/(?<!\\)<(b|img|script)/.test(text));
    const again = desk({ 'claims.md': text });
    const [found] = JSON.parse(check(again, ['--format', 'json', '.']).out) as Result[];
    assert.deepEqual(
      found?.claims.filter(({ suppressed }) => !suppressed),
      [],
      'the report is no article',
    );
  });

  it('html: one page for all, everything in it, nothing that runs', () => {
    const page = run('html', ...all);
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? '';
    const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? '';
    assert.ok(policy.startsWith("default-src 'none'; "));
    assert.ok(!policy.includes('unsafe') && !policy.includes('script-src'));
    assert.ok(policy.includes(`'sha256-${createHash('sha256').update(style).digest('base64')}'`));
    assert.ok(!/<(?:script|img|link|iframe|object|form)\b/i.test(page));
    assert.equal(page.match(/<li id="c[^"]*" class="note /g)?.length, claims.length);
    assert.ok(page.includes(`>${NUMBER}</mark>`));
    assert.equal(page.match(/<article /g)?.length, all.length);
    assert.ok(page.trimEnd().endsWith('</html>'));
    const alone = run('html', 'a.md');
    assert.match(alone, /<title>试文 · 论断检查报告<\/title>/);
    assert.equal(run('html', 'nowhere.md'), '');
  });

  it('annotations and claimreview: JSON-LD for every claim, and for those that were judged', () => {
    const pages = JSON.parse(run('annotations', ...all));
    assert.deepEqual(
      pages.map(({ items }: { items: unknown[] }) => items.length),
      expected.map((one) => one.claims.length),
    );
    assert.equal(JSON.parse(run('annotations', 'a.md')).type, 'AnnotationPage');
    assert.deepEqual(JSON.parse(run('claimreview', ...all)), [], 'nobody has judged any');
  });

  it('--output: into a file, which is there whole or as it was', () => {
    const report = join(folder, 'out/report.html');
    const printed = run('html', 'a.md');
    const missing = check(folder, ['--format', 'html', '--output', 'out/report.html', 'a.md']);
    assert.equal(missing.code, 2);
    assert.match(missing.err, /“out\/report\.html” cannot be written: ENOENT/);
    mkdirSync(join(folder, 'out'));
    const done = check(folder, ['--lang', 'zh-cn', '--format', 'html', '--output', 'out/report.html', 'a.md']);
    assert.deepEqual([done.code, done.out, done.err], [0, '', '']);
    assert.equal(readFileSync(report, 'utf8'), printed);
    assert.equal(check(folder, ['--format', 'html', '--output', 'out/report.html', 'nowhere.md']).code, 2);
    assert.equal(readFileSync(report, 'utf8'), printed, 'what was there stays');
    assert.deepEqual(readdirSync(join(folder, 'out')), ['report.html']);
    assert.equal(check(folder, ['--stream', '--output', 'x']).code, 2);
  });

  it('html: many articles on worker threads make the same page as on one', () => {
    // Enough text that workers pay, little in it that takes time.
    const quiet = '公园里的花开了，我们去散步。'.repeat(1300);
    const files = Object.fromEntries(
      Array.from({ length: 40 }, (_, i) => [`n${i}.txt`, `第${i}篇。\n\n这家公司两年来接待了接近100万人次。\n\n${quiet}\n`]),
    );
    const big = desk(files);
    const page = (jobs: string) => check(big, ['--format', 'html', '--jobs', jobs, '.']).out;
    const one = page('1');
    assert.ok(one.length > 5e5);
    assert.ok(one === page('2'));
  });
});

/** RFC 4180, read the plain way. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  for (const line of text.split('\r\n').filter(Boolean)) {
    rows.push(
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, bare = '']) => quoted?.replaceAll('""', '"') ?? bare),
    );
  }
  return rows;
}
