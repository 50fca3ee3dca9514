import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { npmCommand } from '../lib/npm.mjs';
import { root } from '../lib/project.mjs';

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Totals
 * @typedef {{ totals: Totals, output: string }} SuiteResult
 * @typedef {(show: (text: string) => void) => Promise<Totals>} Suite runs to its end; `show` takes what it prints
 */

const limitMinutes = 20;

/** Each of npm's scripts, with its arguments, counts as one test, passed when it exits 0. @returns {Suite} */
export function scriptsSuite(scripts) {
  return async (show) => {
    const totals = { passed: 0, failed: 0, skipped: 0 };
    for (const script of scripts) {
      const [npm, args] = npmCommand('run', '--silent', ...script);
      const code = await watch(npm, args, {}, show);
      if (code === 0) totals.passed++;
      else totals.failed++;
      show(`  ${code === 0 ? '✓' : '✗'} npm run ${script.join(' ')}\n`);
    }
    return totals;
  };
}

/** Test files run by mocha in one process. @returns {Suite} */
export function mochaSuite(patterns, mochaArgs = []) {
  const mocha = join(root, 'node_modules/mocha/bin/mocha.js');
  const reporter = join(root, 'tools/test/reporter.cjs');
  return programSuite([mocha, '--no-config', '--import=tsx', '--forbid-only', `--reporter=${reporter}`, ...mochaArgs, ...patterns]);
}

/** A Node program that writes its totals to the files named `CLAIMLENS_TEST_TOTALS` in its environment. @returns {Suite} */
export function programSuite(nodeArgs) {
  return async (show) => {
    const folder = mkdtempSync(join(tmpdir(), 'claimlens-totals-'));
    const file = join(folder, 'totals.json');
    try {
      const code = await watch(process.execPath, nodeArgs, { CLAIMLENS_TEST_TOTALS: file }, show);
      return judge(code, existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined, show);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
}

/** Totals as they count: a suite that broke off, ran nothing or exited against its own totals has failed once more. */
function judge(code, totals, show) {
  const fault = (sentence) => {
    show(`  ✗ ${sentence}\n`);
    const { passed, failed, skipped } = totals ?? { passed: 0, failed: 0, skipped: 0 };
    return { passed, failed: failed + 1, skipped };
  };
  if (!totals) return fault(`the suite broke off (${code}) before it had counted its tests`);
  if (totals.passed + totals.failed === 0) return fault('the suite ran no test');
  if (code !== 0 && totals.failed === 0) return fault(`the suite ended with ${code} although no test failed`);
  return totals;
}

const running = new Set();
process.on('exit', () => {
  for (const child of running) signalAll(child, 'SIGTERM');
});

/** Each program leads a process group of its own, so that what it started ends with it. */
function signalAll(child, signal) {
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // ended already
  }
}

/** Runs a program, showing both its streams. @returns its exit code, its signal's name, or `time limit` */
function watch(command, args, environment, show) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
    });
    running.add(child);
    child.stdout.setEncoding('utf8').on('data', show);
    child.stderr.setEncoding('utf8').on('data', show);
    let late = false;
    const limit = setTimeout(() => {
      late = true;
      show(`  ✗ not done after ${limitMinutes} minutes\n`);
      signalAll(child, 'SIGTERM');
      setTimeout(() => signalAll(child, 'SIGKILL'), 10_000).unref();
    }, limitMinutes * 60_000);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      clearTimeout(limit);
      running.delete(child);
      resolve(late ? 'time limit' : (code ?? signal));
    });
  });
}
