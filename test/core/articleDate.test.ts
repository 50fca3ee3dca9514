import assert from 'node:assert/strict';
import { articleDate } from '../../server/src/core/article/date.ts';
import { splitArticle } from '../../server/src/core/article/split.ts';

const dateOf = (text: string) => articleDate(splitArticle({ text, format: 'plain' }).split.blocks);

describe('the date of an article', () => {
  for (const line of ['2024-03-27', '2024年3月27日 来源：某报', '发布于2024年3月27日 10:00', '（2024年3月27日）', '某报讯 2024/3/27'])
    it(`is told by ${line}`, () => assert.equal(dateOf(`标题\n\n${line}\n\n收入3亿元。`), '2024-03-27'));
  for (const line of [
    '2024-03-27前不强赎。',
    '2024年3月27日，我们去了工厂。',
    '某转债：2024-03-27，98.58，120.7',
    '策略从2024年3月27日开始运行',
    '2024/03/27已清仓',
  ])
    it(`is not what is told of in ${line}`, () => assert.equal(dateOf(`标题\n\n收入3亿元。\n\n${line}`), null));
});
