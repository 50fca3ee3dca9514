import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { claimsOf, closeAll, middleOf, show } from '../support/claimlens.ts';

const DATED = '---\ndate: 2024-02-22\n---\n\n';

/** For each quick fix: where the cursor stands, what the action is called, what the article says then. */
const FIXES: readonly { text: string; at: string; title: RegExp; after: RegExp }[] = [
  { text: '这家公司明年一定会赢下所有市场。', at: '一定会', title: /^改写：“一定会”/, after: /明年很可能会赢下/ },
  { text: '這家公司明年一定會贏下所有市場。', at: '一定會', title: /^改写：“一定會”/, after: /明年很可能會贏下/ },
  { text: `${DATED}昨天公司股价收跌，工厂停了产。`, at: '昨天', title: /^写明日期：“昨天”/, after: /\n2024年2月21日公司股价/ },
  {
    text: '这家公司去年收入3.26亿元，人手没有增加。',
    at: '3.26亿元',
    title: /^补出处$/,
    after: /3\.26亿元\[\^1\]，[\s\S]*\n\[\^1\]: 来源：待补\n/,
  },
  { text: '这家公司换了团队，公司的用户数增长50%。', at: '增长50%', title: /^写明与何时相比$/, after: /用户数较上年同期增长50%/ },
  { text: `${DATED}大家都在看，这家公司迟早要被收购。`, at: '迟早', title: /^写明期限$/, after: /2025年底前，/ },
  { text: '创业公司先要找到PMF。', at: 'PMF', title: /^写出全称/, after: /PMF（产品与市场契合）/ },
  { text: '一家做视频面试的公司去年的收入翻倍。', at: '视频面试', title: /^写出名称$/, after: /一家叫“名称”的做视频面试的公司/ },
  { text: '他们在这家公司里投了一千万元。', at: '千万', title: /^写作“1000万”$/, after: /投了1000万元/ },
];

describe('quick fixes', () => {
  afterEach(closeAll);

  for (const { text, at, title, after } of FIXES) {
    it(`${title.source}: one edit, one undo`, async () => {
      const { document } = await show({ content: text });
      await claimsOf(document);
      const position = middleOf(document, at);
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        new vscode.Range(position, position),
        undefined,
        20,
      );
      const action = actions.find((one) => title.test(one.title));
      assert.ok(action?.edit, actions.map((one) => one.title).join('\n'));
      assert.equal(await vscode.workspace.applyEdit(action.edit), true);
      assert.match(document.getText(), after);
      await vscode.commands.executeCommand('undo');
      assert.equal(document.getText(), text);
    });
  }
});
