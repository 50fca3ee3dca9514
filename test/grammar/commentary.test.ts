import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { textsOf, tokenize } from './tokenize.ts';

const samples = join(import.meta.dirname, '../../samples');

describe('grammar of commentary', () => {
  it('keeps what Markdown knows', async () => {
    const tokens = await tokenize('# 标题\n\n正文里有**粗体**和[链接](https://example.com/12亿)。\n\n- 一项\n');
    assert.deepEqual(textsOf(tokens, 'entity.name.section.markdown'), ['标题']);
    assert.deepEqual(textsOf(tokens, 'markup.bold'), ['**粗体**']);
    assert.deepEqual(textsOf(tokens, 'constant.numeric.commentary'), []);
    assert.deepEqual(textsOf(tokens, 'punctuation.definition.list.begin.markdown'), ['-']);
  });

  it('marks questions and answers', async () => {
    const tokens = await tokenize('问：去年的收入是多少？\n答：大概两千万。\n\n**问：为什么？**\n\nA: 因为成本。');
    assert.deepEqual(textsOf(tokens, 'keyword.control.interview.commentary'), ['问', '答', '问', 'A']);
  });

  it('marks speakers by name', async () => {
    const tokens = await tokenize('周屹：我们不急。\n\n**林晓蔓（主持人）：** 那么成本呢？\n\n这句话的意思是：先等等。');
    assert.deepEqual(textsOf(tokens, 'entity.name.type.speaker.commentary'), ['周屹', '林晓蔓（主持人）']);
  });

  it('marks quotations with numbers inside', async () => {
    const tokens = await tokenize('他说：“我们有接近100万人次。”「兩成」也不少，半个“引号不算。');
    assert.deepEqual(textsOf(tokens, 'string.quoted'), ['“我们有接近100万人次。”「兩成」']);
    assert.deepEqual(textsOf(tokens, 'keyword.other.unit.commentary'), ['人次']);
  });

  it('marks numbers, magnitudes and units', async () => {
    const tokens = await tokenize('收入从1200万元增至4800万元，毛利率35.6%，涨了五六倍，约3亿美元，下调25个基点。');
    assert.deepEqual(textsOf(tokens, 'constant.numeric'), ['1200万', '4800万', '35.6', '3亿', '25']);
    assert.deepEqual(textsOf(tokens, 'keyword.other.unit.commentary'), ['元', '元', '%', '美元', '个基点']);
  });

  it('tells dates from numbers and leaves names alone', async () => {
    const tokens = await tokenize('2024年3月5日发布，GPT-4与A100不算，2023年上半年也是日期。');
    assert.deepEqual(textsOf(tokens, 'constant.other.date.commentary'), ['2024年3月5日', '2023年上半年']);
    assert.deepEqual(textsOf(tokens, 'constant.numeric'), []);
  });

  it('leaves code alone', async () => {
    const tokens = await tokenize('见`100万元`。\n\n```\n问：200万元\n```\n');
    assert.deepEqual(textsOf(tokens, 'constant.numeric.commentary'), []);
    assert.deepEqual(textsOf(tokens, 'keyword.control.interview.commentary'), []);
  });

  for (const scope of ['text.commentary', 'text.html.markdown'] as const) {
    it(`marks claimlens comments in ${scope}`, async () => {
      const text =
        '前文 <!-- claimlens-disable-line absolute-wording, prediction: 受访者原话 --> 后文\n\n<!-- claimlens-enable -->\n\n<!-- 普通注释 -->';
      const tokens = await tokenize(text, scope);
      assert.deepEqual(
        textsOf(tokens, 'keyword.control.directive.claimlens').map((word) => word.trim()),
        ['claimlens-disable-line', 'claimlens-enable'],
      );
      assert.deepEqual(textsOf(tokens, 'entity.name.tag.code.claimlens'), ['absolute-wording', 'prediction']);
      assert.deepEqual(
        textsOf(tokens, 'string.unquoted.reason.claimlens').map((word) => word.trim()),
        ['受访者原话'],
      );
      assert.equal(textsOf(tokens, 'comment.block.html.claimlens').length, 2);
    });
  }

  it('reads every sample without leaving a rule open', async () => {
    const files = readdirSync(samples).filter((name) => /\.(md|txt)$/.test(name));
    assert.ok(files.length >= 4, 'samples are missing');
    for (const name of files) {
      const tokens = await tokenize(`${readFileSync(join(samples, name), 'utf8')}\n\n末段。`);
      const last = tokens.at(-1);
      assert.equal(last?.text, '末段。', name);
      assert.deepEqual(
        last.scopes.filter((scope) => /^(comment|string|markup.*raw|markup.fenced)/.test(scope)),
        [],
        name,
      );
    }
  });
});
