import type { Locale } from '../../../common/locale.ts';
import { ruleOf } from '../config/custom/registry.ts';
import { ruleText } from '../features/messages.ts';
import type { ReportedClaim } from '../features/report.ts';

/** What a claim's pattern is called: a custom rule as its own project calls it. */
export function nameOf({ code, name }: Pick<ReportedClaim, 'code' | 'name'>, locale: Locale): string {
  return name ?? ruleText(ruleOf(code), locale).name;
}
