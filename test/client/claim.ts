import type { Words } from '../../client/src/claims/words.ts';
import { kindOf, patternName } from '../../common/names.ts';
import type { ClaimItem } from '../../common/protocol.ts';
import { REVIEW_STATUSES } from '../../common/review.ts';

/** A claim as the server would send it, in a text of one line. */
export function claim(part: Partial<ClaimItem> & { start: number; end: number }): ClaimItem {
  const code = part.code ?? 'unsourced-number';
  const line = part.line ?? 1;
  return {
    id: `${code}-${part.start}`,
    code,
    name: patternName(code, 'zh-cn'),
    line,
    column: part.start + 1,
    range: { start: { line: line - 1, character: part.start }, end: { line: line - 1, character: part.end } },
    text: `${kindOf(code)}${part.start}`,
    severity: 'hint',
    message: '…',
    speaker: null,
    section: null,
    suppressed: null,
    ...part,
  };
}

export const WORDS: Words = {
  line: (line) => `第${line}行`,
  claims: (count) => `${count} 处论断`,
  author: '作者',
  noSection: '首个标题之前',
  ignored: (reason) => `已忽略：${reason}`,
  ignoredWithoutReason: '已忽略',
  status: (status) => REVIEW_STATUSES[status].zh,
  changed: '原文已改动',
  gone: '不再检出',
  conflict: '结论不一',
  decision: (reviewer, status, reason) => [reviewer ?? '不知名者', REVIEW_STATUSES[status].zh, reason].filter(Boolean).join('：'),
  pattern: (code) => patternName(code, 'zh-cn'),
};
