// Runs the tests in VS Code: the desktop one where there is one and a display, else the project's own host.
//   node test/vscode/run.mjs [--extension FOLDER]
// test/vscode/suite runs in the Node extension host, in Chinese, and test/vscode/web in the web extension host, in English.
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PassThrough } from 'node:stream';
import { parseArgs } from 'node:util';
import { runTests } from '@vscode/test-electron';
import { findDesktopExecutable, hasDisplay } from '../../tools/lib/desktop.mjs';
import { root } from '../../tools/lib/project.mjs';
import { totalsLine } from '../../tools/test/reporter.cjs';
import { bundleTests } from './bundle.mjs';

const { values } = parseArgs({ options: { extension: { type: 'string', default: root } } });
const extension = resolve(values.extension);
const desktop = (process.env.VSCODE_EXECUTABLE || hasDisplay()) && findDesktopExecutable();
const vscodeExecutablePath = desktop || join(root, 'tools/host/code.mjs');
const scratch = mkdtempSync(join(tmpdir(), 'claimlens-tests-'));
const sum = { passed: 0, failed: 0, skipped: 0 };

try {
  await runIn('node', 'suite', ['--locale=zh-cn']);
  await runIn('web', 'web', ['--extensionDevelopmentKind=web']);
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
  const lines = totalsLineFilter(totalsLine);
  let fault;
  try {
    await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath: extension,
      extensionTestsPath: await bundleTests(host, suite, extension),
      launchArgs: [workspace, '--disable-extensions', ...profile(host), ...launchArgs],
      extensionTestsEnv: { CLAIMLENS_TEST_TOTALS: totalsFile },
      stdout: lines.shown(process.stdout),
    });
  } catch (error) {
    fault = error.message;
  }
  const totals = existsSync(totalsFile) ? JSON.parse(readFileSync(totalsFile, 'utf8')) : lines.found();
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

/** Passes text on, but for the one line that carries the totals out of a worker that cannot write a file. */
function totalsLineFilter(prefix) {
  let totals;
  return {
    found: () => totals,
    shown(target) {
      let rest = '';
      const stream = new PassThrough({ encoding: 'utf8' });
      stream.on('data', (text) => {
        const whole = (rest + text).split('\n');
        rest = whole.pop();
        for (const line of whole) {
          if (line.startsWith(prefix)) totals = JSON.parse(line.slice(prefix.length));
          else target.write(`${line}\n`);
        }
      });
      return stream;
    },
  };
}
