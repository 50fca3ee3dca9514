import type { Code } from '../core/index.ts';

export const HOME_PAGE = 'https://github.com/claimlens/claimlens';

/** Where the rule pages are published; each is `docs/rules/CODE.md` of the repository. */
const RULE_PAGES = `${HOME_PAGE}/blob/main/docs/rules/`;

export function rulePage(code: Code): string {
  return `${RULE_PAGES}${code}.md`;
}
