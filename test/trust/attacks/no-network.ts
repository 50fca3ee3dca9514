import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ARTICLE, CLI } from '../../cli/run.ts';
import { SERVER } from '../../protocol/harness.ts';
import { type Attack, type Trial, Unavailable } from '../lib/attack.ts';
import { leave, scratch } from '../lib/faults/child.ts';

const HOOK = fileURLToPath(new URL('../lib/noNetwork.cjs', import.meta.url));
const lockFile = new URL('../../../package-lock.json', import.meta.url);

/** What runs opens no socket, and what is installed runs nothing but the segmenter's build. */
export const attack: Attack = {
  topic: 'supply',
  async run(trial) {
    await runs(trial);
    await installs(trial);
  },
};

interface Program {
  readonly about: string;
  readonly args: readonly string[];
  readonly input?: string;
  /** What it says when it has done all. */
  readonly expects?: string;
}

async function runs(trial: Trial): Promise<void> {
  const folder = scratch('network');
  writeFileSync(join(folder, 'a.md'), `${ARTICLE}\n![图](https://tracker.example/x.png) 见[报告](https://example.com/a)。\n`);
  mkdirSync(join(folder, '.claimlens/review'), { recursive: true });
  const watched = trial.row('a program that does open a socket is seen');
  await watched.hold(() => {
    const control = join(folder, 'control.cjs');
    writeFileSync(control, "try { require('node:net').connect(9, '127.0.0.1').on('error', () => {}); } catch {}");
    assert.match(called(folder, { about: 'control', args: [control] }), /net\.connect/);
    if (hasStrace()) assert.match(traced(folder, { about: 'control', args: [control] }), /AF_INET/);
  });
  const row = trial.row('command line, assistant’s server and language server: nothing reaches for the network');
  if (hasStrace()) row.note('every system call for sockets watched');
  const programs = programsIn(folder);
  for (const program of trial.long ? programs : programs.slice(-1)) {
    await row.hold(() => assert.equal(called(folder, program), '', program.about));
    if (trial.long && hasStrace()) await row.hold(() => assert.doesNotMatch(traced(folder, program), /AF_INET|AF_NETLINK/, program.about));
  }
  leave(folder);
}

function programsIn(folder: string): Program[] {
  const cli = (...args: string[]): Program => ({ about: args.join(' '), args: [CLI, ...args] });
  const talk = join(folder, 'talk.cjs');
  writeFileSync(talk, TALK);
  writeFileSync(join(folder, 'session.json'), JSON.stringify(serverSession(folder)));
  return [
    ...['pretty', 'jsonl', 'sarif', 'html', 'claimreview'].map((format) => ({
      ...cli('check', '--fail-on', 'never', '--format', format, '.'),
      // Nobody has judged any claim here.
      expects: format === 'claimreview' ? '[' : 'a.md',
    })),
    { ...cli('check', '--stream'), input: `${JSON.stringify({ id: '1', text: ARTICLE })}\n`, expects: '"claims"' },
    cli('review', '.'),
    { ...cli('mcp'), input: lines(mcpSession()), expects: '"id":2' },
    { about: 'language server', args: [talk, process.execPath, SERVER, '--stdio'], expects: '"id":5' },
  ];
}

function mcpSession(): object[] {
  const params = { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '1' } };
  return [
    { jsonrpc: '2.0', id: 1, method: 'initialize', params },
    { jsonrpc: '2.0', method: 'notifications/initialized' },
    { jsonrpc: '2.0', id: 2, method: 'tools/call', params: { name: 'list_claims', arguments: { path: 'a.md' } } },
  ];
}

function serverSession(folder: string): object[] {
  const rootUri = pathToFileURL(folder).href;
  const uri = `${rootUri}/a.md`;
  const textDocument = { uri };
  return [
    { id: 1, method: 'initialize', params: { processId: null, rootUri, capabilities: {} } },
    { method: 'initialized', params: {} },
    { method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'markdown', version: 1, text: ARTICLE } } },
    { id: 2, method: 'textDocument/hover', params: { textDocument, position: { line: 2, character: 11 } } },
    { id: 3, method: 'textDocument/codeAction', params: { textDocument, range: RANGE, context: { diagnostics: [] } } },
    { id: 4, method: 'claimlens/claims', params: { uri } },
    { id: 5, method: 'claimlens/predictions', params: {} },
    { id: 6, method: 'shutdown' },
    { method: 'exit' },
  ].map((message) => ({ jsonrpc: '2.0', ...message }));
}
const RANGE = { start: { line: 0, character: 0 }, end: { line: 4, character: 0 } };

