import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { defaultSettings } from '../../../common/settings.ts';
import { PULL } from '../../protocol/harness.ts';
import type { Attack, Trial } from '../lib/attack.ts';
import { Fresh, type plain } from '../lib/fresh.ts';
import type { Random } from '../lib/random.ts';
import { RawServer } from '../lib/rawServer.ts';
import { anyText, articles } from '../lib/texts.ts';

const TEXT = '这家公司去年接待了接近100万人次，所有人都说它一定会赢。\n\n业内人士认为，市场还会更大。\n';
const NOT_INITIALIZED = -32002;
const INVALID_REQUEST = -32600;

/** What no client should do, over standard streams, to the server as it is shipped. */
export const attack: Attack = {
  topic: 'protocol',
  limit: 30,
  async run(trial) {
    await malformed(trial);
    await wrongParameters(trial);
    await outOfOrder(trial);
    await whileShuttingDown(trial);
    await cancelled(trial);
    await thousandDocuments(trial);
    await slowReader(trial);
  },
};

const fresh = Fresh.shared;

/** Still there, and still right. */
async function alive(server: RawServer): Promise<void> {
  const uri = 'file:///alive.md';
  server.open(uri, TEXT);
  const { result } = await server.request('textDocument/diagnostic', { textDocument: { uri } });
  const items = (result as { items: Parameters<typeof plain>[0] }).items;
  assert.deepEqual(codes(items), codes(fresh.diagnostics(uri, TEXT, defaultSettings())));
  server.notify('textDocument/didClose', { textDocument: { uri } });
}

const codes = (items: Parameters<typeof plain>[0]) => items.map(({ code, range }) => `${code} ${JSON.stringify(range)}`).sort();

async function malformed(trial: Trial): Promise<void> {
  const row = trial.row('malformed JSON, wrong frames, messages that are none: the next message is answered');
  const bodies = [
    '{',
    '',
    'nonsense',
    '[]',
    '[{}]',
    'null',
    '1',
    '"x"',
    '{}',
    '{"jsonrpc":"1.0"}',
    '{"id":1}',
    '{"id":null,"method":"x"}',
    '{"method":1}',
    '{"id":{},"method":"textDocument/hover"}',
    '{"jsonrpc":"2.0","id":99,"result":1}',
    '{"jsonrpc":"2.0","id":1,"method":"textDocument/hover","params":"x"}',
    '\ufeff{}',
    '{"method":"textDocument/didOpen"',
    `{"a":${'['.repeat(5000)}`,
  ]; // prettier-ignore
  const frames = [
    'Content-Length: 2\r\nContent-Type: nonsense\r\n\r\n{}',
    'X-Header: 1\r\nContent-Length: 2\r\n\r\n{}',
    'content-length: 2\r\n\r\n{}',
  ]; // prettier-ignore
  let server = await new RawServer().initialize(PULL);
  for (const i of trial.times(30, 20_000)) {
    await row.hold(async () => {
      if (trial.random.oneIn(6)) server.write(trial.random.pick(frames));
      else if (trial.random.oneIn(4)) server.frame(anyText(trial.random));
      else server.frame(trial.random.pick(bodies));
      if (i % 10 === 0) await alive(server);
    });
    if (server.process.exitCode !== null) server = await new RawServer().initialize(PULL);
  }
  await row.hold(async () => assert.equal(await server.stop(), 0));
}

const METHODS = [
  'hover',
  'documentSymbol',
  'codeAction',
  'codeLens',
  'inlayHint',
  'diagnostic',
  'semanticTokens/full',
  'semanticTokens/range',
  'semanticTokens/full/delta',
]
  .map((name) => `textDocument/${name}`)
  .concat(
    'codeAction/resolve',
    'workspace/symbol',
    'workspace/executeCommand',
    'workspace/diagnostic',
    'claimlens/claims',
    'claimlens/none',
  ); // prettier-ignore
const NOTIFICATIONS = ['didOpen', 'didChange', 'didSave', 'didClose']
  .map((name) => `textDocument/${name}`)
  .concat(
    'workspace/didChangeConfiguration',
    'workspace/didChangeWatchedFiles',
    'workspace/didRenameFiles',
    'workspace/didDeleteFiles',
    'workspace/didChangeWorkspaceFolders',
    '$/cancelRequest',
    '$/progress',
    '$/setTrace',
    'window/workDoneProgress/cancel',
  ); // prettier-ignore

