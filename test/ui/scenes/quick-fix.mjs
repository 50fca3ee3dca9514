/** What can be done about a claim, one keystroke away. */
export default {
  languages: ['zh-cn', 'en'],
  options: { viewport: { width: 1280, height: 720 } },
  async show(vscode) {
    await vscode.openFile('interview.md');
    await vscode.countSquiggles('warning');
    await vscode.quickFixes('接近100万人次');
  },
};
