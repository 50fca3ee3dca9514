/** Claims being reviewed: one verified by the lightbulb, the list by status with its progress, predictions below. */
export default {
  languages: ['zh-cn', 'en'],
  options: { viewport: { width: 1280, height: 800 } },
  async show(vscode, lang) {
    const chinese = lang === 'zh-cn';
    await vscode.openFile('interview.md');
    await vscode.countSquiggles('warning');
    await vscode.applyQuickFix('接近100万人次', chinese ? '标记“无来源数字”：已核实' : 'Mark “Unsourced number”: Verified');
    await vscode.openView(chinese ? '论断镜' : 'Claimlens');
    const status = chinese ? '已核实' : 'Verified';
    await vscode.eventually('the status in the list', async () => (await vscode.treeRows()).some((row) => row.includes(status)));
  },
};
