import type { Code } from '../core/index.ts';

/** Where the rule pages are published; each is `docs/rules/CODE.md` of the repository. */
const RULE_PAGES = 'https://github.com/claimlens/claimlens/blob/main/docs/rules/';

export function rulePage(code: Code): string {
  return `${RULE_PAGES}${code}.md`;
}
