import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('VS Code', () => {
  it('speaks Chinese to extensions and shows the samples', () => {
    assert.equal(vscode.env.language, 'zh-cn');
    assert.equal(vscode.workspace.workspaceFolders?.[0]?.name, 'samples');
  });
});
