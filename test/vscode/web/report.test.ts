import * as vscode from 'vscode';
import type { Api } from '../../../client/src/api.ts';
import type { ExportResult } from '../../../common/protocol.ts';
import { claimlens, claimsOf, closeAll, fileOf, show } from '../support/claimlens.ts';
import { clock, until } from '../support/wait.ts';

describe('the report in the web', () => {
  let api: Api;
  before(async () => {
    api = await claimlens();
  });
  after(closeAll);

  it('shows and exports an article, in English', async () => {
    const { document } = await show('interview.md');
    await claimsOf(document);
    await vscode.commands.executeCommand('claimlens.showReport');
    await until(
      'the report',
      () => api.report(document.uri)?.body ?? '',
      (html) => html.includes('Claims by pattern'),
      [clock],
    );
    const target = fileOf('interview.claims.html');
    const argument = { uri: document.uri, folder: false, format: 'html', target };
    const result: ExportResult | undefined = await vscode.commands.executeCommand('claimlens.export', argument);
    try {
      // The worker has no `node:assert`.
      if (result?.articles !== 1) throw new Error(JSON.stringify(result));
      const page = new TextDecoder().decode(await vscode.workspace.fs.readFile(target));
      if (!/<html lang="en">[\s\S]*Numbers and their sources[\s\S]*<\/html>/.test(page)) throw new Error(page.slice(0, 500));
    } finally {
      await vscode.workspace.fs.delete(target);
    }
  });
});
