// Runs the tests in VS Code: the desktop one where there is one and a display, else the project's own host.
//   node test/vscode/run.mjs [--extension FOLDER] [--host node|web] [--grep PATTERN]
// test/vscode/suite runs in the Node extension host, in Chinese, and test/vscode/web in the web extension host, in English.
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runTests } from '@vscode/test-electron';
import { findDesktopExecutable, hasDisplay } from '../../tools/lib/desktop.mjs';
import { root } from '../../tools/lib/project.mjs';
import { totalsLine } from '../../tools/test/reporter.cjs';
import { bundleTests } from './bundle.mjs';

const { values } = parseArgs({
  options: { extension: { type: 'string', default: root }, host: { type: 'string' }, grep: { type: 'string' } },
});
const extension = resolve(values.extension);
const desktop = (process.env.VSCODE_EXECUTABLE || hasDisplay()) && findDesktopExecutable();
const vscodeExecutablePath = desktop || join(root, 'tools/host/code.mjs');
const scratch = mkdtempSync(join(tmpdir(), 'claimlens-tests-'));
const sum = { passed: 0, failed: 0, skipped: 0 };

try {
  if (values.host !== 'web') await runIn('node', 'suite', ['--locale=zh-cn']);
  if (values.host !== 'node') await runIn('web', 'web', ['--extensionDevelopmentKind=web']);
} finally {
  rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
}
if (process.env.CLAIMLENS_TEST_TOTALS) writeFileSync(process.env.CLAIMLENS_TEST_TOTALS, JSON.stringify(sum));
process.exitCode = sum.failed > 0 ? 1 : 0;

/** One run of VS Code on a fresh copy of the workspace; adds what it counted to the sum. */
async function runIn(host, suite, launchArgs) {
  const workspace = join(scratch, host, 'samples');
  cpSync(join(root, 'samples'), workspace, { recursive: true });
  const totalsFile = join(scratch, `${host}.json`);
  const tap = tapStandardOutput();
  let fault;
  try {
    await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath: extension,
      extensionTestsPath: await bundleTests(host, suite, extension, values.grep),
      launchArgs: [workspace, '--disable-extensions', ...profile(host), ...launchArgs],
      extensionTestsEnv: { CLAIMLENS_TEST_TOTALS: totalsFile },
    });
  } catch (error) {
    fault = error.message;
  } finally {
    tap.end();
  }
  const totals = existsSync(totalsFile) ? JSON.parse(readFileSync(totalsFile, 'utf8')) : tap.totals();
  count(host, totals, fault);
}

/** A profile of its own, so that neither a running VS Code nor the run before is in the way. */
function profile(host) {
  return [`--user-data-dir=${join(scratch, host, 'user')}`, `--extensions-dir=${join(scratch, host, 'extensions')}`];
}

function count(host, totals, fault) {
  for (const kind of Object.keys(sum)) sum[kind] += totals?.[kind] ?? 0;
  const brokeOff = !totals || totals.passed + totals.failed === 0 || (fault && totals.failed === 0);
  if (!brokeOff) return;
  console.error(`VS Code (${host}): ${fault ?? 'no test ran'}`);
  sum.failed++;
}

/** Takes out of what runTests prints the one line with the totals of a worker that cannot write a file. */
function tapStandardOutput() {
  const write = process.stdout.write;
  let totals;
  let rest = '';
  process.stdout.write = (chunk, ...others) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop();
    for (const line of lines) {
      if (line.startsWith(totalsLine)) totals = JSON.parse(line.slice(totalsLine.length));
      else write.call(process.stdout, `${line}\n`);
    }
    others.find((other) => typeof other === 'function')?.();
    return true;
  };
  return {
    totals: () => totals,
    end() {
      process.stdout.write = write;
      if (rest) write.call(process.stdout, rest);
    },
  };
}
