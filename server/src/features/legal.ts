import type { Code } from '../core/index.ts';

/** Whom a provision binds: nobody's opinion, so the hover says whom. */
export type Reach = 'advertisements' | 'fundDisclosures';

export interface Provision {
  readonly title: string;
  readonly article: string;
  readonly url: string;
  /** When its text was read, `YYYY-MM-DD`. */
  readonly seen: string;
  readonly reach: Reach;
  /** The provision itself leaves exceptions to other rules of the state. */
  readonly excepted?: true;
}

/**
 * What the law says about a pattern, beside what a rule names itself. Cited only from the article's own text, read on the day
 * given in a public collection of laws; the official database is https://flk.npc.gov.cn.
 */
const COLLECTION = 'https://github.com/LawRefBook/Laws/blob/3cd6e86b80f0fac5478dc34216c80e8c0a82b9f0';
const ADVERTISING = {
  title: '广告法',
  url: `${COLLECTION}/${encodeURI('经济法/广告法.md')}`,
  seen: '2026-11-29',
  reach: 'advertisements',
} as const;
const FUNDS = {
  title: '证券投资基金法',
  url: `${COLLECTION}/${encodeURI('民法商法/证券投资基金法.md')}`,
  seen: '2026-11-29',
  reach: 'fundDisclosures',
} as const;

const BASIS: Partial<Record<Code, readonly Provision[]>> = {
  superlative: [{ ...ADVERTISING, article: '第九条第（三）项' }],
  'promised-return': [
    { ...ADVERTISING, article: '第二十五条第（一）项', excepted: true },
    { ...FUNDS, article: '第七十七条第（三）项' },
  ],
  'unsourced-number': [{ ...ADVERTISING, article: '第十一条第二款' }],
};

export function legalBasis(code: Code): readonly Provision[] {
  return BASIS[code] ?? [];
}
