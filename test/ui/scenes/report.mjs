/** The report beside the article: its figures, and the claims that a click leads to. */
export default {
  languages: ['zh-cn', 'en'],
  options: { viewport: { width: 1600, height: 900 }, settings: { 'editor.minimap.enabled': false } },
  async show(vscode, lang) {
    await vscode.openFile('interview.md');
    await vscode.countSquiggles('warning');
    await vscode.command('View: Toggle Primary Side Bar Visibility');
    await vscode.command(lang === 'zh-cn' ? 'Claimlens: 打开检查报告' : 'Claimlens: Open Report');
    const page = vscode.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
    await page.locator('.bars rect').first().waitFor();
    await vscode.eventually('the charts drawn', () =>
      page
        .locator('.bars rect')
        .first()
        .evaluate((one) => one.getBoundingClientRect().width > 10),
    );
    await page.locator('mark').filter({ hasText: '接近100万人次' }).click();
    await vscode.eventually(
      'the claim selected',
      () => vscode.selection(),
      (selection) => selection.includes('selected'),
    );
  },
};
