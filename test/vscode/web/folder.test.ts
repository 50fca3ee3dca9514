import * as vscode from 'vscode';
import type { ExportResult, ReviewAnswer, WorkspaceCheckResult } from '../../../common/protocol.ts';
import { claimlens, claimsOf, closeAll, fileOf, show } from '../support/claimlens.ts';
import { equal } from '../support/equal.ts';
import { clock, until } from '../support/wait.ts';

const FOLDER = 'desk';

describe('a folder in the web', () => {
  beforeEach(async () => {
    await write('a.md', '# 甲\n\n这家公司两年来接待了接近100万人次，闭眼买就行。\n');
    await write('later/b.txt', '业内人士认为，这家公司肯定会赢，用户已经超过300万人。\n');
  });
  afterEach(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(fileOf(FOLDER), { recursive: true, useTrash: false });
  });

  async function write(name: string, text: string): Promise<void> {
    await vscode.workspace.fs.writeFile(fileOf(`${FOLDER}/${name}`), new TextEncoder().encode(text));
  }

  const check = async () => {
    await claimlens();
    const result = await vscode.commands.executeCommand<WorkspaceCheckResult>('claimlens.server.checkWorkspace');
    const names = result.articles.map(({ uri }) => uri.split('/').slice(-2).join('/'));
    return { ...result, names: names.filter((name) => /^(desk|later)\//.test(name)) };
  };

  it('has all of its articles checked, those that no editor has open, too', async () => {
    const { names, failed } = await check();
    equal(names, ['desk/a.md', 'later/b.txt']);
    equal(failed, []);
    await until(
      'problems of the closed article',
      () => vscode.languages.getDiagnostics(fileOf(`${FOLDER}/later/b.txt`)).length,
      (count) => count > 0,
      [clock],
    );
  });

  it('goes by its project file: what that leaves out, switches off and adds', async () => {
    const rules = { 'unsourced-number': 'off' };
    const customRules = [{ code: 'house-hype', name: '自家禁语', words: ['闭眼买'] }];
    await write('claimlens.config.json', JSON.stringify({ exclude: ['later/'], rules, customRules }));
    const api = await claimlens();
    const { document } = await show(`${FOLDER}/a.md`);
    const codes = async () => (await claimsOf(document)).claims.map(({ code }) => code);
    // A file that was just written is heard of in a moment.
    await until('the rules', codes, (found) => found.includes('house-hype') && !found.includes('unsourced-number'), [clock]);
    await show(`${FOLDER}/later/b.txt`);
    await until('the state', api.state, (state) => state === 'excluded', [clock]);
    equal((await check()).names, ['desk/a.md']);
    await vscode.workspace.fs.delete(fileOf(`${FOLDER}/claimlens.config.json`), { useTrash: false });
    await until('the state', api.state, (state) => state !== 'excluded', [clock]);
  });

  it('leaves out what .gitignore names, and hidden folders', async () => {
    await write('.gitignore', 'later/*\nprivate/*\n');
    await write('private/d.md', '业内人士认为，这家公司肯定会赢。\n');
    await write('.drafts/c.md', '业内人士认为，这家公司肯定会赢。\n');
    equal((await check()).names, ['desk/a.md']);
    // Also where only the folder below is asked for.
    const asked = { uri: fileOf(`${FOLDER}/private`), folder: true, format: 'csv', target: fileOf(`${FOLDER}/claims.csv`) };
    const made = await vscode.commands.executeCommand<ExportResult>('claimlens.export', asked);
    equal([made.articles, made.failed, made.skipped], [0, [], 'noArticles']);
  });

  it('tells which articles cannot be read', async () => {
    const bytes = Uint8Array.from([0xd6, 0xd0, 0xb9, 0xfa]);
    await vscode.workspace.fs.writeFile(fileOf(`${FOLDER}/c.md`), bytes);
    const { failed } = await check();
    equal(
      failed.map((uri) => uri.split('/').at(-1)),
      ['c.md'],
    );
  });

  it('lists the predictions of articles that no editor has open, and what became of one', async () => {
    await write('later/乙 (1).txt', '2024年2月3日\n\n周屹认为，这家公司2024年收入将达到5亿元。\n');
    const api = await claimlens();
    const items = async () => {
      const rows = (await api.predictions()).flatMap((node) => (node.type === 'group' ? node.children : []));
      return rows.flatMap((row) => (row.type === 'prediction' && row.item.article.startsWith(`${FOLDER}/later/乙`) ? [row.item] : []));
    };
    const [found] = await until('the prediction', items, (all) => all.length === 1, [clock]);
    const change = { outcome: { result: 'true', evidence: '年报', date: '2025-04-30' } };
    const answer: ReviewAnswer = await vscode.commands.executeCommand('claimlens.server.review', {
      uri: found!.uri,
      claim: found!.claim,
      change,
    });
    equal(answer.error, null);
    await until('the outcome', items, (all) => all[0]?.outcome?.result === 'true', [clock]);
    await vscode.workspace.fs.delete(fileOf('.claimlens'), { recursive: true, useTrash: false });
  });

  it('can be exported whole', async () => {
    await claimlens();
    const target = fileOf(`${FOLDER}/claims.csv`);
    const asked = { uri: fileOf(FOLDER), folder: true, format: 'csv', target };
    const made = await vscode.commands.executeCommand<ExportResult>('claimlens.export', asked);
    equal([made.articles, made.failed], [2, []]);
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(target));
    equal(/desk\/later\/b\.txt/.test(text), true);
  });
});
