import { ASK_REVIEW, MARK_CLAIM } from './reviewProtocol.ts';

/** The commands of the review; `commands.ts` hands them out with the others. */

const ARTICLE = 'claimlens.article';
/** Open or decided: what was decided is changed and undone by the same commands. */
const CLAIMS = 'claimlens.hasClaims';

export const REVIEW_COMMANDS = {
  'claimlens.review.choose': { zh: '核查此处论断…', en: 'Review Claim...', icon: 'checklist', palette: CLAIMS },
  'claimlens.review.verify': { zh: '标记为已核实', en: 'Mark as Verified', icon: 'pass', palette: CLAIMS },
  'claimlens.review.dispute': { zh: '标记为存疑', en: 'Mark as Disputed', icon: 'question', palette: CLAIMS },
  'claimlens.review.wrong': { zh: '标记为有误', en: 'Mark as Wrong', icon: 'error', palette: CLAIMS },
  'claimlens.review.dismiss': { zh: '驳回并写明理由…', en: 'Dismiss with a Reason...', icon: 'circle-slash', palette: CLAIMS },
  'claimlens.review.source': { zh: '登记出处…', en: 'Record a Source...', icon: 'link', palette: CLAIMS },
  'claimlens.review.note': { zh: '写批注…', en: 'Write a Note...', icon: 'comment', palette: CLAIMS },
  'claimlens.review.outcome': { zh: '登记预测结果…', en: 'Record an Outcome...', icon: 'milestone', palette: false },
  'claimlens.review.reopen': { zh: '改回待核', en: 'Mark as Open', icon: 'circle-large-outline', palette: CLAIMS },
  'claimlens.review.settle': { zh: '结论不一，定夺…', en: 'Settle Disagreement...', icon: 'law', palette: false },
  'claimlens.review.withdraw': { zh: '撤销核查', en: 'Withdraw Review', icon: 'discard', palette: CLAIMS },
  [MARK_CLAIM]: { zh: '将所选文字标为论断…', en: 'Mark Selection as Claim...', icon: 'tag', palette: ARTICLE },
  'claimlens.review.filter': { zh: '筛选论断…', en: 'Filter Claims...', icon: 'filter', palette: ARTICLE },
  'claimlens.review.clearFilter': { zh: '取消筛选', en: 'Clear Filter', icon: 'clear-all', palette: false },
  'claimlens.review.orphans': { zh: '查看找不到原文的核查…', en: 'Show Reviews Without Their Text...', palette: ARTICLE },
  'claimlens.review.saveNote': { zh: '保存批注', en: 'Save Note', palette: false },
  'claimlens.review.editNote': { zh: '修改批注', en: 'Edit Note', icon: 'edit', palette: false },
  'claimlens.review.saveEdit': { zh: '保存', en: 'Save', palette: false },
  'claimlens.review.cancelEdit': { zh: '取消', en: 'Cancel', palette: false },
  'claimlens.review.deleteNote': { zh: '删除批注', en: 'Delete Note', icon: 'trash', palette: false },
  [ASK_REVIEW]: { zh: '核查…', en: 'Review...', palette: false },
  'claimlens.predictions.refresh': { zh: '刷新预测', en: 'Refresh Predictions', icon: 'refresh' },
  'claimlens.predictions.outcome': { zh: '登记结果…', en: 'Record an Outcome...', icon: 'milestone', palette: false },
  'claimlens.predictions.more': { zh: '显示更多预测', en: 'Show More Predictions', palette: false },
  'claimlens.predictions.reveal': { zh: '转到预测', en: 'Go to Prediction', palette: false },
} as const;
