/** What a hover says of a number: why it is marked, how it reads in digits, who said it, what to do. */
export default {
  languages: ['zh-cn', 'en'],
  options: { viewport: { width: 1280, height: 720 } },
  async show(vscode, lang) {
    await vscode.openFile('interview.md');
    await vscode.countSquiggles('warning');
    await vscode.hover('接近100万人次', { expected: lang === 'zh-cn' ? '无来源数字' : 'Unsourced number' });
    await vscode.page
      .locator('.monaco-hover:visible', { hasText: /Quick Fix\.\.\. \(/ })
      .first()
      .waitFor();
  },
};
