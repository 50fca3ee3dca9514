import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Hover, SymbolInformation, WorkspaceDiagnosticReport } from 'vscode-languageserver-protocol/node';
import { CHECK_WORKSPACE } from '../../common/protocol.ts';
import { check } from '../cli/run.ts';
import { PULL, start, stopAll } from './harness.ts';

const TEXT = '他在会上说闭眼买就行，大家都点头。这家公司去年收入3.26亿元，人手没有增加。\n';

/** Two desks with a rule of the same code that means different things. */
const DESKS = {
  north: { name: '北社禁语', message: '北社不写“{text}”。', why: '北社的理由。', severity: 'error' },
  south: { name: '南社禁语', message: '南社不写“{text}”。', why: '南社的理由。', severity: 'information' },
} as const;
type Desk = keyof typeof DESKS;

describe('a workspace of several folders', () => {
  let root: string;
  const folder = (desk: Desk) => pathToFileURL(join(root, desk)).href;
  const article = (desk: Desk) => `${folder(desk)}/a.md`;

  before(() => {
    root = mkdtempSync(join(tmpdir(), 'claimlens-folders-'));
    for (const [desk, rule] of Object.entries(DESKS)) {
      mkdirSync(join(root, desk));
      const config = { customRules: [{ code: 'house-word', words: ['闭眼买'], ...rule }] };
      writeFileSync(join(root, desk, 'claimlens.config.json'), JSON.stringify(config));
      writeFileSync(join(root, desk, 'a.md'), TEXT);
    }
  });
  after(() => {
    stopAll();
    rmSync(root, { recursive: true });
  });

  it('keeps two projects apart that use one code for their rules', async () => {
    const { client } = await start({ capabilities: PULL, locale: 'zh-cn', folder: folder('north'), folders: [folder('south')] });
    for (const desk of ['north', 'south'] as const) await client.open(article(desk), TEXT);
    // South was met last: what north says must not have changed by that.
    await client.pull(article('south'));
    for (const desk of ['north', 'south', 'north'] as const) {
      const { name, message, why, severity } = DESKS[desk];
      const problem = (await client.pull(article(desk))).items.find(({ code }) => code === 'house-word');
      assert.equal(problem?.message, message.replace('{text}', '闭眼买'));
      assert.equal(problem.severity, severity === 'error' ? 1 : 3);
      const claim = (await client.claims(article(desk))).claims.find(({ code }) => code === 'house-word');
      assert.equal(claim?.name, name);
      const asked = { textDocument: { uri: article(desk) }, position: { line: 0, character: 6 } };
      const hover: Hover = await client.connection.sendRequest('textDocument/hover', asked);
      assert.match((hover.contents as { value: string }).value, new RegExp(`${name}[\\s\\S]*${why}`));
    }
  });

  it('says once that a project file cannot be read, and checks without it', async () => {
    const path = join(root, 'neither/claimlens.config.json');
    mkdirSync(path, { recursive: true });
    const { client } = await start({ capabilities: PULL, locale: 'zh-cn', folder: pathToFileURL(join(root, 'neither')).href });
    const told = client.next<{ message: string }>('window/showMessage');
    for (const name of ['a.md', 'b.md']) {
      const uri = pathToFileURL(join(root, 'neither', name)).href;
      await client.open(uri, TEXT);
      assert.ok((await client.pull(uri)).items.length > 0);
    }
    const { message } = await told;
    assert.ok(message.includes(path), message);
    assert.equal(client.seen.filter(({ event }) => event === 'window/showMessage').length, 1);
  });

  it('keeps them apart at the command line', () => {
    for (const format of ['csv', 'markdown', 'junit', 'html']) {
      const { out } = check(root, ['--format', format, '--jobs', '1', 'north/a.md', 'south/a.md']);
      for (const { name } of Object.values(DESKS)) assert.equal(out.split(name).length > 1, true, `${format}: ${name}`);
    }
  });

  it('takes back what was told of files that are gone', async () => {
    const gone = join(root, 'north/b.md');
    writeFileSync(gone, TEXT);
    const { client } = await start({ capabilities: PULL, locale: 'zh-cn', folder: folder('north') });
    const run = () => client.connection.sendRequest('workspace/executeCommand', { command: CHECK_WORKSPACE });
    const ask = (previousResultIds: object[]) =>
      client.connection.sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds });
    await run();
    const { items } = await ask([]);
    const known = items.map((item) => ({ uri: item.uri, value: item.resultId ?? '' }));
    assert.ok(known.some(({ uri }) => uri.endsWith('/b.md')));
    rmSync(gone);
    await run();
    const now = (await ask(known)).items.find(({ uri }) => uri.endsWith('/b.md'));
    assert.deepEqual(now?.kind === 'full' && now.items, []);
  });

  it('has settings by folder, and lets folders come and go', async () => {
    const capabilities = { ...PULL, workspace: { ...PULL.workspace, configuration: true, workspaceFolders: true } };
    const configuration = ({ scopeUri }: { scopeUri?: string }) => ({
      rules: { 'unsourced-number': scopeUri === folder('south') ? 'error' : 'off' },
    });
    const { client } = await start({ capabilities, locale: 'zh-cn', folder: folder('north'), configuration });
    for (const desk of ['north', 'south'] as const) await client.open(article(desk), TEXT);
    const severity = async (desk: Desk) =>
      (await client.pull(article(desk))).items.find(({ code }) => code === 'unsourced-number')?.severity;
    const change = async (event: object) => {
      const refreshed = client.next('workspace/diagnostic/refresh');
      await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event });
      await refreshed;
    };
    assert.deepEqual([await severity('north'), await severity('south')], [undefined, undefined]);
    const south = { uri: folder('south'), name: 'south' };
    await change({ added: [south], removed: [] });
    assert.deepEqual([await severity('north'), await severity('south')], [undefined, 1]);
    const checked = await client.connection.sendRequest('workspace/executeCommand', { command: CHECK_WORKSPACE });
    assert.equal((checked as { total: number }).total, 2);
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: article('south') } });
    // The closed one as the open one, and neither twice.
    const found: SymbolInformation[] = await client.connection.sendRequest('workspace/symbol', { query: '闭眼买' });
    const inDesk = (desk: Desk) => found.filter(({ location }) => location.uri === article(desk)).map(({ location }) => location.range);
    assert.ok(inDesk('north').length > 0);
    assert.deepEqual(inDesk('south'), inDesk('north'));
    assert.equal(found.length, 2 * inDesk('north').length);
    await client.open(article('south'), TEXT);
    await change({ added: [], removed: [south] });
    assert.deepEqual([await severity('north'), await severity('south')], [undefined, undefined]);
  });
});
