#!/usr/bin/env node
// Takes the command line of the desktop VS Code and runs it on the VS Code host without a display, so that
// runTests({ vscodeExecutablePath }) of @vscode/test-electron works unchanged.
//
//   CLAIMLENS_HOST_TIMEOUT  seconds for the whole run (300)
//   CLAIMLENS_HOST_VERBOSE  1: the server's, the workbench's and the page's log on standard error
//   CLAIMLENS_HOST_PICTURE  a PNG file, taken when the run fails
//
// Exit: 0 passed · 1 failed · 70 fault of the launcher · 71 VS Code did not start · 73 server or browser died ·
// 75 the extension host died · 124 time ran out · 128 + n ended by a signal
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { format } from 'node:util';
import { parseCommandLine } from './command-line.mjs';
import { codeServer } from './versions.mjs';
import { openHeadlessWorkbench } from './workbench.mjs';

const started = Date.now();
const verbose = process.env.CLAIMLENS_HOST_VERBOSE === '1';
const note = (...words) => {
  if (verbose) process.stderr.write(`[host +${Date.now() - started} ms] ${words.join(' ')}\n`);
};

const request = parseCommandLine(process.argv.slice(2));
const verdictFolder = mkdtempSync(join(tmpdir(), 'claimlens-verdict-'));
process.on('exit', () => rmSync(verdictFolder, { recursive: true, force: true }));
const verdict = join(verdictFolder, 'passed');

/** @type {import('./workbench.mjs').Workbench | undefined} */
let workbench;
let ending;

/** Ends everything that was started, then this process; the first caller decides the code. */
function finish(code, reason) {
  ending ??= (async () => {
    if (reason) process.stderr.write(`VS Code host: ${reason}\n`);
    const picture = process.env.CLAIMLENS_HOST_PICTURE;
    if (code !== 0 && picture) await workbench?.page.screenshot({ path: picture, timeout: 5000 }).catch(() => {});
    await workbench?.close();
    note('exit', code);
    await Promise.all(
      [process.stdout, process.stderr].map(
        (stream) =>
          new Promise((resolve) => {
            stream.write('', resolve);
          }),
      ),
    );
    await sleep(100); // a reader that stops at our exit has then read what we wrote
    process.exit(code);
  })();
  return ending;
}

for (const [signal, number] of [
  ['SIGHUP', 1],
  ['SIGINT', 2],
  ['SIGTERM', 15],
]) {
  process.on(signal, () => finish(128 + number, `ended by ${signal}`));
}
process.on('uncaughtException', (error) => finish(70, error?.stack ?? String(error)));
process.on('unhandledRejection', (error) => finish(70, error?.stack ?? String(error)));

/** Tests in the Node extension host run through an entry of ours that writes the verdict; a web worker cannot write one. */
function provingEntry() {
  const entry = request.workbench.extensionTestsPath;
  if (!entry || request.webHost) return {};
  return {
    extensionTestsPath: fileURLToPath(new URL('tests-entry.cjs', import.meta.url)),
    environment: { ...process.env, CLAIMLENS_HOST_ENTRY: resolve(entry), CLAIMLENS_HOST_VERDICT: verdict },
  };
}

const limit = Number(process.env.CLAIMLENS_HOST_TIMEOUT ?? 300);
setTimeout(() => finish(124, `no result after ${limit} s`), limit * 1000);

/**
 * The workbench reports 0 also when the extension host died: a 0 counts only if the server's log tells of an orderly end
 * and the tests came to theirs.
 */
async function judge(reported) {
  if (request.webHost) return finish(reported);
  for (let waited = 0; waited < 5000 && !workbench?.hostExit(); waited += 50) await sleep(50);
  const exit = workbench?.hostExit();
  if (!exit) return finish(75, 'the extension host vanished');
  const orderly = exit.signal === 'null' && (reported === 0 ? exit.code === '0' && existsSync(verdict) : /^[01]$/.test(exit.code));
  if (orderly) return finish(reported);
  return finish(75, `the extension host died (code ${exit.code}, signal ${exit.signal})`);
}

if (request.version) {
  process.stdout.write(`${codeServer.version}\n${codeServer.name}\n${process.arch}\n`);
  process.exit(0);
}

try {
  workbench = await openHeadlessWorkbench({
    ...request.workbench,
    ...provingEntry(),
    testDriver: true,
    note,
    onOutput: verbose ? (text) => process.stderr.write(text) : undefined,
    onHostLog: (type, args) => (type === 'error' || type === 'warn' ? process.stderr : process.stdout).write(`${format(...args)}\n`),
    onTestsEnd: judge,
  });
  if (ending) await workbench.close();
  finish(73, (await workbench.gone).message);
} catch (error) {
  await finish(71, error.stack ?? String(error));
}
