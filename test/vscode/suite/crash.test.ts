import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import type { Api } from '../../../client/src/api.ts';
import { claimlens, claimsOf, closeAll, hasProblem, problemsOf } from '../support/claimlens.ts';
import { row, rowWhen, stored, untouched, withoutReviews } from '../support/review.ts';
import { clock, until } from '../support/wait.ts';

const SAID = '论断镜意外停止，已重新启动。';

describe('a server that is killed', () => {
  let api: Api;
  let editor: vscode.TextEditor;
  const said: string[] = [];
  const { showWarningMessage } = vscode.window;

  before(async function () {
    // Only there does the system tell which process is whose child.
    if (process.platform !== 'linux') this.skip();
    api = await claimlens();
    editor = await untouched(api);
    Object.assign(vscode.window, {
      showWarningMessage: (message: string) => {
        said.push(message);
        return Promise.resolve(undefined);
      },
    });
  });
  after(async () => {
    Object.assign(vscode.window, { showWarningMessage });
    await withoutReviews();
    await closeAll();
  });

  it('is started again, with a word; what was open, unsaved and decided is there again, and typing goes on', async () => {
    await vscode.commands.executeCommand('claimlens.review.verify', row(api)?.node);
    assert.equal((await stored())[0].status, 'verified');
    const { document } = editor;
    const typed = '隔壁那家公司去年收入4.7亿元，人手还是原来那些人。';
    await editor.edit((edit) => edit.insert(document.positionAt(document.getText().length), `\n\n${typed}\n`));
    await claimsOf(document);
    const before = serverProcess();

    process.kill(before, 'SIGKILL');
    // Not a stroke is lost that falls into the time without a server: this one moves what follows it.
    const heading = document.getText().indexOf('\n## ');
    await editor.edit((edit) => edit.insert(document.positionAt(heading), '\n园子里的树倒是高了不少。\n'));

    await until(
      'a new server',
      () => serverProcess(),
      (pid) => pid > 0 && pid !== before,
      [clock],
    );
    await until(
      'the word',
      () => said,
      (words) => words.includes(SAID),
      [clock],
    );
    const { claims } = await claimsOf(document);
    const claim = claims.find(({ code, text }) => code === 'unsourced-number' && text === '4.7亿元');
    assert.ok(claim, 'what was typed before and never saved is checked');
    assert.equal(claim.start, document.getText().indexOf('4.7亿元'), 'and stands where the text has it');
    await problemsOf(document, 'its problem', (problems) => hasProblem(document, problems, 'unsourced-number', '4.7亿元'));
    await rowWhen(api, 'the decision in its row', (now) => now?.description.includes('已核实') === true);
    assert.ok(document.isDirty);
  });
});

/** The process that the extension host has started for the server; 0 where there is none. */
function serverProcess(): number {
  const children = readdirSync(`/proc/${process.pid}/task`).flatMap((task) =>
    readFileSync(`/proc/${process.pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
  );
  return children.find((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('dist/server.js')) ?? 0;
}