async function wrongParameters(trial: Trial): Promise<void> {
  const row = trial.row('requests and notifications with any parameters at all: each request is answered, the server stays right');
  const server = await new RawServer().initialize(PULL);
  server.open('file:///a.md', TEXT);
  for (const i of trial.times(60, 20_000)) {
    await row.hold(async () => {
      if (trial.random.oneIn(3)) server.notify(trial.random.pick(NOTIFICATIONS), anyValue(trial.random, 0));
      else await server.request(trial.random.pick(METHODS), anyValue(trial.random, 0));
      if (i % 50 === 0) await alive(server);
    });
    if (server.process.exitCode !== null) return;
  }
  await row.hold(async () => assert.equal(await server.stop(), 0));
}

/** Parameters more or less like those that there are. */
function anyValue(random: Random, depth: number): unknown {
  if (depth > 3 || random.oneIn(6))
    return random.pick([null, true, 0, -1, 1.5, 1e21, '', 'file:///a.md', 'a:b', '%', 'file://%zz', anyText(random), [], {}]); // prettier-ignore
  if (random.oneIn(6)) return Array.from({ length: random.below(3) }, () => anyValue(random, depth + 1));
  const known = {
    textDocument: { uri: 'file:///a.md', version: 1, languageId: 'markdown', text: TEXT },
    uri: 'file:///a.md',
    position: { line: 0, character: 3 },
    range: { start: { line: 0, character: 0 }, end: { line: 9, character: 9 } },
    context: { diagnostics: [] },
    contentChanges: [{ text: TEXT }],
    previousResultId: '1',
    previousResultIds: [],
    query: '',
    command: 'claimlens.server.check',
    arguments: [{ uri: 'file:///a.md' }],
    settings: { claimlens: {} },
    changes: [{ uri: 'file:///a.md', type: 1 }],
    files: [{ oldUri: 'file:///a.md', newUri: 'file:///b.md', uri: 'file:///a.md' }],
    event: { added: [], removed: [] },
    id: 1,
    token: 1,
    value: '',
    data: { uri: 'file:///a.md' },
  }; // prettier-ignore
  return Object.fromEntries(
    Object.entries(known).flatMap(([key, value]) =>
      random.oneIn(5) ? [] : [[key, random.oneIn(4) ? anyValue(random, depth + 1) : value]],
    ),
  );
}

async function outOfOrder(trial: Trial): Promise<void> {
  const row = trial.row('messages before their time, twice, or never asked for: refused by their code, and what was known stays');
  for (const _ of trial.times(1, 50)) {
    const server = new RawServer();
    await row.hold(async () => {
      server.notify('initialized', {});
      server.open('file:///early.md', TEXT);
      server.notify('textDocument/didChange', { textDocument: { uri: 'file:///early.md', version: 2 }, contentChanges: [{ text: 'x' }] });
      for (const method of METHODS.slice(0, 4)) {
        const { error } = await server.request(method, { textDocument: { uri: 'file:///early.md' } });
        assert.equal(error?.code, NOT_INITIALIZED, method);
      }
    });
    await row.hold(async () => {
      await server.initialize(PULL);
      server.open('file:///a.md', TEXT);
      const { error } = await server.request('initialize', { processId: null, rootUri: null, capabilities: {} });
      assert.equal(error?.code, INVALID_REQUEST, 'a second initialize');
      server.notify('initialized', {});
      const { result } = await server.request('claimlens/claims', { uri: 'file:///a.md' });
      assert.ok((result as { claims: unknown[] }).claims.length > 0, 'the document is still open');
    });
    await row.hold(() => alive(server));
    await row.hold(async () => {
      server.notify('exit');
      assert.equal(await server.exited, 1, 'exit without shutdown');
    });
  }
}

async function whileShuttingDown(trial: Trial): Promise<void> {
  const row = trial.row('requests before, during and after shutdown: each answered or refused, exit code 0');
  const long = articles().join('\n\n').slice(0, trial.count(10_000, 60_000));
  for (const _ of trial.times(1, 100)) {
    const server = await new RawServer().initialize(PULL);
    await row.hold(async () => {
      server.open('file:///long.md', long);
      const ask = () =>
        server.request(trial.random.pick(METHODS.slice(0, 8)), {
          textDocument: { uri: 'file:///long.md' },
          position: { line: 0, character: 1 },
          range: { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } },
          context: { diagnostics: [] },
        });
      const before = Array.from({ length: 10 }, ask);
      const shutdown = server.request('shutdown');
      const after = Array.from({ length: 10 }, ask);
      server.notify('textDocument/didChange', { textDocument: { uri: 'file:///long.md', version: 2 }, contentChanges: [{ text: TEXT }] });
      assert.equal((await shutdown).error, undefined);
      await Promise.all(before);
      for (const { error } of await Promise.all(after)) assert.equal(error?.code, INVALID_REQUEST);
      server.notify('exit');
      assert.equal(await server.exited, 0);
    });
    server.process.kill();
  }
}

