import * as vscode from 'vscode';
import type { ReviewAnswer } from '../../../common/protocol.ts';
import { claimlens, claimsOf, closeAll, fileOf, show } from '../support/claimlens.ts';
import { equal } from '../support/equal.ts';
import { clock, until } from '../support/wait.ts';

describe('the review in the web', () => {
  afterEach(async () => {
    await vscode.workspace.fs.delete(fileOf('.claimlens'), { recursive: true, useTrash: false }).then(undefined, () => undefined);
    await closeAll();
  });

  it('is kept in the folder through VS Code, and shown', async () => {
    const api = await claimlens();
    const { document } = await show('interview.md');
    const { claims } = await claimsOf(document);
    const claim = claims.find(({ text }) => text === '接近100万人次');
    if (!claim) throw new Error('no such claim');
    const change = { status: 'verified', note: '查过年报' };
    const answer: ReviewAnswer = await vscode.commands.executeCommand('claimlens.server.review', {
      uri: document.uri.toString(),
      claim: claim.id,
      change,
    });
    equal(answer.error, null);
    const bytes = await vscode.workspace.fs.readFile(fileOf('.claimlens/review/interview.md.json'));
    equal(JSON.parse(new TextDecoder().decode(bytes)).entries[0].status, 'verified');
    await until(
      'the note',
      () => api.notes(document.uri).length,
      (count) => count === 1,
      [clock],
    );
  });

  it('that is not UTF-8 is neither read nor written over', async () => {
    const file = fileOf('.claimlens/review/interview.md.json');
    const bytes = Uint8Array.from([0x7b, 0x22, 0xd6, 0xd0, 0x22, 0x3a, 0x31, 0x7d]);
    await vscode.workspace.fs.writeFile(file, bytes);
    await claimlens();
    const { document } = await show('interview.md');
    const [claim] = (await claimsOf(document)).claims;
    const answer: ReviewAnswer = await vscode.commands.executeCommand('claimlens.server.review', {
      uri: document.uri.toString(),
      claim: claim!.id,
      change: { status: 'verified' },
    });
    equal(/UTF-8/.test(answer.error ?? ''), true);
    equal(String(await vscode.workspace.fs.readFile(file)), String(bytes));
  });
});
