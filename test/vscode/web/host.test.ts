import * as vscode from 'vscode';

describe('VS Code for the web', () => {
  it('runs the extension in the web worker', () => {
    if (vscode.env.uiKind !== vscode.UIKind.Web) throw new Error('not the web');
    if ('process' in globalThis && 'versions' in (globalThis as { process?: object }).process!) throw new Error('this is Node');
  });
});
