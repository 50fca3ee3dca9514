import type { CodeLens } from 'vscode-languageserver-types';
import { ruleOfClaim } from '../config/custom/registry.ts';
import { type Checked, rangeOf, severityOf } from './context.ts';
import { ruleText, t } from './messages.ts';

/** The line above a heading is short: so many patterns are named. */
const NAMED = 4;

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
      const name = ruleText(ruleOfClaim(shown[i]!), locale).name;
      counts.set(name, (counts.get(name) ?? 0) + 1);
      count++;
    }
    if (count === 0) return [];
    const codes = [...counts]
      .sort((a, b) => b[1] - a[1])
      .slice(0, NAMED)
      .map(([name, n]) => `${name} ${n}`)
      .join(t(locale, 'lens.separator'));
    // An empty command: words only, nothing to click.
    return [
      {
        range: rangeOf(document, section.heading),
        command: { title: t(locale, 'lens.claims', { count, codes: more(codes, counts.size) }), command: '' },
      },
    ];
  });
}

const more = (codes: string, patterns: number) => (patterns > NAMED ? `${codes}…` : codes);
