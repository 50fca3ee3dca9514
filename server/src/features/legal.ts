import type { Code, LegalBasis } from '../core/index.ts';

/**
 * What the law says about a pattern, beside what a rule names itself. It binds advertisements, not opinions: the hover says so.
 * Cited only from pages that quote the article and were read on the day given.
 */
const SEEN = '2026-11-28';
const LAW = '广告法';

const ABSOLUTE: LegalBasis = {
  title: LAW,
  article: '第九条第（三）项',
  url: 'https://junhe.com/legal-updates/2095',
  seen: SEEN,
};

const PROMISE: LegalBasis = {
  title: LAW,
  article: '第二十五条第（一）项',
  url: 'http://ggzgc.com/kuaixun/20190311/2905.html',
  seen: SEEN,
};

const CITED_DATA: LegalBasis = {
  title: LAW,
  article: '第十一条第二款',
  url: 'https://law.esnai.com/print/180811',
  seen: SEEN,
};

const BASIS: Partial<Record<Code, readonly LegalBasis[]>> = {
  superlative: [ABSOLUTE],
  'promised-return': [PROMISE],
  'unsourced-number': [CITED_DATA],
};

export function legalBasis(code: Code): readonly LegalBasis[] {
  return BASIS[code] ?? [];
}
