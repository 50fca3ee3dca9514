/** The claims of an article beside it: the list in reading order, the marks in the text. */
export default {
  languages: ['zh-cn', 'en'],
  options: { viewport: { width: 1280, height: 800 } },
  async show(vscode, lang) {
    await vscode.openFile('interview.md');
    await vscode.countSquiggles('warning');
    await vscode.openView(lang === 'zh-cn' ? '论断镜' : 'Claimlens');
    await vscode.eventually('claims in the list', async () => (await vscode.treeRows()).length > 5);
  },
};
