import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ARTICLE, claimsOf, closeAll, show } from '../support/claimlens.ts';

describe('language-model tools', () => {
  afterEach(closeAll);

  async function ask(input: object): Promise<string> {
    const { content } = await vscode.lm.invokeTool('claimlens_list_claims', { input, toolInvocationToken: undefined });
    return content.map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : '')).join('');
  }

  it('list the claims of the article in front, all or some', async () => {
    const { document } = await show({ content: ARTICLE });
    const { claims } = await claimsOf(document);
    const all = JSON.parse(await ask({}));
    assert.equal(all.uri, document.uri.toString());
    assert.equal(all.date, '2024-02-22');
    assert.deepEqual(
      all.claims.map(({ text }: { text: string }) => text),
      claims.map(({ text }) => text),
    );
    const some = JSON.parse(await ask({ uri: document.uri.toString(), codes: ['unsourced-number'] }));
    assert.ok(some.claims.length > 0 && some.claims.length < claims.length);
  });

  it('say so where there is no such article', async () => {
    assert.equal(await ask({ uri: 'untitled:nowhere' }), '没有打开这篇文章。');
  });
});