async function cancelled(trial: Trial): Promise<void> {
  const row = trial.row(
    'requests cancelled before, at every moment of, and after their answer: answered once, diagnostics right in the end',
  );
  const server = await new RawServer().initialize(PULL);
  const long = articles().join('\n\n').slice(0, 30_000);
  for (const i of trial.times(8, 3000)) {
    await row.hold(async () => {
      const uri = `file:///c${i}.md`;
      server.open(uri, `${i}\n\n${long.slice(0, trial.random.between(100, trial.count(8000, 30_000)))}`);
      server.notify('$/cancelRequest', { id: 500_000 + i });
      const answer = server.request(
        trial.random.pick(['textDocument/diagnostic', 'textDocument/hover', 'claimlens/claims']),
        { textDocument: { uri }, uri, position: { line: 0, character: 0 } },
        500_000 + i,
      ); // prettier-ignore
      await new Promise((resolve) => setTimeout(resolve, trial.random.below(30)));
      server.notify('$/cancelRequest', { id: 500_000 + i });
      server.notify('$/cancelRequest', { id: 500_000 + i });
      await answer;
      server.notify('$/cancelRequest', { id: 500_000 + i });
      server.notify('textDocument/didClose', { textDocument: { uri } });
    });
  }
  await row.hold(() => alive(server));
  await row.hold(async () => assert.equal(await server.stop(), 0));
}

async function thousandDocuments(trial: Trial): Promise<void> {
  const count = trial.count(15, 1000);
  const row = trial.row(`${count.toLocaleString('en')} documents open at once: the diagnostics of each are its own`);
  const server = await new RawServer().initialize(PULL);
  const texts = Array.from(
    { length: count },
    (_, i) => `${articles()[i % articles().length]!.slice(0, 800)}\n\n第${i}家公司去年收入${i + 2}亿元。\n`,
  );
  for (const [i, text] of texts.entries()) server.open(`file:///d/${i}.md`, text);
  for (const [i, text] of texts.entries()) {
    const uri = `file:///d/${i}.md`;
    await row.hold(async () => {
      const wanted = codes(fresh.diagnostics(uri, text, defaultSettings()));
      const told = async () => {
        const { result } = await server.request('textDocument/diagnostic', { textDocument: { uri } });
        return codes((result as { items: never[] }).items);
      };
      // The dictionary is not waited for: until it is there, a word in doubt may be judged otherwise.
      for (let wait = 0; wait < 40 && !isDeepStrictEqual(await told(), wanted); wait++) await new Promise((done) => setTimeout(done, 250));
      assert.deepEqual(await told(), wanted);
    });
  }
  if (process.platform === 'linux') row.note(`resident ${server.resident().toFixed(0)} MB`);
  await row.hold(async () => assert.equal(await server.stop(), 0));
}

async function slowReader(trial: Trial): Promise<void> {
  const row = trial.row('a client that reads nothing for long, while it asks and edits: every answer comes, and the last is right');
  const server = await new RawServer().initialize(PULL);
  const uri = 'file:///slow.md';
  const text = articles()[0]!.slice(0, 3000);
  server.open(uri, text);
  await server.request('textDocument/diagnostic', { textDocument: { uri } });
  server.process.stdout!.pause();
  const count = trial.count(25, 1000);
  const answers = Array.from({ length: count }, (_, i) => {
    server.notify('textDocument/didChange', {
      textDocument: { uri, version: i + 2 },
      contentChanges: [{ text: `${text}\n\n去年收入${i + 2}亿元。\n` }],
    });
    return server.request(i % 2 ? 'textDocument/diagnostic' : 'textDocument/semanticTokens/full', { textDocument: { uri } });
  });
  await new Promise((resolve) => setTimeout(resolve, trial.long ? 5000 : 500));
  server.process.stdout!.resume();
  for (const answer of answers) await row.hold(() => answer);
  await row.hold(async () => {
    const last = `${text}\n\n去年收入${count + 1}亿元。\n`;
    const { result } = await server.request('textDocument/diagnostic', { textDocument: { uri } });
    assert.deepEqual(codes((result as { items: never[] }).items), codes(fresh.diagnostics(uri, last, defaultSettings())));
  });
  await row.hold(async () => assert.equal(await server.stop(), 0));
}
