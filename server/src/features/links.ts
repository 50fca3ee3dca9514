import { isShipped } from '../config/custom/registry.ts';
import type { Code } from '../core/index.ts';

export const HOME_PAGE = 'https://github.com/claimlens/claimlens';

/** Where the rule pages are published; each is `docs/rules/CODE.md` of the repository. */
const RULE_PAGES = `${HOME_PAGE}/blob/main/docs/rules/`;

/** Where rules of a project's own are described. */
export const CONFIGURATION_PAGE = `${HOME_PAGE}/blob/main/docs/configuration.md`;

export function rulePage(code: Code): string {
  return isShipped(code) ? `${RULE_PAGES}${code}.md` : CONFIGURATION_PAGE;
}
