import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ARTICLE, claimlens, claimsOf, closeAll, ENGLISH, hasProblem, problemsOf, show } from '../support/claimlens.ts';
import { clock, until } from '../support/wait.ts';

/** Samples in each language; in all of them there are numbers that nobody sourced. */
const SAMPLES = [
  ['interview.md', 'markdown'],
  ['column.md', 'markdown'],
  ['stock-tip.md', 'markdown'],
  ['fund-letter.commentary.md', 'commentary'],
  ['roadshow.commentary.txt', 'commentary'],
] as const;

describe('languages', () => {
  afterEach(closeAll);

  for (const [file, language] of SAMPLES) {
    it(`checks ${file}`, async () => {
      const { document } = await show(file);
      assert.equal(document.languageId, language);
      await problemsOf(document, 'a number without a source', (problems) => hasProblem(document, problems, 'unsourced-number', ''));
    });
  }

  for (const language of ['markdown', 'plaintext']) {
    it(`checks an untitled document of language ${language}`, async () => {
      const { document } = await show({ content: ARTICLE, language });
      assert.equal(document.isUntitled, true);
      await problemsOf(document, 'a problem at the number', (problems) =>
        hasProblem(document, problems, 'unsourced-number', '接近100万人次'),
      );
    });
  }

  it('stays silent on an English README, and says why', async () => {
    const api = await claimlens();
    const { document } = await show({ content: ENGLISH });
    const { claims, skipped } = await claimsOf(document);
    assert.deepEqual(claims, []);
    assert.equal(skipped, 'notChinese');
    await until('the state', api.state, (state) => state === 'notChinese', [clock]);
    assert.equal(api.badge(), 0);
    assert.deepEqual(vscode.languages.getDiagnostics(document.uri), []);
  });

  it('leaves programs alone, however Chinese their comments', async () => {
    const api = await claimlens();
    const { document } = await show({ content: ARTICLE, language: 'python' });
    await until('the state', api.state, (state) => state === 'none', [clock]);
    assert.equal(api.claims(document.uri), undefined);
    assert.deepEqual(
      vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'claimlens'),
      [],
    );
  });
});
