/**
 * What the claim patterns and their kinds are called, in both languages, and which kind a pattern belongs to.
 * The order is that of the claims guide; `test/client/names.test.ts` holds it against the core's codes.
 */

export interface Name {
  readonly zh: string;
  readonly en: string;
}

/** The five families of patterns. Highlight colours go by kind. */
export const KINDS = {
  numbers: { zh: '数字', en: 'Numbers' },
  time: { zh: '时间', en: 'Time' },
  strength: { zh: '语气', en: 'Strength' },
  sources: { zh: '信源', en: 'Sources' },
  reasoning: { zh: '论证', en: 'Reasoning' },
} as const satisfies Record<string, Name>;
export type Kind = keyof typeof KINDS;

export interface PatternName extends Name {
  readonly kind: Kind;
}

export const PATTERNS = {
  'unsourced-number': { kind: 'numbers', zh: '无来源数字', en: 'Unsourced number' },
  'missing-baseline': { kind: 'numbers', zh: '缺少基准', en: 'Missing baseline' },
  'number-mismatch': { kind: 'numbers', zh: '数字对不上', en: "Numbers don't add up" },
  'vague-quantity': { kind: 'numbers', zh: '含糊数量', en: 'Vague quantity' },
  prediction: { kind: 'time', zh: '预测', en: 'Prediction' },
  'relative-date': { kind: 'time', zh: '相对日期', en: 'Relative date' },
  'absolute-wording': { kind: 'strength', zh: '绝对化用语', en: 'Absolute wording' },
  superlative: { kind: 'strength', zh: '最高级用语', en: 'Superlative' },
  'promised-return': { kind: 'strength', zh: '收益承诺', en: 'Promised return' },
  'loaded-language': { kind: 'strength', zh: '情绪化用语', en: 'Loaded language' },
  'vague-attribution': { kind: 'sources', zh: '模糊信源', en: 'Vague attribution' },
  'anonymous-example': { kind: 'sources', zh: '匿名案例', en: 'Anonymous example' },
  'self-interest': { kind: 'sources', zh: '利益相关', en: 'Self-interest' },
  'unattributed-quote': { kind: 'sources', zh: '无主引语', en: 'Unattributed quote' },
  analogy: { kind: 'reasoning', zh: '类比', en: 'Analogy' },
  'causal-claim': { kind: 'reasoning', zh: '因果断言', en: 'Causal claim' },
  'rhetorical-question': { kind: 'reasoning', zh: '反问', en: 'Rhetorical question' },
  advice: { kind: 'reasoning', zh: '建议', en: 'Advice' },
  'unexplained-term': { kind: 'reasoning', zh: '未释术语', en: 'Unexplained term' },
} as const satisfies Record<string, PatternName>;
export type PatternCode = keyof typeof PATTERNS;

/** The codes in the guide's order. */
export const PATTERN_CODES = Object.keys(PATTERNS) as readonly PatternCode[];

const BY_CODE: Readonly<Record<string, PatternName>> = PATTERNS;

/** The kind of a code; custom rules' codes count as reasoning. */
export function kindOf(code: string): Kind {
  return BY_CODE[code]?.kind ?? 'reasoning';
}

/** The pattern's name in the display language (`zh-cn`, `zh-tw` → Chinese, everything else English); the code itself when unknown. */
export function patternName(code: string, language: string): string {
  const name = BY_CODE[code];
  if (!name) return code;
  return isChinese(language) ? name.zh : name.en;
}

export function kindName(kind: Kind, language: string): string {
  return isChinese(language) ? KINDS[kind].zh : KINDS[kind].en;
}

function isChinese(language: string): boolean {
  return /^zh\b/i.test(language);
}
