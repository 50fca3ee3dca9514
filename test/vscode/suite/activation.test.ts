import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { COMMANDS } from '../../../common/commands.ts';
import { claimlens, claimsOf, show } from '../support/claimlens.ts';
import { clock, until } from '../support/wait.ts';

describe('the extension', () => {
  it('wakes up by itself when an article is opened', async () => {
    const extension = vscode.extensions.getExtension('claimlens.claimlens');
    assert.ok(extension);
    await show('column.md');
    await until(
      'the extension awake',
      () => extension.isActive,
      (active) => active,
      [clock],
    );
  });

  it('registers every command', async () => {
    await claimlens();
    const known = await vscode.commands.getCommands(true);
    assert.deepEqual(
      Object.keys(COMMANDS).filter((command) => !known.includes(command)),
      [],
    );
  });

  it('speaks Chinese where VS Code does', async () => {
    const { packageJSON } = vscode.extensions.getExtension('claimlens.claimlens')!;
    assert.equal(packageJSON.displayName, '论断镜 Claimlens');
    const { document } = await show('column.md');
    const { claims } = await claimsOf(document);
    const api = await claimlens();
    assert.equal(api.status(), `${claims.filter(({ suppressed }) => !suppressed).length} 处论断`);
    assert.ok(claims.some(({ name }) => name === '无来源数字'));
  });
});
