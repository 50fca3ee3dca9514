import type { CodeLens } from 'vscode-languageserver-types';
import { ruleOf } from '../config/custom/registry.ts';
import { type Checked, rangeOf, severityOf } from './context.ts';
import { ruleText, t } from './messages.ts';

/** Above each heading: how many claims stand under it, by pattern. */
export function codeLenses(checked: Checked): CodeLens[] {
  const { analysis, document, locale } = checked;
  const shown = analysis.claims.filter((claim) => !claim.suppressed && severityOf(checked, claim) !== null);
  let from = 0;
  return analysis.sections.flatMap((section): CodeLens[] => {
    while (from < shown.length && shown[from]!.start < section.start) from++;
    const counts = new Map<string, number>();
    let count = 0;
    for (let i = from; i < shown.length && shown[i]!.start < section.end; i++) {
      const name = ruleText(ruleOf(shown[i]!.code), locale).name;
      counts.set(name, (counts.get(name) ?? 0) + 1);
      count++;
    }
    if (count === 0) return [];
    const codes = [...counts]
      .sort((a, b) => b[1] - a[1])
      .map(([name, n]) => `${name} ${n}`)
      .join(t(locale, 'lens.separator'));
    // An empty command: words only, nothing to click.
    return [{ range: rangeOf(document, section.heading), command: { title: t(locale, 'lens.claims', { count, codes }), command: '' } }];
  });
}
