#!/usr/bin/env node
// npm test: every suite, or those named: node tools/test.mjs [check] [unit] [protocol] [trust] [host] [vscode] [ui] [-- mocha options]
// The last line is "N passed, N failed", with ", N skipped" where some were; any failure makes the exit code 1.
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { checkNode, ensureBuilt, ensureInstalled, root } from './lib/project.mjs';
import { schedule } from './test/schedule.mjs';
import { mochaSuite, programSuite, scriptsSuite } from './test/suite.mjs';

checkNode();

const separator = process.argv.indexOf('--');
const named = process.argv.slice(2, separator < 0 ? undefined : separator);
const mochaOptions = separator < 0 ? [] : process.argv.slice(separator + 1);

const hostTests = ['test/tools/host.test.ts', 'test/tools/start.test.mjs'];

/** In the order in which they start. The host is slow on purpose (time limits) and hardly uses a core, so it starts early. */
const suites = {
  check: { run: scriptsSuite(checks()) },
  unit: {
    run: mochaSuite(
      ['test/**/*.test.{ts,mjs}'],
      [
        '--timeout=20000',
        ...['test/protocol/**', 'test/trust/**', 'test/vscode/**', ...hostTests].map((file) => `--ignore=${file}`),
        ...mochaOptions,
      ],
    ),
  },
  protocol: { run: mochaSuite(['test/protocol/**/*.test.ts'], ['--timeout=30000', ...mochaOptions]) },
  trust: { run: mochaSuite(['test/trust/short.test.ts'], mochaOptions) },
  host: { run: mochaSuite(hostTests, mochaOptions), needsHost: true },
  vscode: { run: programSuite(['test/vscode/run.mjs']), needsHost: true },
  ui: {
    run: mochaSuite(['test/ui/**/*.ui.mjs'], ['--timeout=180000', '--require=./test/ui/hooks.mjs', ...mochaOptions]),
    needsHost: true,
    alone: true,
  },
};

const unknown = named.filter((name) => !Object.hasOwn(suites, name));
if (unknown.length > 0) {
  console.error(`No such suite: ${unknown.join(', ')}. There are: ${Object.keys(suites).join(', ')}.`);
  process.exit(2);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(130));

const chosen = Object.entries(suites).filter(([name]) => named.length === 0 || named.includes(name));
const began = Date.now();
try {
  await ensureInstalled();
  await ensureBuilt();
} catch (error) {
  console.error(error.message);
  finish([{ name: 'build', seconds: 0, totals: { passed: 0, failed: 1, skipped: 0 } }]);
}

const hostReady = chosen.some(([, suite]) => suite.needsHost) ? installHostEarly() : undefined;
const jobs = chosen.map(([name, suite]) => ({ alone: suite.alone, run: () => runSuite(name, suite) }));
finish(await schedule(jobs, availableParallelism() > 1 ? 2 : 1));

/** What `npm run check` consists of, each a test of its own: the arguments after `npm run`. */
function checks() {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const parts = scripts.check.split('&&').map((part) => part.trim().split(/\s+/));
  return parts.every(([npm, run]) => npm === 'npm' && run === 'run') ? parts.map((part) => part.slice(2)) : [['check']];
}

/** Downloads while the suites that need no VS Code are running. A failure is left to the suites that need it. */
async function installHostEarly() {
  const { installHost } = await import('./host/install.mjs');
  return installHost().catch((error) => console.error(error.message));
}

async function runSuite(name, suite) {
  if (suite.needsHost) await hostReady;
  const alone = chosen.length === 1;
  const started = Date.now();
  let output = '';
  const show = (text) => {
    if (alone) process.stdout.write(text);
    else output += text;
  };
  console.log(`… ${name}`);
  const totals = await suite.run(show).catch((error) => {
    show(`${error.stack}\n`);
    return { passed: 0, failed: 1, skipped: 0 };
  });
  const seconds = (Date.now() - started) / 1000;
  if (!alone) console.log(`\n── ${name} (${seconds.toFixed(1)} s) ──\n${output.trimEnd()}\n`);
  return { name, seconds, totals };
}

function finish(results) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  console.log('');
  for (const { name, seconds, totals } of results) {
    for (const kind of Object.keys(sum)) sum[kind] += totals[kind];
    console.log(`${totals.failed ? '✗' : '✓'} ${name.padEnd(9)} ${sentence(totals).padEnd(32)} ${seconds.toFixed(1).padStart(6)} s`);
  }
  console.log(`  in all ${((Date.now() - began) / 1000).toFixed(1)} s\n`);
  console.log(sentence(sum));
  process.exit(sum.failed > 0 ? 1 : 0);
}

function sentence({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
}
