import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Hover } from 'vscode-languageserver-protocol/node';
import { IGNORE_WITH_REASON } from '../../common/protocol.ts';
import { PULL, type StartOptions, start, stopAll } from './harness.ts';

const TEXT = `---
date: 2024-02-22
---

销售额从30亿元增至75亿元，翻了四倍。

周屹说：“我们投的公司去年收入3.26亿元。”

这个产品稳赚不赔。先看看ARRAY，再算ARR和市盈率的高低，把它们放在一张表里比较。
`;

async function hoverAt(words: string, options: StartOptions = {}, uri = 'file:///articles/h.md'): Promise<string | null> {
  const { client } = await start({ capabilities: PULL, locale: 'zh-cn', ...options });
  await client.open(uri, TEXT);
  const lines = TEXT.split('\n');
  const line = lines.findIndex((one) => one.includes(words));
  const position = { line, character: lines[line]!.indexOf(words) + 1 };
  const hover: Hover | null = await client.connection.sendRequest('textDocument/hover', { textDocument: { uri }, position });
  return hover && (hover.contents as { value: string }).value;
}

describe('language server: the hover', () => {
  after(stopAll);

  it('shows the arithmetic that fails, why it matters and what to do, in a few lines', async () => {
    const value = await hoverAt('翻了四倍');
    assert.match(value ?? '', /^\*\*数字对不上\*\* · .*30亿.*75亿/);
    assert.match(value ?? '', /按原始数据重算/);
    assert.ok((value ?? '').split('\n').filter(Boolean).length <= 10, value ?? '');
  });

  it('offers to ignore where the client can ask for the reason, and only there', async () => {
    const value = (await hoverAt('翻了四倍', { options: { clientCommands: [IGNORE_WITH_REASON] } })) ?? '';
    const argument = /\[忽略…\]\(command:claimlens\.ignoreWithReason\?([^)]+)\)/.exec(value)?.[1];
    assert.equal(JSON.parse(decodeURIComponent(argument ?? ''))[0].uri, 'file:///articles/h.md');
    assert.doesNotMatch((await hoverAt('翻了四倍')) ?? '', /command:/);
  });

  it('cites the law with its reach', async () => {
    const value = (await hoverAt('稳赚不赔')) ?? '';
    assert.match(value, /广告适用：\[《广告法》第二十五条第（一）项\]\(https:[^)]+\)（国家另有规定的除外）/);
    assert.match(value, /公募基金信息披露适用：\[《证券投资基金法》第七十七条第（三）项\]\(https:/);
  });

  it('names what the speaker holds, as the project file has it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'claimlens-hover-'));
    try {
      const config = { speakers: [{ name: '周屹', interests: ['2022年投资该公司'] }] };
      writeFileSync(join(folder, 'claimlens.config.json'), JSON.stringify(config));
      const uri = pathToFileURL(join(folder, 'h.md')).href;
      assert.match((await hoverAt('3.26', { folder: pathToFileURL(folder).href }, uri)) ?? '', /说话人：周屹（2022年投资该公司）/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('explains a term where no claim stands, and no part of a word', async () => {
    assert.match((await hoverAt('市盈率')) ?? '', /市盈率.*\*\* · |意思是/);
    assert.doesNotMatch((await hoverAt('ARRAY')) ?? '', /年度经常性收入/);
  });
});
