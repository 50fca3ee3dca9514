import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PublishDiagnosticsParams } from 'vscode-languageserver-protocol/node';
import { PULL, start, stopAll } from './harness.ts';
import { ARTICLE } from './texts.ts';

const uri = 'file:///articles/c.md';

describe('language server: configuration', () => {
  const folder = mkdtempSync(join(tmpdir(), 'claimlens-'));
  after(() => {
    stopAll();
    rmSync(folder, { recursive: true });
  });

  it('asks for the settings before it checks, and again when they change', async () => {
    let rules: Record<string, string> = { 'unsourced-number': 'error' };
    const capabilities = {
      ...PULL,
      workspace: { ...PULL.workspace, configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
    };
    const { client } = await start({ capabilities, configuration: () => ({ rules }) });
    await client.open(uri, ARTICLE);
    const severity = async () => (await client.pull(uri)).items.find((d) => d.code === 'unsourced-number')?.severity;
    assert.equal(await severity(), 1);
    rules = { 'unsourced-number': 'off' };
    const refresh = client.next('workspace/diagnostic/refresh');
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await refresh;
    assert.equal(await severity(), undefined);
  });

  it('takes settings that a plain client sends along, whatever their shape', async () => {
    const { client } = await start({ options: { settings: { enable: false } } });
    await client.open(uri, ARTICLE);
    assert.equal((await client.claims(uri)).skipped, 'disabled');
    const published = client.next<PublishDiagnosticsParams>('textDocument/publishDiagnostics', (p) => p.diagnostics.length > 0);
    const settings = { claimlens: { enable: true, 'problems.maximum': 1, profile: 7 } };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings });
    assert.equal((await published).diagnostics.length, 1);
  });

  it('sends hints only when asked to, and ranks by profile', async () => {
    const count = async (settings: Record<string, unknown>) => {
      const { client } = await start({ options: { settings } });
      const published = client.published1(uri);
      await client.open(uri, ARTICLE);
      return (await published).diagnostics;
    };
    const quiet = await count({});
    assert.ok(quiet.every((d) => d.severity !== 4));
    assert.ok((await count({ problems: { hints: true } })).length > quiet.length);
    assert.ok((await count({ profile: 'everything' })).length > quiet.length);
  });

  it('checks on save only where the setting says so', async () => {
    const { client } = await start({ options: { settings: { run: 'onSave' } } });
    const published = client.published1(uri);
    await client.open(uri, ARTICLE);
    const { diagnostics } = await published;
    await client.change(uri, 2, [{ text: `${ARTICLE}\n${ARTICLE}` }]);
    const saved = client.published1(uri);
    await client.connection.sendNotification('textDocument/didSave', { textDocument: { uri } });
    const { version, diagnostics: after } = await saved;
    assert.equal(version, 2);
    assert.ok(after.length > diagnostics.length);
  });

  it('reads the project file, again when it changes, and underlines what is wrong in it', async () => {
    const article = join(folder, 'columns', 'a.md');
    const config = join(folder, 'claimlens.config.json');
    mkdirSync(join(folder, 'columns'));
    writeFileSync(config, '{ "rules": { "unsourced-number": "error" }, "names": ["x"] }');
    const capabilities = { ...PULL, workspace: { ...PULL.workspace, didChangeWatchedFiles: { dynamicRegistration: true } } };
    const { client } = await start({ capabilities });
    const articleUri = pathToFileURL(article).href;
    const configUri = pathToFileURL(config).href;
    await client.open(articleUri, ARTICLE);
    const severity = async () => (await client.pull(articleUri)).items.find((d) => d.code === 'unsourced-number')?.severity;
    assert.equal(await severity(), 1);
    const broken = '{\n  "ruls": {},\n  "rules": { "unsourced-number": "information", "nonsense": "error" }\n}\n';
    writeFileSync(config, broken);
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: configUri, type: 2 }] });
    assert.equal(await severity(), 3);
    await client.open(configUri, broken, 'json');
    const { items } = await client.pull(configUri);
    assert.deepEqual(
      items.map((d) => [d.code, d.range.start]),
      [
        ['config.unknownKey', { line: 1, character: 2 }],
        ['config.unknownCode', { line: 2, character: 48 }],
      ],
    );
  });

  it('checks the whole workspace with progress, and leaves out what is ignored', async () => {
    const root = join(folder, 'desk');
    mkdirSync(join(root, 'drafts'), { recursive: true });
    writeFileSync(join(root, 'one.md'), ARTICLE);
    writeFileSync(join(root, 'two.txt'), ARTICLE);
    writeFileSync(join(root, 'README.md'), 'English only.');
    writeFileSync(join(root, 'drafts', 'three.md'), ARTICLE);
    writeFileSync(join(root, '.gitignore'), 'drafts/\n');
    const { client } = await start({ folder: pathToFileURL(root).href, capabilities: { window: { workDoneProgress: true } } });
    const result: { files: number; claims: Record<string, number>; failed: string[] } = await client.connection.sendRequest(
      'workspace/executeCommand',
      {
        command: 'claimlens.server.checkWorkspace',
      },
    );
    assert.equal(result.files, 3);
    assert.deepEqual(result.failed, []);
    assert.ok((result.claims['unsourced-number'] ?? 0) >= 4);
    assert.deepEqual([...client.published.keys()].map((u) => u.split('/').at(-1)).sort(), ['one.md', 'two.txt']);
    const kinds = client.seen
      .filter(({ event }) => event === '$/progress')
      .map(({ params }) => (params as { value: { kind: string } }).value.kind);
    assert.equal(kinds[0], 'begin');
    assert.equal(kinds.at(-1), 'end');
  });

  it('tells what stands on disk of an article that was checked with the folder, once it is closed', async () => {
    const root = join(folder, 'closed');
    mkdirSync(join(root, 'inner'), { recursive: true });
    const file = join(root, 'inner', 'one.md');
    writeFileSync(file, ARTICLE);
    const one = pathToFileURL(file).href;
    // The inner folder is one of the workspace's, too: its articles count once.
    const { client } = await start({ folder: pathToFileURL(root).href, folders: [pathToFileURL(join(root, 'inner')).href] });
    const check = { command: 'claimlens.server.checkWorkspace' };
    assert.equal(((await client.connection.sendRequest('workspace/executeCommand', check)) as { files: number }).files, 1);
    const count = () => client.published.get(one)?.diagnostics.length ?? 0;
    const before = count();
    assert.ok(before > 0);
    const close = async () => {
      const told = client.next<PublishDiagnosticsParams>(
        'textDocument/publishDiagnostics',
        (p) => p.uri === one && p.diagnostics.length > 0 && p.version === undefined,
      );
      await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: one } });
      await told;
    };
    const opened = client.published1(one);
    await client.open(one, '');
    await opened;
    assert.equal(count(), 0);
    await close();
    assert.equal(count(), before);
    await client.open(one, ARTICLE);
    writeFileSync(file, `${ARTICLE}\n\n${ARTICLE}`);
    await close();
    assert.ok(count() > before);
  });
});
