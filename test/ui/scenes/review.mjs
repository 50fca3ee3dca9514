/** Claims being reviewed: one verified by the lightbulb, the list by status with its progress, predictions below. */
export default {
  languages: ['zh-cn'],
  options: { viewport: { width: 1280, height: 800 } },
  async show(vscode) {
    await vscode.openFile('interview.md');
    await vscode.countSquiggles('warning');
    await vscode.applyQuickFix('接近100万人次', '标记“无来源数字”：已核实');
    await vscode.openView('论断镜');
    await vscode.eventually('the status in the list', async () => (await vscode.treeRows()).some((row) => row.includes('已核实')));
  },
};
