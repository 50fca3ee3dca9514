import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ARTICLE, claimsOf, closeAll, codeOf, hasProblem, middleOf, problemsOf, show } from '../support/claimlens.ts';

const NUMBER = '接近100万人次';

describe('features', () => {
  let editor: vscode.TextEditor;
  let document: vscode.TextDocument;

  beforeEach(async () => {
    editor = await show({ content: ARTICLE });
    document = editor.document;
    await claimsOf(document);
  });
  afterEach(closeAll);

  async function hoverAt(text: string): Promise<string> {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      middleOf(document, text),
    );
    return hovers
      .flatMap(({ contents }) => contents)
      .map((content) => (typeof content === 'string' ? content : content.value))
      .join('\n');
  }

  async function actionsAt(text: string): Promise<vscode.CodeAction[]> {
    const at = middleOf(document, text);
    return vscode.commands.executeCommand('vscode.executeCodeActionProvider', document.uri, new vscode.Range(at, at), undefined, 20);
  }

  it('hover reads the number out and says what to do', async () => {
    const text = await hoverAt(NUMBER);
    assert.match(text, /\*\*无来源数字\*\*/);
    assert.match(text, /1,000,000 人次/);
    assert.match(text, /补上文件、数据机构/);
  });

  it('hover resolves a day by the date of the article', async () => {
    assert.match(await hoverAt('昨天'), /2024年2月21日/);
  });

  it('symbols put the claims under their headings', async () => {
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri);
    // VS Code's own Markdown symbols stand beside ours.
    const ours = symbols.filter(({ name }) => name === '试文');
    const sections = ours.flatMap(({ children }) => children).filter(({ name }) => name === '现状');
    assert.ok(sections.flatMap(({ children }) => children).some(({ name, detail }) => name === NUMBER && detail.includes('无来源数字')));
  });

  it('workspace symbols find claims of open articles', async () => {
    const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', NUMBER);
    assert.ok(found.some(({ name, location }) => name === NUMBER && location.uri.toString() === document.uri.toString()));
  });

  it('a code action ignores the claim: a comment comes, the problem goes, the claim stays with its mark', async () => {
    await problemsOf(document, 'the problem', (all) => hasProblem(document, all, 'unsourced-number', NUMBER));
    const action = (await actionsAt(NUMBER)).find(({ title }) => title === '忽略此处的“无来源数字”');
    assert.ok(action?.edit);
    assert.equal(await vscode.workspace.applyEdit(action.edit), true);
    assert.match(document.getText(), /<!-- claimlens-disable-next-line unsourced-number -->\n这家公司/);
    await problemsOf(document, 'the problem gone', (all) => all.length > 0 && !hasProblem(document, all, 'unsourced-number', NUMBER));
    const { claims } = await claimsOf(document);
    assert.deepEqual(claims.find(({ text }) => text === NUMBER)?.suppressed, { by: 'comment', reason: '' });
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), ARTICLE, 'one undo takes it back');
  });

  it('ignores with a reason that stays beside the text', async () => {
    const { claims } = await claimsOf(document);
    const { id } = claims.find(({ text }) => text === NUMBER)!;
    const applied = await vscode.commands.executeCommand('claimlens.server.ignore', {
      uri: document.uri.toString(),
      id,
      reason: '受访者口述',
    });
    assert.equal(applied, true);
    assert.match(document.getText(), /<!-- claimlens-disable-next-line unsourced-number: 受访者口述 -->/);
    const after = await claimsOf(document);
    assert.deepEqual(after.claims.find(({ text }) => text === NUMBER)?.suppressed, { by: 'comment', reason: '受访者口述' });
  });

  it('code actions switch the pattern off: for this article by a comment, for the folder and for good by a command', async () => {
    const actions = await actionsAt(NUMBER);
    const titles = actions.map(({ title }) => title);
    for (const title of ['忽略此处的“无来源数字”并写明理由…', '在工作区关闭“无来源数字”', '始终关闭“无来源数字”'])
      assert.ok(titles.includes(title), titles.join('\n'));
    const off = actions.find(({ title }) => title === '本文不再检查“无来源数字”');
    assert.ok(off?.edit);
    await vscode.workspace.applyEdit(off.edit);
    await problemsOf(document, 'no such problem', (all) => !all.some((one) => codeOf(one) === 'unsourced-number'));
    const { claims } = await claimsOf(document);
    assert.ok(
      claims.some(({ code, suppressed }) => code === 'vague-attribution' && !suppressed),
      'the others stay',
    );
  });

  it('colours claims in the text by kind', async () => {
    const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens>('vscode.provideDocumentSemanticTokens', document.uri);
    assert.ok(tokens.data.length > 0 && tokens.data.length % 5 === 0);
  });
});