const lines = (messages: readonly object[]) => messages.map((message) => `${JSON.stringify(message)}\n`).join('');

/** A client that waits for each answer before it goes on, as the server ends with what it reads from. */
const TALK = `
const { spawn } = require('node:child_process');
const [program, ...args] = process.argv.slice(2);
const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'] });
const rest = JSON.parse(require('node:fs').readFileSync('session.json', 'utf8'));
let seen = '';
const go = () => {
  for (let message = rest.shift(); message; message = rest.shift()) {
    const body = JSON.stringify(message);
    child.stdin.write('Content-Length: ' + Buffer.byteLength(body) + '\\r\\n\\r\\n' + body);
    if (message.id) return (seen = '"id":' + message.id + ',');
  }
};
child.stdout.on('data', (data) => {
  process.stdout.write(data);
  if (String(data).includes(seen)) go();
});
child.on('exit', (code) => (process.exitCode = code));
go();
`;

/** What of Node's a program called that leads to the network; empty where nothing. */
function called(folder: string, { about, args, input = '', expects }: Program): string {
  const log = join(folder, 'network.log');
  writeFileSync(log, '');
  const env = { ...process.env, NODE_OPTIONS: `--require=${HOOK}`, NETWORK_LOG: log, CLAIMLENS_INDEX: join(folder, 'index') };
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, env, input, encoding: 'utf8', timeout: 120_000 });
  assert.equal(status, 0, `${about}: ${stderr}`);
  if (expects) assert.ok(stdout.includes(expects), `${about} did not do what it was asked: ${stdout.slice(0, 300)}`);
  return readFileSync(log, 'utf8');
}

/** Its system calls for sockets, all threads. */
function traced(folder: string, { args, input = '' }: Program): string {
  const log = join(folder, 'strace.log');
  const env = { ...process.env, CLAIMLENS_INDEX: join(folder, 'index') };
  const watch = ['-f', '-qq', '-e', 'trace=socket,connect,bind,listen', '-o', log, process.execPath];
  const { status, stderr } = spawnSync('strace', [...watch, ...args], { cwd: folder, env, input, encoding: 'utf8', timeout: 180_000 });
  assert.equal(status, 0, stderr);
  return existsSync(log) ? readFileSync(log, 'utf8') : '';
}

let strace: boolean | undefined;
function hasStrace(): boolean {
  strace ??= spawnSync('strace', ['-qq', '-e', 'trace=none', 'true']).status === 0;
  return strace;
}

interface Locked {
  readonly packages: Readonly<
    Record<
      string,
      {
        readonly resolved?: string;
        readonly integrity?: string;
        readonly hasInstallScript?: boolean;
        readonly dev?: boolean;
        readonly license?: string;
        readonly link?: boolean;
      }
    >
  >;
}

async function installs(trial: Trial): Promise<void> {
  const { packages } = JSON.parse(readFileSync(lockFile, 'utf8')) as Locked;
  const all = Object.entries(packages).filter(([path, { link }]) => path.startsWith('node_modules/') && !link);
  const row = trial.row('every package of the lock file: its content by hash, from no host of its own, no script but the segmenter’s');
  if (all.length === 0) throw new Unavailable('no lock file');
  for (const [path, one] of all) {
    await row.hold(() => {
      assert.equal(one.resolved, undefined, `${path} names a host`);
      assert.match(one.integrity ?? '', /^sha(512|256)-/, `${path} has no hash`);
      if (one.dev) return;
      assert.ok(one.license, `${path} has no licence`);
      assert.equal(one.hasInstallScript ?? false, path === 'node_modules/nodejieba', `${path} runs a script when it is installed`);
    });
  }
}
