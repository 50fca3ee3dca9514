import { indexAt, type Paragraph } from '../paragraph.ts';

/** What speaks for or against a case: where it stands, what goes before and behind, what is in it. */
export function featuresOf(
  p: Paragraph,
  start: number,
  from: number,
  headStart: number,
  end: number,
  opening: string,
  head: string,
): string[] {
  const inner = p.text.slice(from, headStart);
  const sentence = p.sentences[indexAt(p.sentences, start)];
  const before = p.text.slice(Math.max(sentence?.start ?? 0, start - 16), start);
  const whole = sentence === undefined ? '' : p.text.slice(sentence.start, sentence.end);
  const after = p.text.slice(end, end + 14);
  return [
    `imagined=${/如果|假如|假设|假定|要是|比方|若|一旦|想象|任何|每|应该|想要|想做|成为|是$|为$|像/.test(before)}`,
    `told=${/[了过]|曾|去年|前年|上个?月|那年|当时|后来|最近/.test(whole)}`,
    `example=${/例如|比如|举个?例|案例|例子|就有|曾有|见过|认识|遇到|碰到|接触|听/.test(before)}`,
    `mine=${/[我咱]/.test(before.slice(-6))}`,
    `named=${/^(?:叫|名叫|名为|——|,叫|,名叫|“|《|[A-Z])/.test(after)}`,
    `says=${/^[^,。]{0,6}(?:说|称|表示|告诉|透露|认为|指出|介绍|问|讲|坦言)/.test(after)}`,
    `subject=${before === '' || /[,。;:!?“”]$/.test(before)}`,
    `next=${after.charAt(0)}`,
    `direct=${from === headStart}`,
    `de=${inner.includes('的')}`,
    `len=${Math.min(6, inner.length)}`,
    `open=${opening}`,
    `named=${/[A-Za-z“《]|叫|名为/.test(inner)}`,
    `head=${head}`,
    `open-head=${opening}${head}`,
  ];
}
