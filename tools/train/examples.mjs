// The rules' own examples as training texts: what a rule promises in its file weighs more than any article.
import { RULES } from '../../server/src/core/rules/index.ts';
import { samplesOf } from './samples.mjs';

const WEIGHT = 12;

/** Each example as an article of its own that says something about its rule's code only. */
export function exampleSamples(codes, segmenter) {
  return RULES.filter((rule) => codes.includes(rule.code)).flatMap(({ code, examples }) =>
    [...examples.bad, ...examples.good].map((example, i) => {
      const { text, labels } = readMarks(example, code);
      return samplesOf({ name: `examples/${code}-${i}`, article: { text, format: 'plain' }, labels, weight: WEIGHT }, [code], segmenter);
    }),
  );
}

function readMarks(example, code) {
  const labels = [];
  let text = '';
  for (const piece of example.split(/(?=[⟦⟧])/)) {
    if (piece.startsWith('⟦')) labels.push({ code, start: text.length, end: 0 });
    if (piece.startsWith('⟧')) labels.at(-1).end = text.length;
    text += piece.replace(/^[⟦⟧]/, '');
  }
  return { text, labels };
}
