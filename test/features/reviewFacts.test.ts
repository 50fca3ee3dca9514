import assert from 'node:assert/strict';
import type { Claim } from '../../server/src/core/index.ts';
import { reviewFacts } from '../../server/src/features/reviewFacts.ts';
import type { ReviewedClaim } from '../../server/src/review/apply.ts';

const review: ReviewedClaim['review'] = {
  id: 'e1',
  status: 'sourced',
  reviewer: '林晓',
  updated: '2024-03-02T08:00:00Z',
  reason: null,
  note: null,
  sources: [{ url: 'https://example.org/report', seen: '2024-03-01' }],
  outcome: null,
  changedFrom: null,
  others: [],
} as unknown as ReviewedClaim['review'];
const claim = { code: 'unsourced-number', text: '3.26亿元', review } as unknown as Claim & Pick<ReviewedClaim, 'review'>;

describe('the source of a claim', () => {
  it('is shown with the day it was seen, and is to be looked at again after a year', () => {
    const source = (today: string, locale: 'zh-cn' | 'en' = 'zh-cn') =>
      reviewFacts(claim, locale, today).find((fact) => fact.includes('example.org'));
    assert.equal(source('2025-02-28'), '出处：https://example.org/report（2024年3月1日 查阅）');
    assert.match(source('2025-03-03') ?? '', /已逾一年，请重新核对/);
    assert.match(source('2025-03-03', 'en') ?? '', /more than a year ago/);
  });
});
