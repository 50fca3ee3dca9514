import assert from 'node:assert/strict';
import { withInterests } from '../../server/src/config/interests.ts';
import { createAnalyzer } from '../../server/src/core/index.ts';

const speakers = [{ name: '周屹', aliases: ['周总'], interests: ['蓝桥科技'] }];
const analyzer = withInterests(createAnalyzer(), speakers);
const found = (text: string) =>
  analyzer
    .analyze({ text, format: 'plain' })
    .claims.filter(({ evidence }) => evidence.includes('register'))
    .map((claim) => [claim.text, claim.speaker, claim.suppressed?.reason ?? null]);

describe('interests register', () => {
  it('fires where a speaker talks up what they hold', () => {
    assert.deepEqual(found('周屹说：“蓝桥科技是这一行里最好的公司，值得长期拿着。”'), [['蓝桥科技', '周屹', null]]);
  });

  it('knows them by their other names', () => {
    assert.deepEqual(found('周总说：“蓝桥科技是这一行里最好的公司，值得长期拿着。”'), [['蓝桥科技', '周总', null]]);
  });

  it('keeps silent where others praise it, where it is not praised, and where the praise is turned round', () => {
    assert.deepEqual(found('许默说：“蓝桥科技是这一行里最好的公司，值得长期拿着。”'), []);
    assert.deepEqual(found('周屹说：“蓝桥科技的总部在苏州，去年搬过一次家。”'), []);
    assert.deepEqual(found('周屹说：“我并不看好蓝桥科技，它的生意太散。”'), []);
    assert.deepEqual(found('蓝桥科技是这一行里最好的公司，值得长期拿着。'), []);
  });

  it('can be ignored by a comment like any claim, and stays while the text is edited', () => {
    const text = '周屹说：“蓝桥科技是这一行里最好的公司，值得长期拿着。”\n\n第二段。\n';
    assert.deepEqual(found(`<!-- claimlens-disable-next-line self-interest: 已披露 -->\n${text}`), [['蓝桥科技', '周屹', '已披露']]);
    const before = analyzer.analyze({ text, format: 'plain' });
    const longer = `第一段。\n\n${text}`;
    const after = analyzer.analyze({ text: longer, format: 'plain' }, before, { start: 0, oldEnd: 0, newEnd: 6 });
    assert.deepEqual(
      after.claims.map(({ id, start }) => [id, start]),
      analyzer.analyze({ text: longer, format: 'plain' }).claims.map(({ id, start }) => [id, start]),
    );
    assert.ok(after.claims.some(({ evidence, start }) => evidence.includes('register') && start === longer.indexOf('蓝桥科技')));
  });
});
