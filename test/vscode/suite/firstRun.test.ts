import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { claimlens, claimsOf, closeAll } from '../support/claimlens.ts';

interface Walkthrough {
  readonly steps: readonly { readonly description: string; readonly media: { readonly image: string } }[];
}

describe('first run', () => {
  afterEach(closeAll);

  it('opens the sample article, its claims with it', async () => {
    await claimlens();
    await vscode.commands.executeCommand('claimlens.openSample');
    const document = vscode.window.activeTextEditor?.document;
    assert.ok(document?.isUntitled);
    assert.ok((await claimsOf(document)).claims.length > 5);
  });

  it('has one walkthrough of few steps, in the display language, with pictures and commands that exist', async () => {
    const { packageJSON, extensionUri } = vscode.extensions.getExtension('claimlens.claimlens')!;
    const [walkthrough, ...others] = packageJSON.contributes.walkthroughs as Walkthrough[];
    assert.deepEqual(others, []);
    assert.equal(walkthrough?.steps.length, 4);
    const commands = await vscode.commands.getCommands(true);
    for (const { description, media } of walkthrough.steps) {
      assert.match(description, /[\u4e00-\u9fff]/);
      const command = /\(command:([\w.]+)\)/.exec(description)?.[1];
      assert.ok(command && commands.includes(command), description);
      assert.ok((await vscode.workspace.fs.stat(vscode.Uri.joinPath(extensionUri, media.image))).size > 0);
    }
  });
});
