import type { CodeAction, CodeActionContext, Range } from 'vscode-languageserver-types';
import { ASK_REVIEW, type AskReviewArguments, MARK_CLAIM, REVIEW_COMMAND, type ReviewArguments } from '../../../common/protocol.ts';
import { type ReviewStatus, statusName } from '../../../common/review.ts';
import { ruleOfClaim } from '../config/custom/registry.ts';
import type { Claim } from '../core/index.ts';
import type { ReviewedClaim } from '../review/apply.ts';
import { type Checked, claimsIn, spanOf } from './context.ts';
import { ruleText, t } from './messages.ts';

/** The decisions that need no word more. */
const AT_ONCE: readonly ReviewStatus[] = ['verified', 'disputed', 'wrong', 'open'];

/** Decisions on the claims of a range, to be carried out by the server; what has to be asked for is the client's. */
export function reviewActions(
  checked: Checked,
  range: Range,
  context: CodeActionContext,
  clientCommands: ReadonlySet<string>,
): CodeAction[] {
  if (context.only && !context.only.some((kind) => kind === 'quickfix' || kind === '')) return [];
  const seen = new Set<string>();
  const span = spanOf(checked.document, range);
  const decisions = claimsIn(checked, span).flatMap((claim) => {
    if (claim.suppressed?.by === 'comment' || seen.has(claim.code)) return [];
    seen.add(claim.code);
    return actionsFor(checked, claim, clientCommands);
  });
  if (span.end === span.start || !clientCommands.has(MARK_CLAIM)) return decisions;
  const title = t(checked.locale, 'action.mark');
  return [...decisions, { title, kind: 'quickfix', command: { title, command: MARK_CLAIM } }];
}

function actionsFor(
  { document, locale }: Checked,
  claim: Claim & Pick<ReviewedClaim, 'review'>,
  clientCommands: ReadonlySet<string>,
): CodeAction[] {
  const { uri } = document;
  const name = ruleText(ruleOfClaim(claim), locale).name;
  const { review } = claim;
  const action = (title: string, command: string, argument: ReviewArguments | AskReviewArguments): CodeAction => ({
    title,
    kind: 'quickfix',
    command: { title, command, arguments: [argument] },
  });
  const ask = (title: string, what: AskReviewArguments['ask']) =>
    clientCommands.has(ASK_REVIEW) ? [action(title, ASK_REVIEW, { uri, claim: claim.id, ask: what })] : [];
  const statuses = AT_ONCE.filter((status) => status !== (review?.status ?? 'open')).map((status) =>
    action(t(locale, 'action.review', { name, status: statusName(status, locale) }), REVIEW_COMMAND, {
      uri,
      claim: claim.id,
      change: { status },
    }),
  );
  const conflict =
    review && review.others.length > 0 ? [{ entry: review.entry, status: review.status, reviewer: review.reviewer }, ...review.others] : [];
  return [
    ...conflict.map(({ entry, status, reviewer }) => {
      const title = t(locale, 'action.keep', { reviewer: reviewer ?? t(locale, 'review.someone'), status: statusName(status, locale) });
      return action(title, REVIEW_COMMAND, { uri, entry, keep: true });
    }),
    ...statuses,
    ...ask(t(locale, 'action.dismiss', { name }), 'dismiss'),
    ...ask(t(locale, 'action.addSource', { name }), 'source'),
    ...ask(t(locale, 'action.note', { name }), 'note'),
    ...(claim.code === 'prediction' ? ask(t(locale, 'action.outcome'), 'outcome') : []),
    ...(review ? [action(t(locale, 'action.withdraw', { name }), REVIEW_COMMAND, { uri, entry: review.entry, withdraw: true })] : []),
  ];
}
