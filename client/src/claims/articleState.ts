import type { ClaimsResult } from '../../../common/protocol.ts';

/** Why an article has no claims; `failed`: the check did not run to its end, and nothing is known from before. */
export type Skipped = ClaimsResult['skipped'] | 'failed';

/** What the view has to say about the article in front: the value of the context key `claimlens.state`. */
export type ArticleState =
  | 'none'
  | 'checking'
  | 'notChinese'
  | 'tooLarge'
  | 'disabled'
  | 'excluded'
  | 'waiting'
  | 'failed'
  | 'empty'
  | 'claims'
  | 'stopped';

/** `result` is undefined while the server has not answered, `hasArticle` false where no article is open. */
export function articleState(
  hasArticle: boolean,
  running: boolean,
  result: { readonly claims: readonly unknown[]; readonly skipped: Skipped } | undefined,
): ArticleState {
  if (!hasArticle) return 'none';
  if (!running) return 'stopped';
  if (!result) return 'checking';
  if (result.skipped) return result.skipped;
  return result.claims.length === 0 ? 'empty' : 'claims';
}
