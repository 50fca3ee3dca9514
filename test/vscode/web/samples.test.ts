import * as vscode from 'vscode';
import { ARTICLE, claimlens, claimsOf, closeAll, hasProblem, middleOf, problemsOf, show } from '../support/claimlens.ts';

/** The worker has no `node:assert`. */
function ok(value: unknown, what: string): asserts value {
  if (!value) throw new Error(what);
}

const SAMPLES = ['interview.md', 'column.md', 'stock-tip.md', 'fund-letter.commentary.md', 'roadshow.commentary.txt'];

describe('Claimlens for the web', () => {
  afterEach(closeAll);

  for (const file of SAMPLES) {
    it(`checks ${file}`, async () => {
      const { document } = await show(file);
      await problemsOf(document, 'a number without a source', (problems) => hasProblem(document, problems, 'unsourced-number', ''));
    });
  }

  it('hovers, outlines and offers its actions in English', async () => {
    const { document } = await show({ content: ARTICLE });
    await claimsOf(document);
    const at = middleOf(document, '接近100万人次');
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, at);
    const said = hovers.flatMap(({ contents }) => contents).map((content) => (typeof content === 'string' ? content : content.value));
    ok(said.join('\n').includes('**Unsourced number**'), said.join('\n'));
    const range = new vscode.Range(at, at);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range);
    ok(
      actions.some(({ title }) => title.includes('Unsourced number')),
      actions.map(({ title }) => title).join('\n'),
    );
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri);
    const all = (level: readonly vscode.DocumentSymbol[]): string[] => level.flatMap(({ name, children }) => [name, ...all(children)]);
    ok(all(symbols).includes('接近100万人次'), all(symbols).join('\n'));
  });

  it('fills the view and its badge', async () => {
    const api = await claimlens();
    const { document } = await show({ content: ARTICLE });
    const { claims } = await claimsOf(document);
    ok(api.badge() === claims.length, `${api.badge()} on the badge, ${claims.length} claims`);
    ok(
      api.tree().some(({ label }) => label === 'Unsourced number'),
      JSON.stringify(api.tree().map(({ label }) => label)),
    );
  });
});
